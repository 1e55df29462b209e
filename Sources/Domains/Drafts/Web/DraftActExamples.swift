import Documents
import Kernel
import Markup

/// Forms of drafts for the gallery.
extension DraftExamples {
  private static func base(_ title: String, _ explanation: String, label: String) -> DraftActPage {
    DraftActPage(
      title: title, explanation: explanation, line: "Công văn, Vụ Khoáng sản soạn",
      subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", backPath: "/du-thao/8",
      pagePath: "/tinh/vi-du/trang-1.svg", action: "/du-thao/8/trinh", label: label, input: FormInput(),
      seal: FormSeal(csrf: "ma", post: "1009", version: 2))
  }

  static var new: DraftActPage {
    var page = base("Soạn văn bản", "Ghi thông tin trước; tệp Word đưa lên ở bước sau.", label: "Tạo dự thảo")
    (page.line, page.subject, page.pagePath, page.backPath) = ("", "", nil, DraftPaths.list)
    page.fields = [
      Field("Loại văn bản", name: DraftField.type, kind: .select([.init("congVan", "Công văn")]), width: .half),
      Field("Độ khẩn", name: DraftField.urgency, kind: .select([.init("normal", "Thường")]), width: .half),
      Field("Trích yếu", name: DraftField.subject, kind: .area(rows: 2), required: true),
      Field(
        "Người ký dự kiến", name: DraftField.signer,
        kind: .select([.init("1001", "Trần Văn Quang, Tổng cục trưởng")]), width: .half),
      Field(
        "Tư cách ký", name: DraftField.capacity,
        kind: .select(SigningCapacity.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
      Field("Đề nghị trả lời trước hết ngày", name: DraftField.replyDue, kind: .day, width: .half),
    ]
    page.lastFields = PlaceFields(counts: [.below: 12, .units: 9]).fields(
      hint: "Nơi trong hệ thống nhận ngay khi phát hành.")
    page.second = Button("Tạo, soạn từ mẫu", formAction: "/du-thao/moi/tu-mau", key: "alt+enter")
    return page
  }

  static var refused: DraftActPage {
    var page = new
    page.input = FormInput(
      values: [DraftField.replyDue: "31/2", DraftField.recipients: "Cục Địa chất miền Bắc\n\(longWords)"],
      reasons: [
        DraftField.subject: ["Hãy ghi trích yếu nội dung."],
        DraftField.replyDue: ["«31/2» không phải ngày. Ví dụ: 5/7/2026 hoặc 0507."],
        DraftField.recipients: ["Tên nơi nhận dài quá 200 ký tự."],
      ])
    return page
  }

  static var submission: DraftActPage {
    var page = base("Trình dự thảo", "Đi lần lượt từng bước; luồng mẫu đã điền sẵn, đổi được.", label: "Trình")
    page.fields = [
      Field(
        "Kiểm tra nội dung", name: DraftField.content, kind: .select([.init("dv", "Lãnh đạo đơn vị soạn thảo")]),
        width: .half),
      Field(
        "Kiểm tra thể thức", name: DraftField.form, kind: .select([.init("vp", "Chánh văn phòng")]), width: .half),
      Field("Phối hợp: Vụ Pháp chế", name: "\(DraftField.coordinating)-106", kind: .checkbox, width: .half),
    ]
    page.lastFields = [Field("Đề xuất", name: DraftField.note, kind: .area(rows: 3))]
    page.caution = form()
    return page
  }

  /// A version from the template, over one that somebody has written in.
  static var template: DraftActPage {
    var page = base(
      "Soạn từ mẫu",
      "Bản 3 là mẫu trống điền thông tin hiện nay; phần đã soạn nằm lại ở bản 2, phụ lục giữ nguyên.",
      label: "Soạn bản 3 từ mẫu")
    let filled =
      DefinitionList([
        .init("Cơ quan ban hành", text: "Tổng cục Quản lý Tài nguyên Địa chất"), .init("Ký hiệu", text: "TCTNĐC-KS"),
        .init("Trích yếu", text: "Về việc kiểm kê trữ lượng đá vôi năm 2026"),
        .init("Kính gửi", text: "Cục Địa chất miền Bắc"),
        .init("Nơi nhận", text: "- Như trên; - Lưu: VT, KS."), .init("Quyền hạn, chức vụ", text: "TỔNG CỤC TRƯỞNG"),
        .init("Người ký", text: "Trần Văn Quang"),
      ]).html
    page.caution = "<section class=\"sheet-block\"><h2>Điền vào mẫu</h2>\(filled)</section>"
    return page
  }

  static var version: DraftActPage {
    var page = base("Đưa bản 2", "Bản cũ giữ nguyên, không sửa được.", label: "Đưa bản 2")
    page.carriesFiles = true
    page.fields = [
      Field("Tệp Word của dự thảo", name: DraftField.file, kind: .file(accept: ".docx,.doc", multiple: false)),
      Field("Sửa gì, vì sao", name: DraftField.note),
      Field("Giữ phụ lục «phu-luc.xlsx»", name: "\(DraftField.keptAnnexes)-4", value: "1", kind: .checkbox),
    ]
    page.input = FormInput(reasons: [DraftField.file: ["«quet.pdf» là PDF. Dự thảo phải là tệp Word."]])
    return page
  }

  static var giveBack: DraftActPage {
    var page = base("Trả lại dự thảo", "Dự thảo về lãnh đạo đơn vị soạn thảo trước.", label: "Trả lại")
    page.isGrave = true
    page.fields = [
      Field(
        "Trả về", name: DraftField.target,
        kind: .select([
          .init("", "Lãnh đạo Vụ Khoáng sản (đơn vị soạn thảo)"), .init("2", "Vụ Pháp chế (đơn vị phối hợp)"),
        ])),
      Field("Lý do", name: DraftField.reason, kind: .area(rows: 3), required: true),
    ]
    return page
  }

  static var sign: DraftActPage {
    var page = base(
      "Duyệt, ký bản 2", "Ghi nhận anh/chị duyệt đúng các tệp đang xem, theo tư cách «Ký thay (KT.)».",
      label: "Duyệt, ký")
    page.obstacles = [
      "Chưa có người kiểm tra, chịu trách nhiệm về thể thức.",
      "Thẩm quyền «ký thay (KT.)» của chức danh này không có hiệu lực hôm nay (đến hết 31/10/2026).",
    ]
    page.fields = [Field("Ý kiến", name: DraftField.note, kind: .area(rows: 3))]
    page.caution = "\(concerns.html)\(form())"
    return page
  }

  /// What was changed after the check of content, and what those who were asked have said.
  static let concerns = DraftConcerns(
    changed:
      "Nội dung kiểm ở bản 1; bản 2 do Lý Thị Nga, Chánh Văn phòng sửa («Sửa câu kết»). Lời văn đã khác: nội dung phải kiểm tra lại.",
    differencePath: "/du-thao/8/so-sanh?cu=1&ban=2", opinions: "Ý kiến: 1 không nhất trí, 2 chưa trả lời",
    opinionsPath: "/du-thao/8/y-kien")
}
