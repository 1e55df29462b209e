import App
import ArgumentParser
import Database
import Foundation
import Identity
import Kernel
import Transfer

extension ImportSettings.Numbering: ExpressibleByArgument {}

extension Import {
  /// Lines of an old book, with their numbers and files.
  struct Documents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Nhập sổ cũ: văn bản đến từ tệp Excel, CSV (UTF-8) hoặc JSONL; máy chủ vẫn chạy.",
      discussion: """
        Chạy thử trước với --dry-run: mọi dòng được kiểm tra, không ghi gì. Bị dừng giữa chừng thì chạy lại đúng lệnh \
        cũ: phần đã nhập không nhập lần nữa.
        """)

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Tệp Excel, CSV hoặc JSONL.") var file: String
    @Option(name: .customLong("as"), help: "Tên đăng nhập của văn thư có sổ nhận các văn bản này.") var clerk: String
    @Option(help: "Tệp ánh xạ cột (JSON).") var mapping: String?
    @Option(help: "Thư mục hoặc tệp ZIP chứa tệp của văn bản (mặc định: thư mục của tệp nhập).") var files: String?
    @Option(help: "Số đến: own giữ số trong tệp, arrival cấp theo thứ tự ngày đến.") var numberBy =
      ImportSettings.Numbering.own
    @Option(help: "Nhập cả văn bản giống văn bản đã có, ghi lý do này.") var withDuplicates: String?
    @Flag(help: "Bỏ qua dòng sai, nhập các dòng đúng.") var skipErrors = false
    @Flag(help: "Chỉ kiểm tra, không ghi gì.") var dryRun = false
    @Option(help: "Ghi các dòng không nhập được ra tệp Excel này.") var errors: String?

    func validate() throws {
      if let withDuplicates, withDuplicates.isEmpty || withDuplicates.count > 500 {
        throw ValidationError("Lý do nhập văn bản giống nhau dài từ 1 đến 500 ký tự.")
      }
    }

    func run() async throws {
      let installation = try await options.open()
      let bars = (ProgressBar("Kiểm tra"), ProgressBar("Nhập vào sổ"))
      let outcome = try await refusalsAsErrors {
        let actor = try await installation.database.read { [clerk] in
          try StandingActor.find(loginName: clerk, with: .registryClerk, in: $0)
        }
        var settings = try ImportSettings.reading(mapping: mapping.map { URL(fileURLWithPath: $0) }, .documents)
        settings.numbering = numberBy
        settings.duplicateReason = withDuplicates
        settings.skipsProblems = skipErrors
        let act = RunOldBook(
          file: URL(fileURLWithPath: file), settings: settings, files: files.map { URL(fileURLWithPath: $0) },
          isTrial: dryRun, errorSheet: errors.map { URL(fileURLWithPath: $0) })
        return try await act.run(by: actor, installation.modules.imports) { step in
          switch step {
          case .checked(let rows): bars.0.show(rows)
          case .entered(let done, let total): bars.1.show(done, of: total)
          }
        }
      }
      bars.1.end()
      try await installation.close()
      try report(outcome)
    }

    private func report(_ outcome: ImportRunOutcome) throws {
      let counts = outcome.counts
      print(
        "\(counts.rows) dòng: \(counts.good) nhập được, \(counts.problems) không nhập được, \(counts.duplicates) giống văn bản khác."
      )
      for line in outcome.problems { print("  \(line)") }
      if counts.problems > outcome.problems.count, let errors { print("  Xem đủ ở \(errors).") }
      if dryRun { return print("Chạy thử: chưa ghi gì.") }
      if outcome.isHeldBack {
        print("Chưa nhập dòng nào: sửa các dòng trên rồi chạy lại, hoặc thêm --skip-errors để bỏ qua chúng.")
        throw ExitCode(1)
      }
      print("Trong sổ có \(counts.entered) văn bản của tệp này.")
    }
  }
}
