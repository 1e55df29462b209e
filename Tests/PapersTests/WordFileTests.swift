import Foundation
import Kernel
import TestSupport
import Testing

@testable import Papers

extension MadeWord {
  func write(_ name: String = "a.docx", in files: SelfMadeFiles) throws -> URL {
    let file = files.folder.appending(path: name)
    try PackageWriting.write(allParts, to: file)
    return file
  }
}

@Suite("Tệp Word được đọc thành giá trị") struct WordFileTests {
  private func open(_ word: MadeWord) async throws -> WordDocument {
    try await SelfMadeFiles.use { files, _ in try WordFile.document(of: word.write(in: files)) }
  }

  @Test func stylesAndDirectSettingsMakeTheLook() async throws {
    let styles = """
      <w:styles \(MadeWord.names)><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/>\
      <w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:spacing w:before="120"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr>\
      <w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:i/></w:rPr></w:style></w:styles>
      """
    let theme = """
      <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>\
      <a:minorFont><a:latin typeface="Carlito"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
      """
    let document = try await open(
      MadeWord(
        body: """
          <w:p><w:pPr><w:pStyle w:val="T"/><w:ind w:firstLine="720"/></w:pPr><w:r><w:t>Mot</w:t></w:r>\
          <w:r><w:rPr><w:rStyle w:val="C"/><w:b w:val="0"/><w:sz w:val="28"/><w:rFonts w:ascii="Arial"/></w:rPr>\
          <w:t xml:space="preserve"> hai</w:t></w:r></w:p>
          """,
        parts: [("word/styles.xml", styles), ("word/theme/theme1.xml", theme)]))
    let paragraph = try #require(document.blocks.flatMap(\.paragraphs).first)
    #expect(paragraph.alignment == .center && paragraph.spaceBefore == 6)
    #expect(abs(paragraph.firstLineIndent - 12.7) < 0.01)
    #expect(
      paragraph.runs == [
        WordRun(text: "Mot", font: "Carlito", size: 11, isBold: true),
        WordRun(text: " hai", font: "Arial", size: 14, isItalic: true),
      ])
  }

  @Test func aStyleThatIsItsOwnParentEnds() async throws {
    let styles = """
      <w:styles \(MadeWord.names)><w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="T"/></w:style></w:styles>
      """
    let body = "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    #expect(try await open(MadeWord(body: body, parts: [("word/styles.xml", styles)])).text == "a")
  }

  @Test func textIsComposedAndComplete() async throws {
    let document = try await open(
      MadeWord(
        body: """
          <w:p><w:r><w:t>Qu\u{6F}\u{302}\u{301}c hiệu</w:t><w:tab/><w:t>x</w:t></w:r></w:p>\
          <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>\(MadeWord.paragraph("STT"))</w:tc>\
          <w:tc>\(MadeWord.paragraph("Tên"))</w:tc></w:tr><w:tr><w:tc>\(MadeWord.paragraph("1"))</w:tc><w:tc><w:p/></w:tc>\
          </w:tr></w:tbl><w:sdt><w:sdtContent>\(MadeWord.paragraph("trong ô"))</w:sdtContent></w:sdt>\
          <w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
          """))
    #expect(document.paragraphTexts == ["Quốc hiệu x", "STT", "Tên", "1", "trong ô", "liên kết"])
    #expect(document.blocks.first?.paragraphs.first?.writtenText.unicodeScalars.count == 13)
    guard case .table(let table) = document.blocks[1] else {
      Issue.record("không thấy bảng")
      return
    }
    #expect(table.headerRows == 1 && table.rows.count == 2)
  }

  @Test func listsAreCounted() async throws {
    func item(_ text: String, _ level: Int) -> String {
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let numbering = """
      <w:numbering \(MadeWord.names)><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>\
      <w:lvlText w:val="Điều %1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>\
      </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>
      """
    let document = try await open(
      MadeWord(
        body: item("Một", 0) + item("x", 1) + item("y", 1) + item("Hai", 0) + item("z", 1),
        parts: [("word/numbering.xml", numbering)]))
    #expect(document.paragraphTexts == ["Điều 1. Một", "a) x", "b) y", "Điều 2. Hai", "a) z"])
  }

  @Test func aSheetComesBackAsItWasWritten() async throws {
    try await SelfMadeFiles.use { files, runner in
      let sheet = WordSheet(
        title: "Thử",
        blocks: [
          .columns([
            FormColumnBlock(width: 70, [.text("TỔNG CỤC <A> & B", FormStyle(isBold: true, alignment: .center))]),
            FormColumnBlock(width: 90, [.rule(width: 40, of: 90)]),
          ]),
          .text("Nội dung", FormStyle(size: 14, isItalic: true, alignment: .justify, firstLineIndent: 12.7)),
        ])
      let file = files.folder.appending(path: "sheet.docx")
      try sheet.write(to: file)
      let first = try Data(contentsOf: file)
      try sheet.write(to: file)
      #expect(try Data(contentsOf: file) == first)
      let opened = try await WordFile(runner: runner).open(file, named: "sheet.docx")
      #expect(opened.replacement == nil && opened.told.isEmpty && opened.document.carried.isEmpty)
      #expect(opened.document.paragraphTexts == ["TỔNG CỤC <A> & B", "Nội dung"])
      let section = try #require(opened.document.sections.first)
      #expect(abs(section.pageWidth - 210) < 0.1 && abs(section.pageHeight - 297) < 0.1 && section.firstPageDiffers)
      #expect(abs(section.margins.left - 30) < 0.1 && abs(section.margins.right - 20) < 0.1)
      #expect(section.edges.map(\.showsPageNumber) == [true, false])
      let last = try #require(opened.document.blocks.last?.paragraphs.last)
      #expect(last.runs.map(\.size) == [14] && last.runs.map(\.isItalic) == [true] && last.alignment == .justify)
      let pdf = files.folder.appending(path: "sheet.pdf")
      try await WordFile(runner: runner).writePDF(of: file, to: pdf)
      #expect(try await PDFTool(runner: runner).text(of: pdf)[0].text.contains("Nội dung"))
    }
  }
}
