import Foundation
import Kernel
import TestSupport
import Testing

@testable import Papers

@Suite("PDF qua poppler và qpdf") struct PDFToolTests {
  @Test func readsFactsTextAndPictures() async throws {
    try await SelfMadeFiles.use { files, runner in
      let tool = PDFTool(runner: runner)
      let pdf = try files.pdf("a.pdf", pages: ["So 15 &", "hai", ""])
      let facts = try await tool.inspect(pdf)
      #expect(facts == PDFFacts(pageCount: 3, pageWidth: 595, pageHeight: 842, version: "1.4", isRestricted: false))

      let pages = try await tool.text(of: pdf)
      #expect(pages.map(\.page) == [1, 2, 3])
      #expect(pages.map(\.text) == ["So 15 &", "hai", ""])
      #expect(pages.map(\.origin) == [.textLayer, .textLayer, .none])
      let word = try #require(pages[0].words.first)
      #expect(abs(word.box.left - 72.0 / 595) < 0.01 && word.box.top > 0.08 && word.box.top < 0.13)
      #expect(try await tool.text(of: pdf, pages: 2...2).map(\.page) == [2])

      let jpeg = try await tool.image(of: pdf, page: 2, style: .screen)
      #expect(FileSignature.kind(ofHead: jpeg, isWhole: true) == .jpeg)
      #expect(try JPEGPicture(jpeg).height == 1600)
      let target = files.folder.appending(path: "images")
      let images = try await tool.writeImages(of: pdf, pages: 1...3, format: .png, longSide: 200, into: target)
      #expect(images.map(\.lastPathComponent) == ["page-1.png", "page-2.png", "page-3.png"])
    }
  }

  @Test func tellsScansFromPagesThatWereWritten() async throws {
    try await SelfMadeFiles.use { files, runner in
      let tool = PDFTool(runner: runner)
      let written = try files.pdf("written.pdf", pages: ["mot", "hai"])
      #expect(try await tool.scannedPages(of: written, facts: tool.inspect(written)) == [])
      let images = try await tool.writeImages(
        of: written, pages: 2...2, format: .png, longSide: 900, into: files.folder.appending(path: "images"))
      let scan = files.folder.appending(path: "scan.pdf")
      try await ImagePDF(runner: runner).write(images[0], kind: .png, to: scan)
      #expect(try await tool.scannedPages(of: scan, facts: tool.inspect(scan)) == [1])
      let both = files.folder.appending(path: "both.pdf")
      try await tool.assemble([PDFPagePick(written, page: 1), PDFPagePick(scan, page: 1)], to: both)
      #expect(try await tool.scannedPages(of: both, facts: tool.inspect(both)) == [2])
    }
  }

  @Test func assemblesAndTurnsPages() async throws {
    try await SelfMadeFiles.use { files, runner in
      let tool = PDFTool(runner: runner)
      let one = try files.pdf("one.pdf", pages: ["mot", "hai", "ba"])
      let two = try files.pdf("two.pdf", pages: ["bon"])
      let target = files.folder.appending(path: "new/out.pdf")
      try await tool.assemble(
        [
          PDFPagePick(one, page: 3), PDFPagePick(one, page: 1, quarterTurns: 1),
          PDFPagePick(two, page: 1, quarterTurns: -2),
        ],
        to: target)
      #expect(try await tool.text(of: target).map(\.text).map { $0.filter(\.isLetter) } == ["ba", "mot", "bon"])
      #expect(try await tool.facts(of: target, page: 2).pageWidth == 842)
      #expect(try await tool.check(target).isSound)
    }
  }

  @Test func refusesWhatCannotBeKept() async throws {
    try await SelfMadeFiles.use { files, runner in
      let tool = PDFTool(runner: runner)
      let good = MadePDF.of(["mot"])
      let html = try files.file("html", "<html>không phải PDF</html>")
      let broken = try files.file("broken", Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0x41, count: 5000))
      let truncated = try files.file("truncated", Array(good.prefix(300)))
      let thick = try files.pdf("thick.pdf", pages: Array(repeating: "x", count: 10_000))
      let whole = try files.file("whole", good)
      let locked = files.folder.appending(path: "locked.pdf")
      let restricted = files.folder.appending(path: "restricted.pdf")
      try await runner.withFolder { folder in
        for (user, target) in [("mo", locked), ("", restricted)] {
          _ = try await runner.run(
            .qpdf, ["--encrypt", user, "chu", "256", "--print=none", "--", whole.path, "out.pdf"], in: folder)
          try tool.replace(target, with: folder.appending(path: "out.pdf"))
        }
      }
      await #expect(throws: PDFProblem.needsPassword) { _ = try await tool.inspect(locked) }
      await #expect(throws: PDFProblem.needsPassword) { _ = try await tool.text(of: locked) }
      #expect(try await tool.inspect(restricted).isRestricted)
      await #expect(throws: PDFProblem.tooManyPages(10_000, max: 2000)) { _ = try await tool.inspect(thick) }
      for file in [html, broken, truncated] {
        await #expect(throws: PDFProblem.self) { _ = try await tool.inspect(file) }
      }
      #expect(
        PDFProblem.tooManyPages(10_000, max: 2000).refusal(named: "a.pdf").message
          == "Tệp «a.pdf» có 10.000 trang, nhiều hơn 2.000 trang. Tách thành nhiều tệp rồi tải lên lại.")
    }
  }

  @Test func aPageOfASquareKilometreStaysAPicture() async throws {
    try await SelfMadeFiles.use { files, runner in
      let pdf = try files.pdf("big.pdf", pages: ["to"], width: 2_000_000, height: 2_000_000)
      let image = try await PDFTool(runner: runner)
        .image(of: pdf, page: 1, style: PageImageStyle(.png, size: .dpi(300), isGrey: true))
      #expect(FileSignature.kind(ofHead: image, isWhole: true) == .png)
    }
  }

  @Test func picturesBecomeAPDF() async throws {
    try await SelfMadeFiles.use { files, runner in
      let tool = PDFTool(runner: runner)
      let source = try files.pdf("a.pdf", pages: ["mot"])
      let png = files.folder.appending(path: "stored-picture")
      try await tool.writeImage(of: source, page: 1, style: PageImageStyle(.png, size: .dpi(150)), to: png)
      let pdf = files.folder.appending(path: "picture.pdf")
      try await ImagePDF(runner: runner).write(png, kind: .png, to: pdf)
      let facts = try await tool.inspect(pdf)
      #expect(facts.pageCount == 1 && abs(facts.pageWidth - 595) < 3 && abs(facts.pageHeight - 842) < 3)
      #expect(try await tool.check(pdf).isSound)

      let tiff = files.folder.appending(path: "two.tif")
      try await runner.withFolder { folder in
        _ = try await runner.run(.imageMagick, [png.path, png.path, "tiff:out.tif"], in: folder)
        try tool.replace(tiff, with: folder.appending(path: "out.tif"))
      }
      try await ImagePDF(runner: runner).write(tiff, kind: .tiff, to: pdf)
      #expect(try await tool.inspect(pdf).pageCount == 2)

      let broken = try files.file("broken.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])
      await #expect(throws: ToolFailure.self) { try await ImagePDF(runner: runner).write(broken, kind: .png, to: pdf) }
    }
  }
}
