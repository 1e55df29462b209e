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
      abstract: "Nhập cơ quan, đơn vị, người và chức danh từ tệp Excel, CSV (UTF-8) hoặc JSONL; máy chủ vẫn chạy.",
      discussion: """
        Chạy thử trước với --dry-run: mọi dòng được kiểm tra, không ghi gì. Bị dừng giữa chừng thì chạy lại đúng lệnh \
        cũ. Ô có giá trị khác với hệ thống được sửa theo tệp; ô trống không đổi gì.
        """)

    private static let changesShown = 20

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Tệp Excel, CSV hoặc JSONL.") var file: String
    @Option(name: .customLong("as"), help: "Tên đăng nhập của quản trị.") var administrator: String
    @Option(help: "Tệp ánh xạ cột (JSON).") var mapping: String?
    @Flag(help: "Chỉ thêm mới, giữ nguyên mục đã có.") var keepKnown = false
    @Option(help: "Nhập cả dòng giống mục đã có, ghi lý do này.") var withDuplicates: String?
    @Flag(help: "Bỏ qua dòng sai, nhập các dòng đúng.") var skipErrors = false
    @Flag(help: "Chỉ kiểm tra, không ghi gì.") var dryRun = false
    @Option(help: "Ghi các dòng không nhập được ra tệp Excel này.") var errors: String?

    func validate() throws {
      if let withDuplicates, withDuplicates.isEmpty || withDuplicates.count > 500 {
        throw ValidationError("Lý do nhập dòng giống nhau dài từ 1 đến 500 ký tự.")
      }
    }

    func run() async throws {
      let installation = try await options.open()
      let bar = ProgressBar("Nhập")
      let outcome = try await refusalsAsErrors {
        let actor = try await installation.database.read { [administrator] in
          try StandingActor.find(loginName: administrator, with: .administrator, in: $0)
        }
        var settings = try ImportSettings.reading(mapping: mapping.map { URL(fileURLWithPath: $0) }, .organization)
        settings.keepsKnown = keepKnown
        settings.duplicateReason = withDuplicates
        settings.skipsProblems = skipErrors
        let act = RunOrganization(
          file: URL(fileURLWithPath: file), settings: settings, isTrial: dryRun,
          errorSheet: errors.map { URL(fileURLWithPath: $0) })
        return try await act.run(by: actor, installation.modules.imports) { step in
          if case .entered(let done, let total) = step { bar.show(done, of: total) }
        }
      }
      bar.end()
      try await installation.close()
      try report(outcome)
    }

    private func report(_ outcome: ImportRunOutcome) throws {
      let (counts, tally) = (outcome.counts, outcome.tally ?? OrganizationTally())
      for line in outcome.problems { print("  \(line)") }
      if counts.problems > outcome.problems.count, let errors { print("  Xem đủ ở \(errors).") }
      for line in outcome.changes.prefix(Self.changesShown) { print("  \(line)") }
      print(
        "\(counts.rows) dòng: \(tally.sentence); \(tally.sameRows) dòng không đổi gì, \(counts.problems) dòng không nhập được."
      )
      if tally.withoutPost > 0 { print("\(tally.withoutPost) người mới chưa có chức danh.") }
      if dryRun { return print("Chạy thử: chưa ghi gì.") }
      if outcome.isHeldBack {
        print("Chưa nhập dòng nào: sửa các dòng trên rồi chạy lại, hoặc thêm --skip-errors để bỏ qua chúng.")
        throw ExitCode(1)
      }
    }
  }
}
