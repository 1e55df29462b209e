import Foundation

extension PDFTool {
  /// The pages that a single picture covers at least half of: scans, whatever text lies over them.
  package func scannedPages(of file: URL, facts: PDFFacts) async throws -> Set<Int> {
    let half = facts.pageWidth * facts.pageHeight / 2
    let said = try await reading {
      try await runner.withFolder { folder in try await runner.run(.pdfPictures, ["-list", path(file)], in: folder) }
    }
    var pages: Set<Int> = []
    for line in said.text.split(separator: "\n") {
      let columns = line.split(separator: " ")
      guard columns.count >= 14, columns[2] == "image", let page = Int(columns[0]) else { continue }
      let numbers = [3, 4, 12, 13].compactMap { Double(columns[$0]) }
      guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { continue }
      // Pixels by dots an inch, in points.
      let area = numbers[0] / numbers[2] * 72 * numbers[1] / numbers[3] * 72
      if area >= half { pages.insert(page) }
    }
    return pages
  }
}
