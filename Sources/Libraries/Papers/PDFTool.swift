import Foundation
import Kernel

/// Reads PDF files with poppler and arranges their pages with qpdf.
package struct PDFTool: Sendable {
  package static let pagesMax = 2000

  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// Opens the file and tells what it is. Throws `PDFProblem` for one that needs a password, is broken, has no page or
  /// more than `pagesMax`; `ToolFailure` when poppler itself broke on it.
  package func inspect(_ file: URL, pagesMax: Int = PDFTool.pagesMax) async throws -> PDFFacts {
    let facts = try await facts(of: file, page: 1)
    guard facts.pageCount > 0 else { throw PDFProblem.hasNoPages }
    guard facts.pageCount <= pagesMax else { throw PDFProblem.tooManyPages(facts.pageCount, max: pagesMax) }
    return facts
  }

  /// The facts with the size of this page.
  func facts(of file: URL, page: Int) async throws -> PDFFacts {
    let said = try await reading {
      try await runner.withFolder { folder in
        try await runner.run(.pdfInfo, ["-f", "\(page)", "-l", "\(page)", path(file)], in: folder)
      }
    }
    var values: [String: String] = [:]
    for line in said.text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      // «Page    1 size» carries the number of its page.
      let words = line[..<colon].split(separator: " ").filter { Int($0) == nil }
      let value = line[line.index(after: colon)...].split(separator: " ").joined(separator: " ")
      values[words.joined(separator: " ").lowercased()] = value
    }
    guard let count = values["pages"].flatMap({ Int($0) }) else { throw PDFProblem.broken(said.errorText) }
    let size = (values["page size"] ?? "").split(separator: " ").compactMap { Double($0) }
    let sides = size.count >= 2 ? (size[0], size[1]) : (595, 842)
    let isTurned = values["page rot"] == "90" || values["page rot"] == "270"
    return PDFFacts(
      pageCount: count, pageWidth: isTurned ? sides.1 : sides.0, pageHeight: isTurned ? sides.0 : sides.1,
      version: values["pdf version"] ?? "", isRestricted: values["encrypted"]?.hasPrefix("yes") ?? false)
  }

  /// Turns poppler's and qpdf's complaints about the file into problems of the file.
  func reading<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch ToolFailure.failed(_, _, let message) {
      throw message.lowercased().contains("password") ? PDFProblem.needsPassword : PDFProblem.broken(message)
    }
  }

  func path(_ file: URL) -> String { file.path(percentEncoded: false) }
}
