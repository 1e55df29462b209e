import Kernel
import Markup
import WebApp

/// Screens of lent posts with invented content.
enum DelegationGallery {
  private static let seal = FormSeal(csrf: "phien-mau", post: "1001", submission: "mot-lan")
  private static let day = Day(number: 20_762)

  static var examples: [GalleryExample] {
    [
      example("uy-quyen", usual.html), example("uy-quyen-trong", empty.html), example("uy-quyen-tu-choi", refused.html),
      example("uy-quyen-dang-thay", standingIn.html), example("uy-quyen-chu-dai", long.html),
      example("viec-lam-thay", acts.html), example("viec-lam-thay-trong", noActs.html),
    ]
  }

  private static func example(_ name: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: DelegationsPage.title, main: main))
  }

  private static let empty = page([])
  private static let usual = page([line(1, part: "tôi vắng"), line(2, part: "tôi làm thay", isOver: true)])

  private static var refused: DelegationsPage {
    var page = empty
    page.input = FormInput(
      values: [DelegationField.firstDay: "31/2", DelegationField.scope: "directing"],
      reasons: [
        DelegationField.firstDay: ["Từ ngày: gõ như 30/11/2026 hoặc 3011."],
        DelegationField.standIn: ["Người làm thay phải là người khác."],
        DelegationField.reason: ["Hãy ghi lý do, ví dụ: nghỉ phép, đi công tác."],
      ])
    return page
  }

  private static var standingIn: DelegationsPage {
    var page = usual
    page.obstacle =
      "Đang làm thay Trần Văn Quang, Tổng cục trưởng nên không ủy quyền tiếp được. Chọn chức danh của mình ở «Đang làm việc với tư cách»."
    return page
  }

  private static var long: DelegationsPage {
    var line = line(3, part: "")
    let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
    (line.delegation.absentName, line.delegation.standInName, line.delegation.reason) = (long, long, long)
    return page([line])
  }

  private static let acts = DelegatedActsPage(
    delegation: line(1, part: "").delegation, state: "đang làm thay",
    lines: [
      .init(
        at: Instant(day, hour: 9, minute: 12), sentence: "bút phê: «Giao Vụ Khoáng sản chủ trì»",
        record: "Số đến 1247, 283/VP-HC", path: "/van-ban-den/8"),
      .init(at: Instant(day, hour: 9, minute: 40), sentence: nil, record: "Số đến 1250", path: "/van-ban-den/9"),
    ])

  private static let noActs = DelegatedActsPage(
    delegation: line(1, part: "").delegation, state: "bắt đầu 06/11/2026", lines: [])

  private static func page(_ lines: [DelegationsPage.Line]) -> DelegationsPage {
    DelegationsPage(
      lines: lines, posts: [Field.Choice("1001", "Trần Văn Quang, Tổng cục trưởng, Lãnh đạo Tổng cục")],
      standIns: [Field.Choice("1002", "Lê Minh Đức, Phó Tổng cục trưởng, Lãnh đạo Tổng cục")], input: FormInput(),
      seal: seal)
  }

  private static func line(_ key: Int64, part: String, isOver: Bool = false) -> DelegationsPage.Line {
    let delegation = Delegation(
      id: .init(key), agency: AgencyID(1), absentPost: PostID(1001), absentPerson: PersonID(1001),
      absentName: "Trần Văn Quang, Tổng cục trưởng", standInPost: PostID(1002), standInPerson: PersonID(1002),
      standInName: "Lê Minh Đức", firstDay: day, lastDay: day + 25, scope: .all, reason: "Đi công tác",
      madeBy: "Trần Văn Quang", madeAt: Instant(day, hour: 8, minute: 0))
    return .init(
      delegation: delegation, part: part, state: isOver ? "đã hết ngày 30/11/2026" : "đang làm thay", isOver: isOver,
      endPath: isOver ? nil : "/uy-quyen/\(key)/ket-thuc", path: "/uy-quyen/\(key)")
  }
}
