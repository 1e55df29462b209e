import Foundation
import Papers
import Testing

@Suite("Texts laid over pages") struct PageOverlayTests {
  @Test func standsWhereItWasPutAndLeavesThePageAsItWas() async throws {
    try await SelfMadeFiles.use { files, runner in
      let pdf = try files.pdf("a.pdf", pages: ["mot", "hai", "ba"])
      let before = try Data(contentsOf: pdf)
      let target = files.folder.appending(path: "laid.pdf")
      var number = PageOverlay.Mark(
        ["05 & <06>", "dòng hai"], left: 40, top: 100, width: 60, height: 12, size: 13, alignment: .center)
      number.coversPage = true
      var overlay = PageOverlay([number, .rule(left: 30, top: 150, width: 150)], onPage: 1)
      overlay.marks[3] = [.init(["Trang ba"], left: 20, top: 20, width: 50, height: 8, size: 10)]
      let tool = PDFTool(runner: runner)
      try await tool.lay(overlay, on: pdf, to: target)
      #expect(try Data(contentsOf: pdf) == before)
      let pages = try await tool.text(of: target)
      #expect(pages.map { $0.text.contains("mot") } == [true, false, false])
      #expect(pages[0].text.contains("05 & <06>") && pages[0].text.contains("dòng hai"))
      #expect(!pages[1].text.contains("05") && !pages[1].text.contains("Trang"))
      #expect(pages[2].text.contains("ba") && pages[2].text.contains("Trang ba"))
      let word = try #require(pages[0].words.first { $0.text == "05" })
      #expect((40...100).contains(word.box.left * 210) && (98...106).contains(word.box.top * 297))
    }
  }

  @Test func refusesPagesThatAreNotThere() async throws {
    try await SelfMadeFiles.use { files, runner in
      let pdf = try files.pdf("a.pdf", pages: ["mot"])
      let overlay = PageOverlay([.init(["x"], left: 1, top: 1, width: 9, height: 9, size: 9)], onPage: 2)
      await #expect(throws: ToolFailure.self) {
        try await PDFTool(runner: runner).lay(overlay, on: pdf, to: files.folder.appending(path: "b.pdf"))
      }
    }
  }
}
