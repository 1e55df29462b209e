import Foundation
import TestSupport
import Testing

@testable import Papers

@Suite("Mẫu Word có trường được điền") struct WordTemplateTests {
  private func filled(_ body: String, _ values: [String: String]) async throws -> [String] {
    try await SelfMadeFiles.use { files, _ in
      let template = try WordTemplate(try MadeWord(body: body).write(in: files))
      let target = files.folder.appending(path: "filled.docx")
      try template.write(filledWith: values, to: target)
      return try WordFile.document(of: target).paragraphTexts
    }
  }

  private func run(_ text: String, _ look: String = "") -> String {
    "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  @Test func aFieldSplitOverRunsTakesTheLookOfItsFirst() async throws {
    try await SelfMadeFiles.use { files, _ in
      let body =
        "<w:p>\(run("V/v {", "<w:b/>"))<w:proofErr w:type=\"spellStart\"/>\(run("{trich", "<w:i/>"))\(run("_yeu}} nhé"))</w:p>"
      let template = try WordTemplate(try MadeWord(body: body).write(in: files))
      #expect(try template.fieldNames() == ["trich_yeu"])
      let target = files.folder.appending(path: "filled.docx")
      try template.write(filledWith: ["trich_yeu": "kiểm kê <A> & B"], to: target)
      let paragraph = try #require(try WordFile.document(of: target).blocks.first?.paragraphs.first)
      #expect(paragraph.text == "V/v kiểm kê <A> & B nhé")
      #expect(paragraph.runs.first?.text == "V/v kiểm kê <A> & B" && paragraph.runs.first?.isBold == true)
    }
  }

  @Test func linesBecomeParagraphsWhereTheFieldStandsAlone() async throws {
    let body = "<w:p>\(run("{{noi_nhan}}"))</w:p><w:p>\(run("Gửi {{noi_nhan}}"))</w:p>"
    #expect(
      try await filled(body, ["noi_nhan": "- Như trên;\n- Lưu: VT."])
        == ["- Như trên;", "- Lưu: VT.", "Gửi - Như trên; - Lưu: VT."])
  }

  @Test func twoFieldsInOneRunAndOneWithoutValue() async throws {
    #expect(
      try await filled(
        "<w:p>\(run("{{dia_danh}}, năm {{ nam }} {{la}}"))</w:p>", ["dia_danh": "Hà Nội", "nam": "2026"])
        == ["Hà Nội, năm 2026 {{la}}"])
  }

  @Test func contentControlsAndTextBoxesAreFilled() async throws {
    let control =
      "<w:sdt><w:sdtPr><w:tag w:val=\"nguoi_ky\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(run("Họ"))\(run("tên"))</w:sdtContent></w:sdt>"
    let box =
      "<w:p><w:r><w:pict><w:txbxContent><w:p>\(run("{{dia_danh}}"))</w:p></w:txbxContent></w:pict></w:r>\(run("Ông {{nguoi_ky}}"))</w:p>"
    #expect(
      try await filled("<w:p>\(control)</w:p>\(box)", ["nguoi_ky": "Trần Thị Thu Hà", "dia_danh": "Hà Nội"])
        == ["Trần Thị Thu Hà", "Ông Trần Thị Thu Hà", "Hà Nội"])
  }
}
