import Foundation
import Kernel
import TestSupport
import Testing

@testable import Papers

@Suite("Tệp Word hỏng hoặc nguy hiểm") struct WordDangerTests {
  enum Danger: String, CaseIterable {
    case notZip, cut, noDocument, badXML, doctype, deep, dde, textFile, bomb, wrongSum

    var answer: String {
      switch self {
      case .notZip, .noDocument, .textFile: "không phải tài liệu Word"
      case .cut: "bị cắt cụt"
      case .badXML, .wrongSum: "bị hỏng"
      case .doctype: "DOCTYPE"
      case .deep: "lồng sâu quá"
      case .dde: "DDE"
      case .bomb: "giải nén ra"
      }
    }
  }

  @Test(arguments: Danger.allCases) func isRefused(_ danger: Danger) async throws {
    try await SelfMadeFiles.use { files, runner in
      let file = try Self.file(danger, files)
      do {
        _ = try await WordFile(runner: runner).open(file, named: "thu.docx")
        Issue.record("đã nhận tệp: \(danger)")
      } catch let refusal as Refusal {
        #expect(refusal.message.contains("thu.docx") && refusal.message.contains(danger.answer), "\(refusal.message)")
      }
    }
  }

  private static func file(_ danger: Danger, _ files: SelfMadeFiles) throws -> URL {
    let text = MadeWord.paragraph("chữ")
    switch danger {
    case .notZip: return try files.file("a", MadePDF.of(["mot"]))
    case .textFile: return try files.file("a", "Chỉ là chữ")
    case .cut:
      let whole = try Data(contentsOf: MadeWord(body: text).write(in: files))
      return try files.file("b", Array(whole.dropLast(40)))
    case .noDocument:
      return try files.file("a", SelfMadeFiles.zip([("a.txt", 9, 9)]))
    case .badXML: return try MadeWord(body: "<w:p><w:r></w:p>").write(in: files)
    case .doctype: return try MadeWord.withDoctype.write(in: files)
    case .deep:
      let depth = 300
      return try MadeWord(
        body: String(repeating: "<w:sdt><w:sdtContent>", count: depth)
          + String(repeating: "</w:sdtContent></w:sdt>", count: depth)
      ).write(in: files)
    case .dde: return try MadeWord.startingPrograms.write(in: files)
    case .bomb: return try MadeWord.bomb.write(in: files)
    case .wrongSum:
      var bytes = [UInt8](try Data(contentsOf: MadeWord(body: text).write(in: files)))
      // A byte inside the packed document part.
      let place = try #require(bytes.lastIndex(of: Array("word/document.xml".utf8))) - 400
      bytes[place] ^= 0xFF
      return try files.file("b", bytes)
    }
  }

  @Test func macrosAreTakenOutAndItIsSaid() async throws {
    try await SelfMadeFiles.use { files, runner in
      let file = try MadeWord.withMacro("Nội dung giữ nguyên").write(in: files)
      #expect(try WordFile.document(of: file).carried == [.macros])
      let opened = try await WordFile(runner: runner).open(file, named: "co-macro.docm")
      #expect(opened.document.carried.isEmpty && opened.document.text == "Nội dung giữ nguyên")
      #expect(opened.told.count == 1 && opened.told[0].contains("không có macro"))
      let kept = files.folder.appending(path: "kept.docx")
      try #require(opened.replacement).write(to: kept)
      #expect(try !WordPackage(kept).names.contains { $0.contains("vba") })
    }
  }

  @Test func whatIsCarriedIsTold() async throws {
    try await SelfMadeFiles.use { files, _ in
      let file = try MadeWord(
        body: """
          <w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>\
          <w:r><w:commentReference/></w:r></w:p>
          """,
        parts: [("word/embeddings/a.bin", "x")],
        relations:
          "<Relationship Id=\"a\" Type=\"\(MadeWord.office)/attachedTemplate\" Target=\"http://x/a.dotm\" TargetMode=\"External\"/>"
      ).write(in: files)
      let document = try WordFile.document(of: file)
      #expect(document.text == "thêm")
      #expect(document.carried == [.trackedChanges, .comments, .embeddedObjects, .outsideContent])
    }
  }

  @Test func anOldWordFileNeedsLibreOffice() async throws {
    try await SelfMadeFiles.use { files, runner in
      let sheet = files.folder.appending(path: "a.docx")
      try WordSheet(title: "a", blocks: [.text("Kính gửi: Sở Nội vụ")]).write(to: sheet)
      let old = files.folder.appending(path: "a.doc")
      try await OfficeConversion(runner: runner).convert(sheet, kind: .docx, to: .doc, target: old)
      let opened = try await WordFile(runner: runner).open(old, named: "cu.doc")
      #expect(opened.document.text == "Kính gửi: Sở Nội vụ" && opened.replacement != nil && opened.told.count == 1)
      var without = runner
      without.searchPath = []
      await #expect(throws: Tool.office.missing) { try await WordFile(runner: without).open(old, named: "cu.doc") }
    }
  }
}
