import Foundation
import Papers
import Testing

@testable import Documents

@Suite("ST-08 kiểm tra thể thức") struct FormCheckTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var type = "congVan"
    var what: String
    var severity = FormFinding.Severity.error
    var facts: @Sendable (inout FormFacts) -> Void = { _ in }
    var spoil: @Sendable (WordDocument) -> WordDocument = { $0 }

    var testDescription: String { "\(rule): \(what)" }
  }

  static func margins(_ change: @escaping @Sendable (inout WordSection) -> Void)
    -> @Sendable (WordDocument) -> WordDocument
  {
    { document in
      var document = document
      change(&document.sections[0])
      return document
    }
  }

  static func runs(_ text: String, _ change: @escaping @Sendable (inout WordRun) -> Void)
    -> @Sendable (WordDocument) -> WordDocument
  {
    { $0.changingRuns(with: text, change) }
  }

  static func text(_ old: String, _ new: String) -> @Sendable (WordDocument) -> WordDocument {
    { $0.replacing(old, with: new) }
  }

  static let long = String(repeating: "Các đơn vị báo cáo kết quả về Tổng cục. ", count: 4)

  static let cases: [Case] = pageCases + headCases + bodyCases + footCases

  static let pageCases = [
    Case(rule: "kho-giay", what: "khổ Letter", spoil: margins { $0.pageWidth = 215.9 }),
    Case(
      rule: "kho-giay", what: "trang ngang", severity: .advice,
      spoil: margins { ($0.pageWidth, $0.pageHeight) = ($0.pageHeight, $0.pageWidth) }),
    Case(rule: "le-trang", what: "lề trái hẹp", spoil: margins { $0.margins.left = 25 }),
    Case(rule: "le-trang", what: "lề phải rộng", spoil: margins { $0.margins.right = 22 }),
    Case(rule: "phong-chu", what: "Arial", spoil: runs("Đề nghị") { $0.font = "Arial" }),
    Case(rule: "phong-chu", what: "chữ đỏ", spoil: runs("Đề nghị") { $0.color = "FF0000" }),
    Case(rule: "bo-ma", what: "dấu rời", spoil: text("Đề nghị", "Đê\u{300} nghị")),
    Case(rule: "bo-ma", what: "Ð nước ngoài", spoil: text("Đề nghị", "Ðề nghị")),
    Case(rule: "so-trang", what: "hiện ở trang đầu", spoil: margins { $0.firstPageDiffers = false }),
    Case(
      rule: "so-trang", what: "không giữa",
      spoil: margins { section in
        for edge in section.edges.indices {
          for place in section.edges[edge].paragraphs.indices { section.edges[edge].paragraphs[place].alignment = .end }
        }
      }),
    Case(
      rule: "con-sot", what: "còn theo dõi sửa đổi",
      spoil: { document in
        var document = document
        document.carried = [.trackedChanges]
        return document
      }),
    Case(rule: "con-sot", what: "chỗ trống của mẫu", spoil: text("Đề nghị nội dung", "Đề nghị …")),
    Case(rule: "con-sot", what: "đoạn chỉ có chỗ trống", spoil: text("Đề nghị nội dung", "…")),
    Case(rule: "con-sot", what: "trường chưa điền", spoil: text("Đề nghị nội dung", "Đề nghị {{noi_dung}}")),
  ]

  static let headCases = [
    Case(rule: "quoc-hieu", what: "sai chữ", spoil: text("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT  NAM.")),
    Case(rule: "quoc-hieu", what: "thiếu", spoil: { $0.without("CỘNG HÒA") }),
    Case(rule: "quoc-hieu", what: "không đậm", spoil: runs("CỘNG HÒA") { $0.isBold = false }),
    Case(rule: "tieu-ngu", what: "gạch dài", spoil: text("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")),
    Case(rule: "tieu-ngu", what: "cỡ 12", spoil: runs("Độc lập") { $0.size = 12 }),
    Case(rule: "ten-co-quan", what: "chữ thường", spoil: text("TỔNG CỤC ĐỊA CHẤT", "Tổng cục Địa chất")),
    Case(rule: "ten-co-quan", what: "khác danh mục", facts: { $0.issuerName = "Tổng cục Khoáng sản" }),
    Case(rule: "ten-co-quan", what: "thiếu chủ quản", spoil: { $0.without("BỘ TÀI NGUYÊN") }),
    Case(rule: "so-ky-hieu", what: "có số sớm", spoil: text("Số:         /", "Số: 12/")),
    Case(rule: "so-ky-hieu", what: "sai ký hiệu", spoil: text("TCĐC-KHTC", "TCDC-KHTC")),
    Case(rule: "so-ky-hieu", what: "thiếu số 0", facts: { $0.number = 5 }, spoil: text("Số:         /", "Số: 5/")),
    Case(rule: "so-ky-hieu", what: "thiếu hẳn", spoil: { $0.without("TCĐC-KHTC") }),
    Case(
      rule: "so-ky-hieu", type: "quyetDinh", what: "không theo tên loại", facts: { $0.symbol = nil },
      spoil: text("QĐ-TCĐC", "TCĐC")),
    Case(rule: "do-khan", what: "thiếu dấu", facts: { $0.urgency = .express }),
    Case(rule: "do-khan", type: "baoCao", what: "thiếu dấu ở báo cáo", facts: { $0.urgency = .urgent }),
    Case(rule: "dia-danh", what: "khác danh mục", spoil: text("Hà Nội, ngày", "Hải Phòng, ngày")),
    Case(rule: "dia-danh", what: "thiếu", spoil: text("Hà Nội, ngày", "ngày")),
    Case(rule: "thoi-gian", what: "ngày một chữ số", spoil: text("ngày       tháng      ", "ngày 5 tháng 12")),
    Case(rule: "thoi-gian", what: "tháng thừa số 0", spoil: text("ngày       tháng      ", "ngày 15 tháng 09")),
    Case(rule: "thoi-gian", what: "in sẵn năm khác", spoil: text("       năm 2026", "       năm 2025")),
    Case(rule: "thoi-gian", what: "không nghiêng", spoil: runs("Hà Nội, ngày") { $0.isItalic = false }),
    Case(
      rule: "ten-loai", type: "quyetDinh", what: "không đậm",
      spoil: { document in
        document.changing {
          if $0.text == "QUYẾT ĐỊNH" { for index in $0.runs.indices { $0.runs[index].isBold = false } }
        }
      }),
    Case(rule: "ten-loai", type: "thongBao", what: "thiếu", spoil: { $0.without("THÔNG BÁO") }),
    Case(rule: "trich-yeu", what: "thiếu V/v", spoil: { $0.without("V/v") }),
    Case(rule: "trich-yeu", type: "thongBao", what: "không đậm", spoil: runs("Kiểm kê") { $0.isBold = false }),
    Case(rule: "trich-yeu", what: "khác đã nhập", severity: .advice, facts: { $0.subject = "việc khác" }),
  ]

  static let bodyCases = [
    Case(rule: "kinh-gui", what: "thiếu ở công văn", spoil: { $0.without("Kính gửi") }),
    Case(rule: "kinh-gui", what: "thiếu chấm phẩy", spoil: text("miền Bắc;", "miền Bắc,")),
    Case(rule: "kinh-gui", what: "thiếu chấm cuối", spoil: text("Viện Khoa học Địa chất.", "Viện Khoa học Địa chất")),
    Case(
      rule: "kinh-gui", type: "thongBao", what: "có ở thông báo", severity: .advice,
      spoil: { $0.adding("Kính gửi: Các đơn vị", after: "I. nội dung") }),
    Case(rule: "can-cu", type: "quyetDinh", what: "không nghiêng", spoil: runs("Căn cứ") { $0.isItalic = false }),
    Case(
      rule: "can-cu", type: "quyetDinh", what: "thiếu chấm phẩy", spoil: text("Căn cứ nội dung;", "Căn cứ nội dung,")),
    Case(
      rule: "can-cu", type: "quyetDinh", what: "cuối thiếu chấm",
      spoil: text("Theo đề nghị của nội dung.", "Theo đề nghị của nội dung;")),
    Case(rule: "can-cu", type: "nghiQuyet", what: "không có", spoil: { $0.without("Căn cứ") }),
    Case(rule: "noi-dung", what: "cỡ 12", spoil: runs("Đề nghị") { $0.size = 12 }),
    Case(
      rule: "noi-dung", what: "không đều hai lề",
      spoil: { $0.replacing("Đề nghị nội dung", with: long).changing { if $0.text == long { $0.alignment = .start } } }),
    Case(
      rule: "noi-dung", what: "thụt dòng", severity: .advice,
      spoil: { $0.replacing("Đề nghị nội dung", with: long).changing { if $0.text == long { $0.firstLineIndent = 0 } } }
    ),
    Case(
      rule: "noi-dung", what: "giãn dòng đôi",
      spoil: {
        $0.replacing("Đề nghị nội dung", with: long).changing { if $0.text == long { $0.lineSpacing = .times(2) } }
      }),
    Case(rule: "dieu", type: "quyetDinh", what: "hai chấm", spoil: text("Điều 2. ", "Điều 2: ")),
    Case(rule: "dieu", type: "quyetDinh", what: "nhảy số", spoil: text("Điều 2. ", "Điều 3. ")),
    Case(rule: "dieu", type: "quyetDinh", what: "không đậm", spoil: runs("Điều 1") { $0.isBold = false }),
    Case(rule: "diem", type: "thongBao", what: "chữ f", spoil: text("a) nội dung", "f) …")),
    Case(
      rule: "diem", type: "thongBao", what: "bỏ đ",
      spoil: { $0.adding("b) x", "c) x", "d) x", "e) x", after: "a) nội dung") }),
    Case(rule: "ket-thuc", what: "thiếu ./.", spoil: text("nội dung./.", "nội dung.")),
    Case(
      rule: "viet-hoa", what: "nhà nước", severity: .advice,
      spoil: text("Đề nghị nội dung", "Thực hiện chủ trương của Đảng và nhà nước về lưu trữ")),
    Case(
      rule: "viet-hoa", what: "khoản viết hoa", severity: .advice,
      spoil: text("Đề nghị nội dung", "Thực hiện theo Khoản 2 Điều 5 của Luật này")),
  ]

  static let footCases = [
    Case(rule: "quyen-han", what: "khác thẩm quyền", facts: { $0.signatureLines = ["TỔNG CỤC TRƯỞNG"] }),
    Case(rule: "quyen-han", what: "KT. viết liền", spoil: text("KT. TỔNG", "KT.TỔNG")),
    Case(rule: "quyen-han", what: "thiếu chức vụ", spoil: { $0.without("PHÓ TỔNG CỤC TRƯỞNG") }),
    Case(rule: "quyen-han", what: "không đậm", spoil: runs("KT. TỔNG") { $0.isBold = false }),
    Case(rule: "nguoi-ky", what: "người khác", facts: { $0.signerName = "Lê Văn Bình" }),
    Case(rule: "nguoi-ky", what: "không đậm", spoil: runs("Trần Thị") { $0.isBold = false }),
    Case(rule: "hoc-vi", what: "TS.", spoil: text("Trần Thị Thu Hà", "TS. Trần Thị Thu Hà")),
    Case(rule: "noi-nhan", what: "không có dòng lưu", spoil: { $0.without("Lưu: VT") }),
    Case(rule: "noi-nhan", what: "không có Như trên", spoil: { $0.without("Như trên") }),
    Case(rule: "noi-nhan", what: "cỡ 13", spoil: runs("Trang thông tin") { $0.size = 13 }),
    Case(rule: "noi-nhan", what: "thiếu", spoil: { $0.without("Nơi nhận") }),
    Case(
      rule: "phu-luc", what: "hai phụ lục không số La Mã",
      spoil: { document in
        var document = document
        var paragraph = WordParagraph(runs: [WordRun(text: "Phụ lục 1", font: "Times New Roman", size: 14)])
        paragraph.alignment = .center
        document.blocks.append(.paragraph(paragraph))
        paragraph.runs[0].text = "Phụ lục 2"
        document.blocks.append(.paragraph(paragraph))
        return document
      }),
  ]

  @Test(arguments: cases) func finds(_ example: Case) throws {
    let fields = LetterExamples.fields(try #require(DocumentType.known(example.type)))
    let document = try LetterExamples.document(fields)
    var facts = fields.facts
    #expect(FormCheck.findings(in: document, facts: facts).isEmpty)
    example.facts(&facts)
    let findings = FormCheck.findings(in: example.spoil(document), facts: facts)
    #expect(
      findings.contains { $0.rule == example.rule && $0.severity == example.severity },
      "\(findings.map { "\($0.rule): \($0.message)" })")
    for finding in findings { #expect(!finding.article.isEmpty && !finding.message.isEmpty && !finding.remedy.isEmpty) }
  }

  @Test func everyRuleHasACaseAndACodeOfItsOwn() {
    let codes = FormCheck.catalogue.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes) == Set(Self.cases.map(\.rule)))
  }

  @Test func errorsComeFirst() throws {
    let fields = LetterExamples.fields(.congVan)
    var facts = fields.facts
    facts.subject = "khác"
    let document = try LetterExamples.document(fields).replacing("nội dung./.", with: "nội dung")
    #expect(FormCheck.findings(in: document, facts: facts).map(\.severity) == [.error, .advice])
  }

  @Test("dots that are no gap of the template are left alone", arguments: ["Cát, sỏi, đá v.v…", "Số lượng: 12…15 tấn"])
  func otherDots(text: String) throws {
    let fields = LetterExamples.fields(.congVan)
    let document = try LetterExamples.document(fields).adding(text, after: "Đề nghị")
    #expect(!FormCheck.findings(in: document, facts: fields.facts).contains { $0.rule == "con-sot" })
  }

  @Test("a mark of urgency is read apart from what stands around it", arguments: DocumentType.administrative)
  func urgency(type: DocumentType) throws {
    var fields = LetterExamples.fields(type)
    let plain = Letter(try LetterExamples.document(fields))
    fields.urgency = .veryUrgent
    let document = try LetterExamples.document(fields)
    let letter = Letter(document)
    #expect(letter.urgency?.text == "THƯỢNG KHẨN" && plain.urgency == nil)
    #expect(letter.letterSubject.map(\.text) == plain.letterSubject.map(\.text))
    #expect(letter.issuers.map(\.text) == plain.issuers.map(\.text) && letter.body.count == plain.body.count)
    #expect(FormCheck.findings(in: document, facts: fields.facts).isEmpty)
    var facts = fields.facts
    facts.urgency = .normal
    #expect(FormCheck.findings(in: document, facts: facts).map(\.rule) == ["do-khan"])
  }

  @Test func anEmptyDocumentIsToldWhatItLacks() {
    let document = WordDocument(sections: [], blocks: [], carried: [])
    #expect(FormCheck.findings(in: document, facts: FormFacts()).count > 6)
  }
}
