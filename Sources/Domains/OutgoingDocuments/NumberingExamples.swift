import Documents
import Drafts
import Kernel
import Lists
import Markup
import Registers
import WebApp

/// «Cấp số», «Giữ số», «Dãy số» and the postal register in the states worth looking at. People and agencies are invented.
enum NumberingExamples {
  static var all: [GalleryExample] {
    [
      example("cap-so", numbering(FormInput()), "Cấp số văn bản đi"),
      example("cap-so-day-du", numbering(typed), "Cấp số văn bản đi"),
      example("cap-so-nhac-tu-cach", warned, "Cấp số văn bản đi"),
      example("cap-so-bi-tu-choi", numbering(refused), "Cấp số văn bản đi"),
      example("cap-so-sua", correction, "Sửa văn bản 05/TCĐC-KS"),
      example("cap-so-du-thao", signed, "Cấp số văn bản đi"),
      example("giu-so", reservations([]), ReservationsPage.title),
      example("giu-so-day-du", reservations(kept), ReservationsPage.title),
      example("day-so", series([]), SeriesPage.title),
      example("day-so-day-du", series(laid), SeriesPage.title),
      example("buu-dien", postal([]), PostalBookPage.title),
      example("buu-dien-day-du", postal(lines), PostalBookPage.title),
    ]
  }

  private static let seal = FormSeal(csrf: "ma")
  private static let types = DocumentType.administrative.map { Field.Choice($0.key, $0.name) }
  private static let units = [Field.Choice("21", "Vụ Khoáng sản"), Field.Choice("22", "Vụ Pháp chế")]
  private static let next = NextCode(codeText: "06/TCĐC-KS", bookTitle: "Sổ đăng ký văn bản đi năm 2026").html

  private static func example(_ name: String, _ main: HTML, _ title: String) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .outgoing, main: main, keys: NumberingPage.keys))
  }

  private static func page(_ input: FormInput) -> NumberingPage {
    NumberingPage(
      types: types, bodies: ["Hội đồng Tư vấn khoáng sản"], units: units,
      places: PlaceFields(counts: [.below: 12, .units: 9]),
      reservations: [.init("7", "03/QĐ-TCĐC, ngày 04/11/2026, giữ cho Vụ Pháp chế")],
      action: OutgoingDocumentPaths.numbering, cancelPath: OutgoingDocumentPaths.list, next: next, input: input,
      seal: seal)
  }

  private static func numbering(_ input: FormInput) -> HTML { page(input).html }

  private static var warned: HTML {
    var page = page(typed)
    page.power =
      Notice(
        .caution,
        "Theo bảng thẩm quyền ký, ngày 05/11/2026 Lê Minh Đức không ký công văn với tư cách ký thay (KT.). Hãy xem lại tư cách ký; vẫn cấp số được."
      ).html
    return page.html
  }

  private static var typed: FormInput {
    let field = NumberingField.self
    return FormInput(values: [
      field.type: "congVan", field.unit: "21", field.signerName: "Lê Minh Đức",
      field.signerPosition: "Phó Tổng cục trưởng", field.capacity: SigningCapacity.forHead.rawValue,
      field.subject: "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026", field.urgency: "express",
      field.recipients: "Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang\nVụ Pháp chế", field.amount: "4",
    ])
  }

  private static var refused: FormInput {
    let facts = OutgoingFacts(issuedDate: Day(number: 20_762), signedAt: Instant(Day(number: 20_763)))
    let reasons =
      facts.obstacles(now: Instant(Day(number: 20_762))) + OutgoingRecipients.obstacles([])
    return Refusal(reasons).map { .refused($0) } ?? FormInput()
  }

  private static var correction: HTML {
    var page = page(typed)
    page.correctedCode = "05/TCĐC-KS"
    return page.html
  }

  /// Of a draft signed in the system: its pages beside the few fields that are the registry's.
  private static var signed: HTML {
    var page = page(FormInput(values: [NumberingField.fileCopyHolder: "Văn thư; Vụ Khoáng sản"]))
    page.viewer = PageViewer(name: "Văn bản đã ký", images: [], emptyLine: "Trang văn bản hiện ở đây.")
    page.draft = .init(
      key: "7", typeKey: "congVan", unit: "21",
      facts: DefinitionList([
        .init("Tên loại", text: "Công văn"), .init("Trích yếu", text: "Về việc kiểm kê trữ lượng đá vôi năm 2026"),
        .init("Người ký", text: "Trần Văn Quang, Tổng cục trưởng"), .init("Ký lúc", text: "09:10 06/11/2026"),
        .init("Nơi nhận", text: "Chi cục Địa chất miền Bắc; Vụ Pháp chế"), .init("Tệp", text: "cong-van.docx"),
      ]))
    return page.html
  }

  private static func reservations(_ rows: [ReservationsPage.Row]) -> HTML {
    ReservationsPage(
      rows: rows, types: types, units: units, bodies: [], mayReserve: true, next: NextCode.none, input: FormInput(),
      seal: seal
    ).html
  }

  private static let kept: [ReservationsPage.Row] = [
    .init(
      codeText: "03/QĐ-TCĐC", day: "04/11/2026", owner: "Vụ Pháp chế",
      reason: "Quyết định đã ký, chờ phụ lục của đơn vị phối hợp",
      expires: DeadlineMark(day: "06/11/2026", left: "còn 1 ngày", state: .soon),
      made: "Trần Thị Hoa, 09:10 04/11/2026",
      releasePath: "/van-ban-di/giu-so/7/huy", id: "7"),
    .init(
      codeText: "08/TB-TCĐC", day: "05/11/2026", owner: "Nguyễn Văn An, chuyên viên Vụ Khoáng sản",
      reason: String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6),
      expires: DeadlineMark(day: "20/11/2026", left: "còn 15 ngày", state: .later),
      made: "Trần Thị Hoa, 09:10 05/11/2026", releasePath: "/van-ban-di/giu-so/8/huy", id: "8"),
  ]

  private static func series(_ rows: [SeriesPage.Row]) -> HTML {
    SeriesPage(
      rows: rows, types: types, mayLay: true, begins: "dùng từ 01/01/2027 vì năm 2026 đã cấp số", input: FormInput(),
      seal: seal
    ).html
  }

  private static let laid: [SeriesPage.Row] = [
    .init(
      name: "Sổ đăng ký quyết định", scope: "Quyết định, Chỉ thị", basis: "Quyết định 15/QĐ-TCĐC ngày 02/01/2026",
      years: "từ 2026", laid: "Trần Thị Hoa, 02/01/2026", isEnded: false, endPath: "/van-ban-di/day-so/1/thoi"),
    .init(
      name: "Sổ của Hội đồng Tư vấn khoáng sản", scope: "Hội đồng Tư vấn khoáng sản (HĐTVKS)",
      basis: "Quyết định 20/QĐ-TCĐC ngày 12/02/2025", years: "2025–2025", laid: "Trần Thị Hoa, 12/02/2025",
      isEnded: true, endPath: nil),
  ]

  private static func postal(_ lines: [PostalBookPage.Line]) -> HTML {
    PostalBookPage(
      agencyName: "Tổng cục Địa chất", lines: lines, fromDay: "", toDay: "",
      tools: ListTools(PostalBookRows(), address: ""), pager: Pager()
    ).html
  }

  private static let lines: [PostalBookPage.Line] = (0..<6).map { step in
    .init(
      day: "06/11/2026", codeText: "\(RegisterRow.padded(12 - step))/TCĐC-KS", path: "/van-ban-di/\(step)",
      recipient: "Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang", envelopes: "1", receipt: "RB 09\(step)12VN",
      note: step == 2 ? "Trả lại: sai địa chỉ" : "")
  }
}
