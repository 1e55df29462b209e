import App
import ArgumentParser
import Documents
import Foundation
import Papers

/// Measures how well fields are read from real papers with known answers.
struct Extraction: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Đo tỷ lệ đọc đúng từng trường trên các văn bản mẫu.", shouldDisplay: false)

  @Argument(help: "Thư mục mẫu, có documents/ và ground-truth.json.") var samples: String
  @Flag(help: "Liệt kê cả những chỗ đọc sai.") var misses = false

  func run() async throws {
    let report = try await ReadingReport.run(
      samples: URL(fileURLWithPath: samples, isDirectory: true), runner: .detected())
    print(report.text)
    if misses { print(report.missText) }
  }
}
