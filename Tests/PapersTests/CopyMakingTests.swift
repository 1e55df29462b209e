import Foundation
import Kernel
import TestSupport
import Testing

@testable import Papers

private let morning = Instant(Day(number: 20_762), hour: 14, minute: 3) + .seconds(22)

extension CopyNote {
  fileprivate static func example(_ title: String = "SAO Y", recipients: [String] = ["Vụ Pháp chế"]) -> CopyNote {
    CopyNote(
      title: title, agencyName: "Tổng cục Địa chất", codeText: "12/SY-TCĐC", place: "Hà Nội", madeAt: morning,
      signatureLines: ["TL. TỔNG CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG"], signerName: "Phạm Thị Hương", recipients: recipients)
  }
}

@Suite("COPY-06, COPY-07 tệp bản sao") struct CopyMakingTests {
  /// As many numbered lines of a letter.
  private static func page(_ count: Int, from first: Int = 1) -> String {
    (first..<(first + count)).map { "Dong \($0) cua van ban" }.joined(separator: "\n")
  }

  private func make(
    _ work: CopyWork, of pages: [String], _ body: (URL, [PageText], ToolRunner) async throws -> Void
  ) async throws {
    try await SelfMadeFiles.use { files, runner in
      let source = try files.pdf("source.pdf", pages: pages)
      let target = files.folder.appending(path: "copy.pdf")
      let count = try await CopyMaking(runner: runner).write(work, of: source, to: target)
      let text = try await PDFTool(runner: runner).text(of: target)
      #expect(text.count == count)
      #expect(try await PDFTool(runner: runner).check(target).isSound)
      try await body(target, text, runner)
    }
  }

  @Test("under the text of the last page, on the same sheet when there is room") func underTheText() async throws {
    let work = CopyWork(note: .example(), isElectronic: false)
    try await make(work, of: [Self.page(20), Self.page(8)]) { _, pages, _ in
      #expect(pages.count == 2)
      let words = pages[1].words
      let end = try #require(words.filter { $0.text == "ban" }.map { $0.box.top + $0.box.height }.max())
      let note = words.filter { ["SAO", "Số:", "nhận:", "Lưu:"].contains($0.text) }
      #expect(note.count == 4 && note.allSatisfy { $0.box.top > end }, "\(pages[1].text)")
      for line in ["SAO Y", "Số: 12/SY-TCĐC", "Hà Nội, ngày 05 tháng 11 năm 2026", "CHÁNH VĂN PHÒNG", "- Lưu: VT."] {
        #expect(pages[1].text.contains(line), "\(line)")
      }
      #expect(!pages[0].text.contains("SAO Y"))
      // The form stands right of the agency, the number on the height of the date.
      let (form, code) = (
        try #require(words.first { $0.text == "SAO" }), try #require(words.first { $0.text == "Số:" })
      )
      let date = try #require(words.first { $0.text == "tháng" })
      #expect(form.box.left > 0.5 && code.box.left < 0.5 && abs(code.box.top - date.box.top) < 0.01)
    }
  }

  @Test("on a further sheet when the last one is full, or many recipients need more room") func onAFurtherSheet()
    async throws
  {
    try await make(CopyWork(note: .example(), isElectronic: false), of: [Self.page(24)]) { _, pages, _ in
      #expect(pages.count == 2 && !pages[0].text.contains("SAO Y") && pages[1].text.contains("SAO Y"))
      let first = try #require(pages[1].words.first)
      #expect(first.box.top < 0.15)
    }
    let many = (1...45).map { "Sở Nông nghiệp và Môi trường tỉnh thứ \($0)" }
    try await make(CopyWork(note: .example(recipients: many), isElectronic: false), of: [Self.page(8)]) { _, pages, _ in
      #expect(pages.count == 2 && pages[1].text.contains("tỉnh thứ 45;"))
    }
  }

  @Test("to electronic: the line at the upper right of the first page, no number") func electronic() async throws {
    let note = CopyNote.example("TRÍCH SAO")
    #expect(note.electronicLine == "TRÍCH SAO; Tổng cục Địa chất; 05/11/2026; 14:03:22 +07:00")
    try await make(CopyWork(note: .example(), isElectronic: true), of: [Self.page(20), Self.page(3)]) { _, pages, _ in
      #expect(pages.count == 2 && pages[0].text.contains("SAO Y; Tổng cục Địa chất; 05/11/2026; 14:03:22 +07:00"))
      let last = try #require(pages[0].words.first { $0.text == "+07:00" })
      #expect(last.box.top < 0.05 && last.box.left + last.box.width > 0.9)
      #expect(!pages.map(\.text).joined().contains("12/SY") && !pages[1].text.contains("SAO Y"))
    }
  }

  @Test("what is no colour scan of 200 dpi does not become electronic, and why") func scans() async throws {
    try await SelfMadeFiles.use { files, runner in
      let letter = try files.pdf("letter.pdf", pages: [Self.page(4)])
      #expect(try await ScanQuality(runner: runner).faults(of: letter) == ["Trang 1 không phải là ảnh quét."])
      for (dots, isGrey, faults) in [
        (200, false, [String]()), (120, false, ["120 dpi"]), (200, true, ["đen trắng"]),
        (100, true, ["đen trắng", "100 dpi"]),
      ] {
        let scan = try await scan(letter, dots: dots, isGrey: isGrey, files, runner)
        let found = try await ScanQuality(runner: runner).faults(of: scan)
        #expect(found.count == faults.count && zip(found, faults).allSatisfy { $0.contains($1) }, "\(found)")
        let work = CopyWork(note: .example(), isElectronic: true, mustBeScan: true)
        let target = files.folder.appending(path: "copy.pdf")
        if faults.isEmpty {
          #expect(try await CopyMaking(runner: runner).write(work, of: scan, to: target) == 1)
        } else {
          await #expect(throws: CopyTrouble.self) {
            try await CopyMaking(runner: runner).write(work, of: scan, to: target)
          }
        }
      }
    }
  }

  @Test("the end of a scan is found from its picture") func underAScan() async throws {
    try await SelfMadeFiles.use { files, runner in
      let letter = try files.pdf("letter.pdf", pages: [Self.page(6)])
      let scan = try await scan(letter, dots: 150, isGrey: true, files, runner)
      let target = files.folder.appending(path: "copy.pdf")
      let work = CopyWork(note: .example(), isElectronic: false)
      #expect(try await CopyMaking(runner: runner).write(work, of: scan, to: target) == 1)
      let tool = PDFTool(runner: runner)
      let end = try #require(
        try await tool.text(of: letter)[0].words.map { $0.box.top + $0.box.height }.max())
      let form = try #require(try await tool.text(of: target)[0].words.first { $0.text == "SAO" })
      #expect(form.box.top > end && form.box.top < end + 0.06)
    }
  }

  private func scan(
    _ file: URL, dots: Int, isGrey: Bool, _ files: SelfMadeFiles, _ runner: ToolRunner
  ) async throws -> URL {
    let image = files.folder.appending(path: "scan.png")
    try await PDFTool(runner: runner).writeImage(
      of: file, page: 1, style: PageImageStyle(.png, size: .dpi(dots), isGrey: isGrey), to: image)
    let jpeg = files.folder.appending(path: "scan.jpg")
    _ = try await runner.run(
      .imageMagick,
      [image.path, "-density", "\(dots)", "-units", "PixelsPerInch"]
        + (isGrey ? ["-colorspace", "Gray"] : ["-type", "TrueColor"])
        + ["scan.jpg"], in: files.folder)
    let scan = files.folder.appending(path: "scan-\(dots)-\(isGrey).pdf")
    try Data(ImagePDF.pdf(of: [JPEGPicture([UInt8](Data(contentsOf: jpeg)))])).write(to: scan)
    return scan
  }
}

@Suite("COPY-03 bản trích sao không giữ phần không trích") struct ExtractMakingTests {
  private static let sentences = [
    "ALPHA dat mo vang", "BRAVO nha kho thep", "CHARLIE xe o to tai", "DELTA may phat dien", "ECHO duong sat cu",
    "FOXTROT cang bien moi",
  ]

  @Test(
    "the extracted lines are read in the pictures, the others nowhere: no text, object, property or attachment",
    arguments: [false, true])
  func removes(isElectronic: Bool) async throws {
    try await SelfMadeFiles.use { files, runner in
      let tool = PDFTool(runner: runner)
      let bare = try files.pdf(
        "bare.pdf", pages: [Self.sentences.joined(separator: "\n"), "GOLF trang hai\nHOTEL het"])
      // An attached file and a title that tell what was not extracted.
      let secret = try files.file("secret.txt", "BRAVO nha kho thep")
      let source = files.folder.appending(path: "source.pdf")
      _ = try await runner.run(
        .qpdf, [bare.path, "--add-attachment", secret.path, "--filename=BRAVO.txt", "--", source.path], in: files.folder
      )
      let words = try await tool.text(of: source)[0].words
      func band(_ name: String) throws -> CopyWork.Band {
        let box = try #require(words.first { $0.text == name }).box
        return .init(page: 1, top: box.top - 0.004, bottom: box.top + box.height + 0.004)
      }
      let work = CopyWork(
        note: .example("TRÍCH SAO"), isElectronic: isElectronic,
        bands: [try band("ALPHA"), try band("DELTA"), .init(page: 2, top: 0, bottom: 1)])
      let target = files.folder.appending(path: "extract.pdf")
      _ = try await CopyMaking(runner: runner).write(work, of: source, to: target)
      let told = try await tool.text(of: target).map(\.text).joined(separator: "\n")
      #expect(told.contains("TRÍCH SAO") && told.contains("12/SY") != isElectronic)
      let read = try await OpticalReading(runner: runner).read(target, page: 1).text.text
      for name in ["ALPHA", "DELTA", "GOLF", "HOTEL"] { #expect(read.contains(name), "\(read)") }
      // Everything in the file, unpacked.
      let open = files.folder.appending(path: "open.pdf")
      _ = try await runner.run(
        .qpdf, ["--qdf", "--object-streams=disable", "--decode-level=generalized", target.path, open.path],
        in: files.folder)
      let bytes = String(decoding: try Data(contentsOf: open), as: UTF8.self)
      for name in ["BRAVO", "CHARLIE", "ECHO", "FOXTROT"] {
        #expect(!read.contains(name) && !told.contains(name) && !bytes.contains(name), "\(name)")
      }
      #expect(!bytes.contains("/EmbeddedFile") && !bytes.contains("/Metadata") && !told.contains("ALPHA"))
    }
  }

  @Test(
    "what certifies it stands on one sheet, however full the last one is",
    arguments: [12, 14, 16, 18, 20, 22, 24])
  func oneSheet(lines: Int) async throws {
    try await SelfMadeFiles.use { files, runner in
      let text = (1...lines).map { "Dong \($0) cua van ban" }.joined(separator: "\n")
      let source = try files.pdf("source.pdf", pages: [text])
      let target = files.folder.appending(path: "extract.pdf")
      let work = CopyWork(
        note: .example("TRÍCH SAO"), isElectronic: false, bands: [.init(page: 1, top: 0, bottom: 1)])
      _ = try await CopyMaking(runner: runner).write(work, of: source, to: target)
      let pages = try await PDFTool(runner: runner).text(of: target)
      let sheets = ["TRÍCH", "Số:", "Lưu:", "Hương"].map { word in
        pages.firstIndex { $0.words.contains { $0.text == word } }
      }
      #expect(Set(sheets).count == 1 && sheets[0] != nil, "\(sheets)")
    }
  }

  @Test("a band is cut between lines, where nothing is printed") func cuts() {
    var pgm = Array("P5 100 100 255\n".utf8)
    for row in 0..<100 {
      let isInk = (20..<30).contains(row) || (34..<44).contains(row)
      pgm += [UInt8](repeating: isInk ? 0 : 255, count: 100)
    }
    let ink = PageInk(pgm: pgm)
    #expect(ink?.extent == 0.2...0.44)
    let cut = ink?.cut(near: 0.295, within: 0.03) ?? 0
    #expect(cut > 0.3 && cut < 0.34)
    #expect(PageInk(pgm: Array("P6 1 1 255\n".utf8)) == nil)
  }
}
