import App
import ArgumentParser
import Database
import Foundation
import Kernel
import Transfer

/// Writes everything in the open form.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Kết xuất toàn bộ cơ quan, sổ, văn bản và tệp ra một thư mục, dạng mở (JSONL); máy chủ vẫn chạy.")

  @OptionGroup var options: InstallationOptions
  @Argument(help: "Thư mục mới hoặc trống.") var folder: String

  func run() async throws {
    let installation = try await options.open()
    let bar = ProgressBar("Kết xuất")
    let act = ExportInstallation(to: URL(fileURLWithPath: folder, isDirectory: true))
    let outcome = try await refusalsAsErrors {
      try act.run(installation.database, installation.vault) { bar.show($0) }
    }
    bar.end()
    try await refusalsAsErrors { try await installation.database.write { try ExportInstallation.record(in: $0) } }
    try await installation.close()
    print(
      "Đã kết xuất \(outcome.documents) văn bản (\(outcome.rows) dòng), \(outcome.files) tệp, \(ByteText.text(outcome.bytes)) vào \(folder)."
    )
  }
}

extension Import {
  /// An export of the open form, into an empty installation.
  struct Whole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "installation",
      abstract: "Nạp bản kết xuất toàn bộ vào một thư mục dữ liệu mới. Tài khoản không nằm trong bản kết xuất.")

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Thư mục do «chauban export» tạo ra.") var folder: String

    func run() async throws {
      let installation = try await options.open()
      let bar = ProgressBar("Nạp")
      let act = ImportInstallation(from: URL(fileURLWithPath: folder, isDirectory: true))
      let outcome = try await refusalsAsErrors {
        try await act.run(installation.database, installation.vault) { bar.show($0, of: $1) }
      }
      bar.end()
      try await installation.close()
      print("Đã nạp \(outcome.documents) văn bản (\(outcome.rows) dòng), \(outcome.files) tệp.")
      print("Tạo tài khoản quản trị đầu tiên: chauban user add.")
    }
  }
}
