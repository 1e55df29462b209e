import Kernel
import Markup
import WebApp

/// Screens of handling for the gallery.
enum HandlingExamples {
  static let all: [GalleryExample] = [
    example("but-phe", directive), example("but-phe-tu-choi", refused), example("but-phe-tu-dai", long),
    example("trinh", presentation), example("hoan-thanh-con-vuong", blocked), example("ghi-tien-do", note),
    example("bao-nhan", notice), example("bao-nhan-tu-choi", refusedNotice), example("nhap-but-phe", keyed),
    handOver("ban-giao-toan-bo", FormInput()),
    handOver(
      "ban-giao-toan-bo-tu-choi",
      FormInput(values: [:], reasons: [HandlingField.places: ["Hãy chọn người nhận bàn giao."]])),
  ]

  private static func handOver(_ name: String, _ input: FormInput) -> GalleryExample {
    let page = HandOverAllPage(
      own: 13, predecessors: [], actorPost: PostID(1009), posts: [], input: input, seal: FormSeal(csrf: "ma"))
    return GalleryExample(
      name, Page(title: HandOverAllPage.title, room: .myWork, main: page.html, keys: HandlingPage.keys))
  }

  private static var note: HandlingPage {
    var page = base("Ghi tiến độ", label: "Ghi lại")
    page.fields = [
      Field(
        "Loại", name: HandlingField.noteKind, kind: .select([.init("progress", "Tiến độ")]), width: .half),
      Field("Nội dung", name: HandlingField.text, kind: .area(rows: 4), required: true),
      Field("Tệp kèm theo", name: HandlingField.files, kind: .file(accept: ".pdf", multiple: true)),
    ]
    page.carriesFiles = true
    return page
  }

  private static var notice: HandlingPage {
    var page = base("Báo nhận cho nơi gửi", label: "Đã báo nhận")
    page.explanation =
      "Văn bản điện tử được báo nhận ngay trong ngày đến (05/11/2026); ghi lại đã báo ngày nào, bằng cách nào."
    page.fields = [
      Field(
        "Đã báo qua", name: HandlingField.way,
        kind: .select(ReceptionNotice.Way.chosen.map { .init($0.rawValue, $0.label) }), width: .half),
      Field("Ngày báo", name: HandlingField.due, value: "05/11/2026", kind: .day, width: .half),
    ]
    return page
  }

  private static var refusedNotice: HandlingPage {
    var page = notice
    page.input = FormInput(
      values: [HandlingField.due: "1/11/2026"],
      reasons: [HandlingField.due: ["Ngày báo nhận không được trước ngày đến (05/11/2026)."]])
    return page
  }

  private static var keyed: HandlingPage {
    var page = directive
    page.title = "Nhập bút phê trên giấy"
    page.fields.insert(
      Field(
        "Bút phê của", name: HandlingField.leader, kind: .select([.init("1001", "Trần Văn Quang, Tổng cục trưởng")]),
        width: .half), at: 0)
    page.fields.insert(
      Field(
        "Ngày bút phê", name: HandlingField.writtenOn, value: "05/11/2026", kind: .day,
        hint: "Ngày ghi trên giấy; hạn chuyển giao tính từ ngày này.", width: .half), at: 1)
    return page
  }

  private static var directive: HandlingPage {
    var page = base("Bút phê", label: "Gửi bút phê")
    page.explanation =
      "Một nơi chủ trì, các nơi phối hợp và để biết; hạn riêng ghi ở từng nơi, để trống thì theo hạn chung."
    page.fields = [
      Field("Ý kiến chỉ đạo", name: HandlingField.text, kind: .area(rows: 4), required: true),
      Field("Hạn chung", name: HandlingField.due, kind: .day, hint: "Đến 24:00 của ngày này.", width: .third),
    ]
    page.phrases = ReadyPhrase.usual.map(\.text) + ["Giao Vụ Khoáng sản chủ trì."]
    page.placesTitle = "Giao cho"
    page.roles = HandlingScreen.roles
    page.places = [
      .init(key: "u105", label: "Vụ Khoáng sản", role: "lead", due: "20/11/2026"),
      .init(key: "u106", label: "Vụ Pháp chế", role: "coordinate"),
      .init(key: "p1009", label: "Bùi Quốc Khánh, Chuyên viên, Vụ Khoáng sản"),
    ]
    return page
  }

  private static var refused: HandlingPage {
    var page = directive
    page.said = [
      .init(
        author: "Trần Văn Quang, Tổng cục trưởng", at: "09:12 05/11/2026", text: "Giao Vụ Khoáng sản xem xét, báo cáo.")
    ]
    page.input = FormInput(
      values: ["vai-u105": "lead", "vai-u106": "lead", "han-u105": "31/2"],
      reasons: [
        HandlingField.text: ["Hãy ghi ý kiến chỉ đạo."], HandlingField.places: ["Chỉ một đơn vị hoặc cá nhân chủ trì."],
        HandlingField.due: ["«31/2» không phải ngày. Ví dụ: 5/7/2026 hoặc 0507."],
      ])
    return page
  }

  private static var long: HandlingPage {
    var page = directive
    let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 10)
    page.subject = long
    page.document = "Số đến 12345, 12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN của \(long)"
    page.said = [.init(author: long, at: "09:12 05/11/2026", text: long)]
    page.places = page.places.map { .init(key: $0.key, label: long, role: $0.role, due: $0.due) }
    return page
  }

  static var presentation: HandlingPage {
    var page = base("Trình văn bản", label: "Trình")
    page.fields = [Field("Đề xuất", name: HandlingField.text, kind: .area(rows: 3))]
    page.placesTitle = "Trình"
    page.roles = [.init("1", "trình")]
    page.places = [
      .init(key: "p1001", label: "Trần Văn Quang, Tổng cục trưởng, Lãnh đạo Tổng cục", role: "1"),
      .init(key: "p1002", label: "Lê Minh Đức, Phó Tổng cục trưởng, Lãnh đạo Tổng cục"),
    ]
    return page
  }

  private static var blocked: HandlingPage {
    var page = base("Hoàn thành", label: "Hoàn thành")
    page.fields = [Field("Kết quả giải quyết", name: HandlingField.result, kind: .area(rows: 4), required: true)]
    page.obstacles = ["Bùi Quốc Khánh, Chuyên viên (chủ trì) đang xử lý."]
    return page
  }

  private static func base(_ title: String, label: String) -> HandlingPage {
    HandlingPage(
      title: title, explanation: "Người được giao thấy văn bản trong «Việc của tôi» ngay khi gửi.",
      document: "Số đến 1247, 152/SNNMT-KS của Sở Nông nghiệp và Môi trường tỉnh Trường Sơn",
      subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", documentPath: "/van-ban-den/8",
      pagePath: RegistrationExamples.images[0].path, action: "/van-ban-den/8/but-phe", label: label, input: FormInput(),
      seal: FormSeal(csrf: "ma"))
  }

  private static func example(_ name: String, _ page: HandlingPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .incoming, main: page.html, keys: HandlingPage.keys))
  }
}
