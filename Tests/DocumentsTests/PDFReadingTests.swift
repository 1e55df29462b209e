import Foundation
import Papers
import TestSupport
import Testing

@testable import Documents

@Suite("Đọc PDF: lớp chữ trước, nhận dạng khi cần") struct PDFReadingTests {
  private static let letter = (1...6).map { _ in
    "Về việc kiểm kê trữ lượng đá vôi tại các mỏ đã được cấp phép"
  }.joined(separator: "\n")

  /// The pages' text as read, and where each came from.
  private func read(_ pages: [String]) async throws -> PDFReading.Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pdf-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.pdf")
    try Data(MadePDF.of(pages)).write(to: file)
    let runner = await ToolRunner.detected(scratch: folder)
    return try await PDFReading(runner: runner).read(file, facts: try await PDFTool(runner: runner).inspect(file))
  }

  @Test("a written page of a few words is not recognized in vain") func shortPage() async throws {
    let result = try await read([Self.letter, "Nơi nhận: Như trên"])
    #expect(result.pages.map(\.origin) == [.textLayer, .textLayer])
    #expect(result.pages[1].text == "Nơi nhận: Như trên")
  }

  @Test("a page without words is recognized when the whole layer is useless") func useless() async throws {
    let result = try await read(["Kiem ke"])
    #expect(result.pages.map(\.origin) == [.ocr])
  }
}
