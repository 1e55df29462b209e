import IncomingDocuments
import Kernel
import Markup
import WebApp

/// Pages of copies in the states worth looking at. People and agencies are invented.
enum CopyExamples {
  static var all: [GalleryExample] {
    [
      example("ban-sao-trong", CopyListPage(chips: chips, form: "", state: "", lines: []).html),
      example("ban-sao", CopyListPage(chips: chips, form: "", state: "", lines: lines, bookPath: "/so/1").html),
      example("ban-sao-khong-khop", CopyListPage(chips: chips, form: "recopy", state: "", lines: []).html),
      example("sao-van-ban", asking(.fullCopy).html), example("sao-van-ban-trich", asking(.extractCopy).html),
      example("sao-van-ban-bi-tu-choi", refused.html), example("sao-van-ban-khong-duoc", blocked.html),
      example("ban-sao-cho-quyet-dinh", page(.asked).html), example("ban-sao-dang-lam", page(.numbered).html),
      example("ban-sao-da-giao", page(.given).html), example("ban-sao-da-huy", page(.cancelled).html),
    ]
  }

  private static let seal = FormSeal(csrf: "ma", version: 1)
  private static let documentLine = "Công văn 05/BNV-VP ngày 05/11/2026 của Bộ Nội vụ"
  private static let subject = "Hướng dẫn kiểm kê tài sản công năm 2026"
  private static let long =
    "Đề nghị phối hợp rà soát, tổng hợp và gửi báo cáo kết quả thực hiện nhiệm vụ quản lý nhà nước về địa chất, khoáng sản trên địa bàn các tỉnh, thành phố trực thuộc trung ương năm 2026"

  private static func example(_ name: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: CopyListPage.title, room: .outgoing, main: main, keys: CopyAskingPage.keys))
  }

  private static let chips = Chips(
    label: "Lọc nhanh",
    [
      .init("Tất cả", path: DocumentCopyPaths.list, selected: true),
      .init("Chờ cấp số", path: DocumentCopyPaths.waiting),
    ])

  private static let lines: [CopyListPage.Line] = [
    line("1", "", .extractCopy, long, StateMark("Chờ quyết định", .look)),
    line("2", "12/SY-TCĐC", .fullCopy, subject, StateMark("Đã giao", .done)),
    line("3", "11/SL-TCĐC", .recopy, subject, StateMark("Đã hủy số", .wrong), isStruck: true),
  ]

  private static func line(
    _ id: String, _ code: String, _ form: CopyForm, _ subject: String, _ state: StateMark, isStruck: Bool = false
  ) -> CopyListPage.Line {
    .init(
      id: id, path: "#", codeText: code, form: form.label, copied: documentLine, subject: subject,
      asker: "Nguyễn Văn An, Chuyên viên", decider: "Trần Văn Quang, Tổng cục trưởng", state: state,
      day: "05/11/2026", isStruck: isStruck)
  }

  private static let viewer = PageViewer(name: documentLine, images: [], emptyLine: "Trang văn bản hiện ở đây.")

  private static func asking(_ form: CopyForm) -> CopyAskingPage {
    let tabs = CopyForm.allCases.map { Chips.Chip($0.label, path: "#", selected: $0 == form) }
    let words = [
      "BỘ NỘI VỤ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/BNV-VP   Hà Nội, ngày 05 tháng 11 năm 2026",
      "1. Các đơn vị kiểm kê đất, nhà, xe ô tô và tài sản khác có nguyên giá từ 500 triệu đồng trở lên.", "",
      "2. Báo cáo gửi về trước ngày 30/11/2026.",
    ]
    return CopyAskingPage(
      title: "Sao 05/BNV-VP", documentLine: documentLine, documentPath: "#", obstacles: [],
      forms: Tabs(label: "Hình thức sao", tabs), form: form, asksVouching: form == .recopy, viewer: viewer,
      sheets: form == .extractCopy
        ? [
          .init(page: 1, lines: words.enumerated().map { ("1,0.\($0.offset + 1),0.\($0.offset + 2)", $0.element) }),
          .init(page: 2, lines: []),
        ] : [],
      chosen: ["1,0.3,0.4"], ways: CopyWay.all.filter { form.obstacle(to: $0) == nil }.map { .init($0.text, $0.label) },
      deciders: [.init("", "Chọn người quyết định"), .init("1", "Trần Văn Quang, Tổng cục trưởng")],
      earlier: [.init(line: "Sao y, 12/SY-TCĐC, 05/11/2026", path: "#", state: StateMark("Đã giao", .done))],
      action: "#", input: FormInput(), seal: seal)
  }

  private static var refused: CopyAskingPage {
    var page = asking(.recopy)
    page.markLine = "Trong tệp có chữ «SAO Y»: tệp này là bản sao y."
    page.input = FormInput(
      values: [CopyField.recipients: "Vụ Pháp chế", CopyField.amount: "0"],
      reasons: [
        CopyField.way: ["Trang 1, 2 quét đen trắng; cần quét màu.", "Trang 1 quét ở 150 dpi; cần từ 200 dpi trở lên."],
        CopyField.amount: ["Số bản từ 1 đến 500."],
      ])
    return page
  }

  private static var blocked: CopyAskingPage {
    var page = asking(.fullCopy)
    page.obstacles = ["Văn bản 05/TCĐC-KS chưa phát hành; sao được sau khi phát hành."]
    page.earlier = []
    return page
  }

  private static func page(_ state: DocumentCopy.State) -> DocumentCopyPage {
    let number = [.numbered, .given, .cancelled].contains(state)
    var copy = DocumentCopy(
      id: DocumentCopy.ID(1), agency: AgencyID(1),
      terms: CopyTerms(
        form: .fullCopy, way: CopyWay(from: .electronic, to: .paper),
        source: CopySource(.incomingDocument(IncomingDocument.ID(1)), file: 1),
        recipients: ["Vụ Pháp chế", "Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang"], amount: 2,
        purpose: "Gửi kèm hồ sơ thẩm định", decider: PostID(1)),
      askerPost: PostID(2), askerName: "Nguyễn Văn An, Chuyên viên", askedAt: Instant(Day(number: 20_762)),
      deciderName: "Trần Văn Quang, Tổng cục trưởng", state: state, number: number ? 12 : nil, version: 1)
    if state == .cancelled { copy.endReason = "sao nhầm trang" }
    let isDecider = state == .asked
    let actor = Actor(
      account: AccountID(1), person: PersonID(1), personName: "Trần Văn Quang", post: PostID(isDecider ? 1 : 9),
      postTitle: "Tổng cục trưởng", unit: UnitID(1), unitName: "Lãnh đạo", agency: AgencyID(1),
      agencyName: "Tổng cục Địa chất", roles: isDecider ? [.leader] : [.registryClerk], address: "")
    let screen = DocumentCopyScreen(
      copy: copy,
      document: CopiedDocument(
        record: copy.terms.source.record, codeText: "05/BNV-VP", typeName: "Công văn", subject: long,
        issuer: "Bộ Nội vụ", issuedOn: Day(number: 20_762), path: "#", obstacles: []),
      abbreviation: "TCĐC", story: [], reasonsToSee: ["Văn thư «Tổng cục Địa chất»: văn bản nằm trong sổ của cơ quan"],
      obstacles: [], actor: actor)
    return screen.page(seal: seal)
  }
}
