import FilePlans
import Kernel
import Markup
import WebApp

/// Pages of dossiers for the gallery. Nothing in them exists.
enum DossierExamples {
  static let all: [GalleryExample] =
    lists + forms + planned + filings + parts + DossierFileExamples.all + DossierFileExamples.filling

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  private static let seal = FormSeal(csrf: "mau", post: "1009", version: 1)

  private static func chips(_ label: String, _ labels: [String]) -> Chips {
    Chips(label: label, labels.enumerated().map { .init($1, path: "#", selected: $0 == 0, count: "\($0 * 12 + 3)") })
  }

  private static func list(
    _ name: String, _ rows: [DossierListPage.Row], isFiltered: Bool = false, isMine: Bool = true
  ) -> GalleryExample {
    let page = DossierListPage(
      scopes: chips("Hồ sơ của ai", ["Tôi lập", "Tôi xem được"]),
      stages: chips("Trạng thái", ["Mọi trạng thái", "Đang lập", "Quá hạn giải quyết", "Đã kết thúc"]), rows: rows,
      isFiltered: isFiltered, isMine: isMine)
    return GalleryExample(
      name, Page(title: DossierListPage.title, room: .dossiers, main: page.html, keys: DossierListPage.keys))
  }

  private static func row(_ notation: String, _ title: String, _ state: StateMark) -> DossierListPage.Row {
    .init(
      path: "#", notation: notation, title: title, maker: "Vũ Thị Lan Anh, Chuyên viên", retention: "20 năm",
      started: "05/01/2026",
      deadline: DeadlineMark(day: "30/11/2026", left: "còn 4 ngày", state: .later).html, documents: "12", state: state)
  }

  private static let lists = [
    list(
      "ho-so",
      [
        row("01.KS", "Kiểm kê trữ lượng đá vôi năm 2026", StateMark("Đang lập")),
        row("02.KS", "Cấp phép khai thác khu vực Núi Voi", StateMark("Đã kết thúc", .done)),
      ]), list("ho-so-trong", []), list("ho-so-loc-trong", [], isFiltered: true),
    list("ho-so-chu-dai", [row("123456.KHCNHTQT", longText, StateMark("Đang lập"))], isMine: false),
  ]

  private static func form(_ name: String, _ input: FormInput, obstacle: String? = nil) -> GalleryExample {
    let page = DossierFormPage(
      heading: "Mở hồ sơ", line: "Bắt đầu với <a href=\"#\">152/SNNMT-KS: Về việc kiểm kê trữ lượng</a>", action: "#",
      saveLabel: "Mở hồ sơ", retentions: RetentionPeriod.choices("20"),
      makers: [.init("1009", "Vũ Thị Lan Anh, Chuyên viên, Vụ Khoáng sản")], nextNotation: "15.KS", isNew: true,
      obstacle: obstacle, input: input, seal: seal)
    return GalleryExample(
      name, Page(title: page.heading, room: .dossiers, main: page.html, keys: DossierFormPage.keys))
  }

  private static let forms = [
    form("ho-so-mo", FormInput(values: [DossierField.title: "Kiểm kê trữ lượng đá vôi năm 2026"])),
    form(
      "ho-so-mo-tu-choi",
      FormInput(
        values: [DossierField.title: longText, DossierField.notation: "KS"],
        reasons: [
          DossierField.retention: ["Chọn thời hạn bảo quản."],
          DossierField.notation: ["Viết theo mẫu «số.ký hiệu», ví dụ 01.TCCB."],
        ])),
    form(
      "ho-so-sua-khong-duoc", FormInput(),
      obstacle: "Hồ sơ 01.KS đã kết thúc ngày 20/11/2026, nên không sửa được. Cần bổ sung thì mở lại hồ sơ."),
  ]

  private static func choosing(_ name: String, _ rows: [PlannedDossiersPage.Row], search: String = "") -> GalleryExample
  {
    let page = PlannedDossiersPage(year: 2026, rows: rows, search: search, hasMore: rows.count > 2, record: "")
    return GalleryExample(
      name, Page(title: PlannedDossiersPage.title, room: .dossiers, main: page.html, keys: .list))
  }

  private static func line(_ notation: String, _ title: String, isOpened: Bool = false) -> PlannedDossiersPage.Row {
    .init(
      notation: notation, title: title, heading: "II. Quản lý khoáng sản", retention: "20 năm", maker: "Vụ Khoáng sản",
      openingPath: isOpened ? nil : "#", dossierPath: isOpened ? "#" : nil)
  }

  private static let planned = [
    choosing(
      "ho-so-tu-danh-muc",
      [
        line("01.KS", "Kiểm kê trữ lượng đá vôi năm 2026"), line("02.KS", "Cấp phép khai thác", isOpened: true),
        line("123.KHCNHTQT", longText),
      ]), choosing("ho-so-tu-danh-muc-trong", []), choosing("ho-so-tu-danh-muc-khong-thay", [], search: "tem phiếu"),
  ]

  private static func filing(
    _ name: String, _ choices: [FilingPage.Choice], obstacle: String? = nil, input: FormInput = FormInput()
  ) -> GalleryExample {
    let page = FilingPage(
      documentName: "152/SNNMT-KS: Về việc kiểm kê trữ lượng đá vôi", documentPath: "#", choices: choices, action: "#",
      openingPath: "#", obstacle: obstacle, input: input, seal: seal)
    return GalleryExample(
      name, Page(title: FilingPage.title, room: .dossiers, main: page.html, keys: FilingPage.keys))
  }

  private static func choice(_ id: String, _ title: String, _ reason: String, isIn: Bool = false) -> FilingPage.Choice {
    .init(
      id: id, notation: "0\(id).KS", title: title, maker: "Vũ Thị Lan Anh, Chuyên viên", reason: reason, isIn: isIn)
  }

  private static let filings = [
    filing(
      "ho-so-dua-vao",
      [
        choice("1", "Kiểm kê trữ lượng đá vôi năm 2026", "đã có văn bản cùng việc"),
        choice("2", "Cấp phép khai thác khu vực Núi Voi", "", isIn: true), choice("3", longText, ""),
      ], input: FormInput(values: [DossierField.dossier: "1"])), filing("ho-so-dua-vao-trong", []),
    filing(
      "ho-so-dua-vao-khong-duoc", [],
      obstacle: "Văn bản đang bị giữ lại vì nghi có dấu mật nên chưa đưa vào hồ sơ được."),
  ]

  private static func part(
    _ name: String, _ tab: DossierPaths.Tab, _ content: HTML, _ state: StateMark = StateMark("Đang lập")
  ) -> GalleryExample {
    let page = DossierPage(
      head: .init(
        title: "Kiểm kê trữ lượng đá vôi năm 2026", code: "G13.02.2026.01.KS", maker: "Vũ Thị Lan Anh, Chuyên viên",
        unit: "Vụ Khoáng sản", retention: "20 năm", mode: "Có điều kiện", started: "05/01/2026", ended: nil,
        deadline: DeadlineMark(day: "30/11/2026", left: "còn 4 ngày", state: .later).html,
        state: state, size: "3 văn bản và tài liệu, 9 trang", note: "",
        acts: [Button("Sửa thông tin", path: "#").html]),
      tabs: Tabs(
        label: "Các phần của hồ sơ", DossierPaths.Tab.allCases.map { .init($0.label, path: "#", selected: $0 == tab) }),
      content: content)
    return GalleryExample(
      name, Page(title: page.head.title, room: .dossiers, main: page.html, keys: DossierPage.keys))
  }

  private static let parts = [
    part("ho-so-dien-bien", .story, story), part("ho-so-van-ban", .contents, contents(rows)),
    part("ho-so-van-ban-trong", .contents, contents([])), part("ho-so-viec", .work, work),
    part("ho-so-viec-trong", .work, DossierWorkPart(rows: []).html), part("ho-so-tham-gia", .people, people),
    part("ho-so-ket-thuc", .closing, closing), part("ho-so-bi-tra-lai", .closing, returned),
    part("ho-so-rut-lai", .closing, withdrawing(FormInput()), submitted),
    part(
      "ho-so-rut-lai-tu-choi", .closing,
      withdrawing(
        FormInput(
          values: [DossierField.reason: longText], reasons: [DossierField.reason: ["Lý do dài quá 500 ký tự."]])),
      submitted),
  ]

  private static let story = DossierStoryPart(
    notes: [.init(text: "Đã gọi Sở, hẹn gửi số liệu thứ Sáu.", author: "Vũ Thị Lan Anh", time: "08:15 20/11/2026")],
    story: Story([
      .init(
        time: "08:10 20/11/2026", isoTime: "2026-11-20T08:10:00+07:00", actor: "Vũ Thị Lan Anh, Chuyên viên",
        sentence: "đưa vào hồ sơ: 152/SNNMT-KS: \(longText)"), handled,
    ]), newCount: 2, noteForm: "<p class=\"hint\">Hồ sơ đã kết thúc nên không ghi thêm.</p>", olderPath: "#"
  ).html

  private static let handled: Story.Line = {
    var line = Story.Line(
      time: "16:40 18/11/2026", isoTime: "2026-11-18T16:40:00+07:00", actor: "Đinh Công Sơn, Trưởng phòng",
      sentence: "phân công Vũ Thị Lan Anh giải quyết")
    line.about = ("152/SNNMT-KS: \(longText)", "#")
    return line
  }()

  private static func contents(_ rows: [DossierContentsPart.Row]) -> HTML {
    DossierContentsPart(
      rows: rows,
      acts: rows.isEmpty
        ? Notice(.caution, "Chỉ người lập và người cùng lập đưa được văn bản vào hồ sơ.").html
        : "<div class=\"acts\">\(Button("In mục lục (PDF)", path: "#").html)</div>",
      mayFill: !rows.isEmpty
    ).html
  }

  private static let rows: [DossierContentsPart.Row] = [
    .init(
      ordinal: "1", codeText: "152/SNNMT-KS", date: "18/11/2026", title: "Công văn: Về việc kiểm kê trữ lượng",
      path: "#", author: "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn", pages: "1–3",
      takeOut: Button("Cho xem lại", style: .quiet, path: "#").html, isKeptBack: true),
    .init(
      ordinal: "2", codeText: "", date: "", title: "(văn bản đang bị giữ lại hoặc đã hủy)", author: "", pages: "4–6",
      takeOut: .empty, isStruck: true),
    .init(
      ordinal: "3", codeText: "1234/TCĐC-KHCNHTQT", date: "20/11/2026", title: longText, path: "#", author: longText,
      pages: "7–9", takeOut: .empty),
    .init(
      ordinal: "4", codeText: "", date: "", title: "(tài liệu giữ riêng cho người lập và cùng lập hồ sơ)", author: "",
      pages: "10–11", takeOut: .empty, isKeptBack: true),
  ]

  private static let work = DossierWorkPart(
    rows: [
      .init(
        subject: "152/SNNMT-KS: Về việc kiểm kê trữ lượng", path: "#", holder: "Vụ Khoáng sản", role: "chủ trì",
        asked: "Soạn trả lời trước ngày 30", deadline: "30/11/2026", state: StateMark("Chờ nhận", .look))
    ],
    related: RelatedList(
      [.init("Dự thảo", label: "Công văn: Về việc kiểm kê", state: "Đang soạn thảo", path: "#")],
      title: "Đang soạn, đã soạn cho hồ sơ")
  ).html

  private static let people = DossierPeoplePart(
    rows: [
      .init(name: "Vũ Thị Lan Anh, Chuyên viên", role: "Người lập hồ sơ", since: "05/01/2026", end: .empty),
      .init(
        name: longText, role: "Chỉ xem", since: "06/01/2026",
        end: Button("Thôi tham gia", style: .quiet, path: "#").html),
    ], form: "<p class=\"hint\">Chỉ người lập hồ sơ thêm được người tham gia.</p>",
    makerForm: """
      <section><h2>Đổi người lập hồ sơ</h2><form method="get" action="#" class="act">\
      \(FieldGroup(fields: [Field("Người lập mới", name: DossierField.participant, kind: .select([.init("", "Chọn"), .init("p1009", longText)]), width: .half, id: "f-nguoi-lap-moi")]).html)\
      <div class="acts">\(Button("Xem ai thêm, ai mất quyền").html)</div></form></section>
      """,
    decided: [
      .init(
        text: "Thêm Vụ Pháp chế (chỉ xem)", path: "#", state: StateMark("Đã xác nhận", .done),
        answer: "Hoàng Văn Nam, Vụ trưởng, 09:00 20/11/2026")
    ],
    why: ["Chuyên viên Vũ Thị Lan Anh: là người soạn, người lập"]
  ).html

  private static let closing = DossierClosingPart(
    obstacles: [
      .init(text: "Mục 1, 152/SNNMT-KS: chưa giải quyết xong.", path: "#"), .init(text: longText),
    ],
    reviews: [.init(text: "Mục 3, Ảnh hiện trường", why: "trùng với mục 2", takeOut: .empty)],
    prints: prints,
    form: Button("Kết thúc hồ sơ", style: .primary, obstacles: ["Còn 2 việc phải xong trước, ghi ở trên."]).html,
    left: ["16/TCĐC-KS: Trả lời về việc kiểm kê trữ lượng", longText], fillingPath: "#"
  ).html

  private static let prints: HTML = """
    <section><h2>In</h2><ul class="prints"><li>Mục lục văn bản: \(Button("PDF", path: "#").html) \
    \(Button("DOCX", path: "#").html)</li></ul></section>
    """

  private static let submitted = StateMark("Chờ lưu trữ nhận", .look)

  /// Handed over, while the archive has not answered.
  private static func withdrawing(_ input: FormInput) -> HTML {
    DossierClosingPart(
      obstacles: [], reviews: [], prints: prints,
      form: "<section><h2>Kết thúc hồ sơ</h2><p>Đã kết thúc 08:00 20/11/2026, Vũ Thị Lan Anh.</p></section>",
      archiving: """
        <section><h2>Nộp lưu trữ</h2><p>Đã nộp 08:10 24/11/2026, Vũ Thị Lan Anh, Chuyên viên; chờ lưu trữ nhận. \
        Trong lúc chờ không ai sửa được hồ sơ.</p>\
        \(DossierArchivingScreen.withdrawal(.init(1), isWhole: true, input, seal))</section>
        """
    ).html
  }

  /// Given back by the archive, to be mended and handed over again.
  private static let returned = DossierClosingPart(
    obstacles: [], reviews: [], prints: prints,
    form: "<section><h2>Kết thúc hồ sơ</h2><p>Đã kết thúc 08:00 20/11/2026, Vũ Thị Lan Anh.</p></section>",
    archiving: """
      <section><h2>Nộp lưu trữ</h2><p>Nên nộp trước 19/01/2027, chậm nhất 20/11/2027.</p>\
      \(Notice(.caution, "Thiếu biên bản nghiệm thu (Ngô Thị Kim Liên, Lưu trữ viên). \(longText)", word: "Lưu trữ trả lại").html)\
      <div class="acts">\(Button("Nộp lưu trữ", style: .primary).html)</div></section>
      """
  ).html
}
