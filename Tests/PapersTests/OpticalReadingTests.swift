import Foundation
import Testing

@testable import Papers

@Suite("Nhận dạng chữ (OCR)") struct OpticalReadingTests {
  /// A scan of letters without marks is enough to see places, turns and order.
  private static let lines =
    ["QUYET DINH"]
    + (1...10).map { "Dieu \($0). Giao Van phong va cac don vi lien quan \($0 * 7)" }

  private func scan(_ files: SelfMadeFiles, _ runner: ToolRunner, quarterTurns: Int) async throws -> URL {
    let drawn = Self.lines.map { "(\($0)) Tj 0 -60 Td" }.joined(separator: " ")
    let page = try files.pdf("page.pdf", pages: ["x) Tj /F1 16 Tf 0 -60 Td \(drawn) (y"])
    let png = files.folder.appending(path: "page.png")
    let tool = PDFTool(runner: runner)
    try await tool.writeImage(of: page, page: 1, style: PageImageStyle(.png, size: .dpi(150)), to: png)
    let pdf = files.folder.appending(path: "scan.pdf")
    try await ImagePDF(runner: runner).write(png, kind: .png, to: pdf)
    guard quarterTurns != 0 else { return pdf }
    // The turned page is made a picture again, so that nothing in the file tells of the turn.
    let turned = files.folder.appending(path: "turned.pdf")
    try await tool.assemble([PDFPagePick(pdf, page: 1, quarterTurns: quarterTurns)], to: turned)
    try await tool.writeImage(of: turned, page: 1, style: PageImageStyle(.png, size: .dpi(150)), to: png)
    try await ImagePDF(runner: runner).write(png, kind: .png, to: pdf)
    return pdf
  }

  @Test(arguments: [0, 2]) func readsAScanHoweverItLies(quarterTurns: Int) async throws {
    try await SelfMadeFiles.use { files, runner in
      let pdf = try await scan(files, runner, quarterTurns: quarterTurns)
      #expect(try await PDFTool(runner: runner).text(of: pdf)[0].origin == .none)
      let page = try await OpticalReading(runner: runner, dpi: 200).read(pdf, page: 1)
      #expect(page.text.origin == .ocr && page.quarterTurns == quarterTurns)
      #expect(page.confidence > 60, "\(page.confidence) \(page.text.text)")
      #expect(page.text.text.contains("QUYET DINH") && page.text.text.contains("35"))
      let word = try #require(page.text.words.first { $0.text == "QUYET" })
      let expected = PageBox(left: 72.0 / 595, top: 144.0 / 842, width: 0.1, height: 0.015)
        .turned(back: quarterTurns)
      #expect(abs(word.box.left - expected.left) < 0.04 && abs(word.box.top - expected.top) < 0.04)
    }
  }

  @Test func tableBecomesWords() {
    let table = TesseractTable(
      """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t
      2\t1\t1\t0\t0\t0\t100\t200\t300\t40\t-1\t
      3\t1\t1\t1\t0\t0\t100\t200\t300\t40\t-1\t
      4\t1\t1\t1\t1\t0\t100\t200\t300\t40\t-1\t
      5\t1\t1\t1\t1\t1\t100\t200\t100\t40\t96.5\tSố:
      5\t1\t1\t1\t1\t2\t220\t200\t100\t40\t91\t"15/QĐ
      5\t1\t1\t1\t1\t3\t330\t200\t10\t40\t91\t
      """)
    #expect(table.words.map(\.text) == ["Số:", "\"15/QĐ"])
    #expect(
      table.words.first
        == PageWord(
          text: "Số:", box: PageBox(left: 0.1, top: 0.1, width: 0.1, height: 0.02), line: 1, block: 1, confidence: 96.5)
    )
  }

  @Test(arguments: 0...3) func boxesTurnBack(quarterTurns: Int) {
    let box = PageBox(left: 0.125, top: 0.25, width: 0.5, height: 0.0625)
    var turned = box
    for _ in 0..<(4 - quarterTurns) % 4 { turned = turned.turned(back: 1) }
    #expect(turned.turned(back: quarterTurns) == box)
  }
}
