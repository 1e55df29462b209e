import App
import ArgumentParser
import Database
import Documents
import Foundation
import Kernel

/// Brings lists in.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Nạp danh sách từ tệp.", subcommands: [Documents.self, Organization.self, Agencies.self, Whole.self])

  /// The directory of outside agencies.
  struct Agencies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Nạp danh bạ cơ quan ngoài từ tệp CSV (dòng đầu là tên cột, cần có «name»).")

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Tệp CSV, mã UTF-8.") var file: String

    func run() async throws {
      let text = try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8)
      let installation = try await options.open()
      let outcome = try await refusalsAsErrors {
        let act = try ImportOutsideAgencies(rows: CommaSeparatedText.rows(text))
        return try await installation.database.write { try act.performAsSystem(in: $0) }
      }
      try await installation.close()
      print("Thêm \(outcome.added), bổ sung \(outcome.completed), đã có \(outcome.unchanged) cơ quan.")
      for line in outcome.refused { print("Dòng \(line.line) không nhận: \(line.reason)") }
    }
  }
}
