import Foundation

/// Whether a scan is what the law asks of a digitised paper: PDF 1.4 or newer, in colour, 200 dots an inch or more
/// (COPY-05; Decree 30/2020, Annex I.II.I.2).
package struct ScanQuality: Sendable {
  package static let dotsMin = 200.0
  /// A scanner's inch is not ours to the last dot.
  private static let tolerance = 3.0

  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// Everything that is wrong with it, in Vietnamese; empty when it fits. Throws as `PDFTool.inspect` does.
  package func faults(of file: URL) async throws -> [String] {
    let tool = PDFTool(runner: runner)
    let facts = try await tool.inspect(file)
    let pictures = try await tool.pictures(of: file)
    var faults: [String] = []
    if facts.version.compare("1.4", options: .numeric) == .orderedAscending {
      faults.append("Tệp là PDF \(facts.version); cần PDF 1.4 trở lên.")
    }
    let area = facts.pageWidth * facts.pageHeight
    let pages = Dictionary(grouping: pictures, by: \.page)
    func told(_ numbers: [Int]) -> String {
      numbers.prefix(8).map(String.init).joined(separator: ", ") + (numbers.count > 8 ? "…" : "")
    }
    let all = Array(1...max(1, facts.pageCount))
    let large = all.filter { page in pages[page]?.contains { $0.area >= area / 2 } == true }
    let unscanned = all.filter { !large.contains($0) }
    if !unscanned.isEmpty { faults.append("Trang \(told(unscanned)) không phải là ảnh quét.") }
    let grey = large.filter { page in pages[page]?.contains(where: \.isColour) != true }
    if !grey.isEmpty { faults.append("Trang \(told(grey)) quét đen trắng; cần quét màu.") }
    let coarse = large.compactMap { page -> (page: Int, dots: Double)? in
      let dots = pages[page]?.filter { $0.area >= area / 2 }.map(\.dots).max() ?? 0
      return dots < Self.dotsMin - Self.tolerance ? (page, dots) : nil
    }
    if let least = coarse.map(\.dots).min() {
      faults.append(
        "Trang \(told(coarse.map(\.page))) quét ở \(Int(least)) dpi; cần từ \(Int(Self.dotsMin)) dpi trở lên.")
    }
    return faults
  }
}

/// A picture inside a PDF, as it lies on its page.
struct PDFPicture: Sendable, Equatable {
  var page: Int
  /// Dots an inch, the fewer of both directions.
  var dots: Double
  /// Square points that it covers.
  var area: Double
  var isColour: Bool
}

extension PDFTool {
  /// Every picture of a file, masks left out.
  func pictures(of file: URL) async throws -> [PDFPicture] {
    let said = try await reading {
      try await runner.withFolder { folder in try await runner.run(.pdfPictures, ["-list", path(file)], in: folder) }
    }
    return said.text.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: " ")
      guard columns.count >= 14, columns[2] == "image", let page = Int(columns[0]) else { return nil }
      let numbers = [3, 4, 12, 13].compactMap { Double(columns[$0]) }
      guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
      return PDFPicture(
        page: page, dots: min(numbers[2], numbers[3]),
        area: numbers[0] / numbers[2] * 72 * numbers[1] / numbers[3] * 72,
        isColour: columns[5] != "gray" && columns[6] != "1")
    }
  }
}
