import Foundation
import Kernel
import Testing

@testable import Papers

@Suite("DEN-08 dấu đến") struct PrintedStampTests {
  private func stamp(_ agencyName: String = "Tổng cục <Địa chất> & Khoáng sản") throws -> PrintedStamp {
    PrintedStamp(
      agencyName: agencyName, number: 7, day: try #require(Day(year: 2026, month: 11, day: 5)),
      forwardedTo: "Vụ Khoáng sản")
  }

  @Test func longNamesStayInside() throws {
    let name = String(repeating: "Trung tâm Ứng dụng công nghệ ", count: 4)
    let lines = StampLines(name, width: 47, size: 3.3, linesMax: 2)
    #expect(lines.lines.count == 2 && lines.size < 3.3)
    #expect(
      StampLines("một từ", width: 47, size: 3.3, linesMax: 2)
        == StampLines("một  từ", width: 47, size: 3.3, linesMax: 2))
  }

  @Test func liesWhereThePageIsBlank() {
    func page(_ boxes: [PageBox]) -> PageText {
      PageText(
        page: 1, origin: .textLayer,
        words: boxes.map { PageWord(text: "a", box: $0, line: 1, block: 1) })
    }
    func place(_ page: PageText) -> StampPlace { .blank(on: page, pageWidth: 595, pageHeight: 842) }
    #expect(place(page([])) == .usual)
    #expect(place(page([PageBox(left: 0.1, top: 0.02, width: 0.8, height: 0.02)])) == StampPlace(left: 20, top: 38))
    let leftHalf = PageBox(left: 0, top: 0, width: 0.5, height: 1)
    #expect(place(page([leftHalf])).left > 105)
    #expect(place(page([PageBox(left: 0, top: 0, width: 1, height: 1)])).top == 38)
    // A page written full as far as its lower third; then one that is full to the end.
    let lines = stride(from: 0.05, to: 0.95, by: 0.02).map { PageBox(left: 0.06, top: $0, width: 0.88, height: 0.015) }
    let low = place(page(lines.filter { $0.top < 0.7 }))
    #expect(low.top > 0.7 * 297 && low.top + PrintedStamp.height < 297)
    #expect(low.left + PrintedStamp.width <= 105, "the right half has signature and seal")
    #expect(place(page(lines)).top > 0.33 * 297, "number, date and subject stay uncovered")
  }

  @Test func printsOnACopyOfEveryPage() async throws {
    try await SelfMadeFiles.use { files, runner in
      let pdf = try files.pdf("a.pdf", pages: ["mot", "hai", "ba"])
      let before = try Data(contentsOf: pdf)
      let copy = files.folder.appending(path: "copy.pdf")
      try await StampedPrint(runner: runner).write(
        pdf, stamp: stamp(), at: StampPlace(left: 20, top: 60), provenance: "Người in: An & Bình, 08:00", to: copy)
      #expect(try Data(contentsOf: pdf) == before)
      let pages = try await PDFTool(runner: runner).text(of: copy)
      #expect(pages.count == 3)
      for page in pages { #expect(page.text.contains("Người in: An & Bình, 08:00")) }
      #expect(pages[0].words.contains { $0.text == "7" })
      let word = try #require(pages[0].words.first { $0.text == "ĐẾN" })
      #expect(
        word.box.left * 210 > 20 && word.box.left * 210 < 45 && word.box.top * 297 > 60 && word.box.top * 297 < 95)
      for words in [
        "TỔNG CỤC <ĐỊA CHẤT>", "Ngày: 05/11/2026", "Chuyển: Vụ Khoáng sản", "Số và ký hiệu HS: ...",
      ] {
        #expect(pages[0].text.contains(words), "\(words)")
      }
      #expect(pages[1...].allSatisfy { page in !page.words.contains { $0.text == "ĐẾN" } })
    }
  }
}
