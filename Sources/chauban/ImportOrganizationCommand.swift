import App
import ArgumentParser
import Database
import Foundation
import Identity
import Kernel
import Transfer

extension Import {
  /// Agencies, units, people and posts of the body.
  struct Organization: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Nhập cơ quan, đơn vị, người và chức danh từ tệp Excel, CSV hoặc JSONL. Dòng đã có giữ nguyên.")

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Tệp Excel, CSV hoặc JSONL.") var file: String
    @Option(name: .customLong("as"), help: "Tên đăng nhập của quản trị.") var administrator: String
    @Flag(help: "Chỉ kiểm tra, không ghi gì.") var dryRun = false

    func run() async throws {
      let installation = try await options.open()
      let outcome = try await refusalsAsErrors {
        let actor = try await installation.database.read { [administrator] in
          try StandingActor.find(loginName: administrator, with: .administrator, in: $0)
        }
        let url = URL(fileURLWithPath: file)
        let act = try await ImportOrganization.read(
          url, named: url.lastPathComponent, installation.modules.oldBooks, isTrial: dryRun)
        return try await act.run(by: actor, in: installation.database)
      }
      try await installation.close()
      for line in outcome.problems { print(line) }
      guard outcome.problems.isEmpty else {
        print("Có \(outcome.problems.count) lỗi nên chưa nhập dòng nào. Sửa rồi chạy lại.")
        throw ExitCode(1)
      }
      print("\(outcome.rows) dòng: thêm \(outcome.addedText); \(outcome.unchanged) đã có từ trước.")
      if dryRun { print("Chạy thử: chưa ghi gì.") }
    }
  }
}
