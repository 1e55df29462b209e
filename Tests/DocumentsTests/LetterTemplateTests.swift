import Foundation
import Papers
import Testing

@testable import Documents

@Suite("ST-15 mẫu của 29 loại văn bản") struct LetterTemplateTests {
  @Test(arguments: DocumentType.administrative) func theFormCheckFindsNothing(_ type: DocumentType) throws {
    let fields = LetterExamples.fields(type)
    let document = try LetterExamples.document(fields)
    let findings = FormCheck.findings(in: document, facts: fields.facts)
    let dotted = FormCheck.findings(in: try LetterExamples.template(fields), facts: fields.facts)
    #expect(dotted.map(\.rule) == ["con-sot"], "what is still to be written is told")
    #expect(findings.isEmpty, "\(type.name): \(findings.map { "\($0.rule): \($0.message) «\($0.excerpt)»" })")
    let letter = Letter(document)
    #expect(letter.type?.key == (type.key == "thuCong" ? nil : type.key) || type.key == "thuCong")
    #expect(letter.issuers.map(\.text) == ["BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "TỔNG CỤC ĐỊA CHẤT"])
  }

  @Test func aLetterHasItsParts() throws {
    let letter = Letter(try LetterExamples.document(LetterExamples.fields(.congVan)))
    #expect(letter.number?.text == "Số: /TCĐC-KHTC")
    #expect(letter.date?.text == "Hà Nội, ngày tháng năm 2026")
    #expect(letter.letterSubject.map(\.text) == ["V/v kiểm kê tài sản công năm 2026 tại các đơn vị trực thuộc"])
    #expect(letter.addressees.map(\.text) == ["Kính gửi:", "- Cục Địa chất miền Bắc;", "- Viện Khoa học Địa chất."])
    #expect(letter.signature.map(\.text) == ["KT. TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG"])
    #expect(letter.signerName?.text == "Trần Thị Thu Hà")
    #expect(
      letter.recipients.map(\.text) == [
        "- Như trên;", "- Các Phó Tổng cục trưởng;", "- Trang thông tin điện tử;", "- Lưu: VT, KHTC.",
      ])
  }

  @Test func anIntroductionIsFiledByTheClerkAlone() throws {
    let letter = Letter(try LetterExamples.document(LetterExamples.fields(try #require(.known("giayGioiThieu")))))
    #expect(letter.recipients.last?.text == "- Lưu: VT.")
    #expect(letter.title.isEmpty)
  }

  @Test("a telegram and an invitation name whom they go to in their body", arguments: ["congDien", "giayMoi"])
  func namesPlaces(key: String) throws {
    var fields = LetterExamples.fields(try #require(.known(key)))
    fields.addressees = ["Cục Địa chất miền Bắc"]
    let letter = Letter(try LetterExamples.document(fields))
    #expect(letter.body.contains { $0.text.contains("Cục Địa chất miền Bắc") }, "\(letter.body.map(\.text))")
    #expect(letter.recipients.first?.text == "- Như trên;")
  }

  @Test("a decision that brings a text has the articles of form 1.3", arguments: ["ban hành", "Về việc phê duyệt"])
  func bringsText(words: String) throws {
    var fields = LetterExamples.fields(try #require(.known("quyetDinh")))
    fields.subject = "\(words) Quy chế làm việc của Tổng cục"
    let document = try LetterExamples.document(fields)
    let letter = Letter(document)
    let first = letter.body.first { $0.text.hasPrefix("Điều 1.") }?.text ?? ""
    #expect(first == "Điều 1. \(words == "ban hành" ? "Ban hành" : "Phê duyệt") kèm theo Quyết định này nội dung")
    #expect(letter.recipients.first?.text == "- Như Điều 3;")
    #expect(FormCheck.findings(in: document, facts: fields.facts).isEmpty)
  }

  @Test("a reply names what it answers") func reply() throws {
    var fields = LetterExamples.fields(.congVan)
    fields.answers = "Công văn số 15/STNMT-KS ngày 05 tháng 11 năm 2026 của Sở Tài nguyên và Môi trường về việc kiểm kê"
    let letter = Letter(try LetterExamples.document(fields))
    #expect(letter.body.first?.text == "Phúc đáp \(fields.answers), Tổng cục Địa chất có ý kiến như sau:")
    fields.type = try #require(.known("quyetDinh"))
    #expect(Letter(try LetterExamples.document(fields)).bases.contains { $0.text == "Căn cứ \(fields.answers);" })
  }

  static let blocks: [(SignatureBlock, [String])] = [
    (.head("Tổng cục trưởng"), ["TỔNG CỤC TRƯỞNG"]),
    (.acting("Tổng cục trưởng"), ["Q. TỔNG CỤC TRƯỞNG"]),
    (.collective("Ủy ban nhân dân", as: "Chủ tịch"), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
    (
      .collective("Ủy ban nhân dân", deputyOf: "Chủ tịch", as: "Phó Chủ tịch"),
      ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    ),
    (.order(of: "Tổng cục trưởng", as: "Chánh Văn phòng"), ["TL. TỔNG CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG"]),
    (
      .order(of: "Tổng cục trưởng", deputyOf: "Chánh Văn phòng", as: "Phó Chánh Văn phòng"),
      ["TL. TỔNG CỤC TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]
    ),
    (.authorised(by: "Tổng cục trưởng", as: "Cục trưởng"), ["TUQ. TỔNG CỤC TRƯỞNG", "CỤC TRƯỞNG"]),
  ]

  @Test(arguments: blocks.indices) func everyCapacityIsWritten(_ index: Int) throws {
    let (block, lines) = Self.blocks[index]
    var fields = LetterExamples.fields(try #require(DocumentType.known("quyetDinh")))
    fields.signature = block
    let document = try LetterExamples.document(fields)
    #expect(Letter(document).signature.map(\.text) == lines)
    #expect(FormCheck.findings(in: document, facts: fields.facts).isEmpty)
  }
}

@Suite("Phần của văn bản trình bày bằng dấu tab") struct TabbedLetterTests {
  @Test func recipientsGoOnWhereTheSignatureHasEnded() {
    func line(_ text: String) -> WordBlock {
      .paragraph(WordParagraph(runs: [WordRun(text: text, font: "Times New Roman", size: 12)]))
    }
    let letter = Letter(
      WordDocument(
        sections: [],
        blocks: [
          line("TỔNG CỤC ĐỊA CHẤT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
          line("Số: /TCĐC-VP\tHà Nội, ngày tháng năm 2026"),
          line("Nội dung./."), line("Nơi nhận:\tKT. TỔNG CỤC TRƯỞNG"), line("- Như trên;\tPHÓ TỔNG CỤC TRƯỞNG"),
          line("- Các đơn vị;"), line("- Lưu: VT.\tTrần Thị Thu Hà"),
        ], carried: []))
    #expect(letter.issuers.map(\.text) == ["TỔNG CỤC ĐỊA CHẤT"])
    #expect(letter.recipients.map(\.text) == ["- Như trên;", "- Các đơn vị;", "- Lưu: VT."])
    #expect(letter.signature.map(\.text) == ["KT. TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG"])
    #expect(letter.signerName?.text == "Trần Thị Thu Hà")
  }
}
