import Kernel
import Markup
import WebApp

/// Screens of rules for the gallery.
enum PresentingRuleExamples {
  static let all: [GalleryExample] = [
    list("quy-tac", lines), list("quy-tac-trong", []), list("quy-tac-chay-thu", tried, triedCount: 100),
    list("quy-tac-chi-xem", lines, mayLay: false), list("quy-tac-chu-dai", long), one("quy-tac-dat", new),
    one("quy-tac-tu-choi", refused), one("quy-tac-da-bo", ended), presentation,
  ]

  private static let seal = FormSeal(csrf: "ma", post: "1001", version: 2)

  private static var lines: [PresentingRulesPage.Line] {
    [
      .init(
        id: "1", name: "Giấy phép cát sỏi", conditions: "loại: Công văn; trích yếu có: cát lòng sông, cát sỏi",
        effect: "chuyển thẳng Vụ Khoáng sản (chủ trì, 10 ngày làm việc)",
        basis: "Trần Văn Quang, Tổng cục trưởng; Quy chế làm việc, điều 12", version: 2, path: "/van-ban-den/quy-tac/1",
        movePath: "/van-ban-den/quy-tac/1/thu-tu"),
      .init(
        id: "2", name: "Giấy mời", conditions: "loại: Giấy mời", effect: "trình thẳng Lê Minh Đức, Phó Tổng cục trưởng",
        basis: "Trần Văn Quang, Tổng cục trưởng; Quy chế làm việc, điều 9",
        trouble: "Trần Văn Quang, Tổng cục trưởng không còn là lãnh đạo nên quy tắc không dùng được; hãy đặt lại",
        version: 1, path: "/van-ban-den/quy-tac/2", movePath: "/van-ban-den/quy-tac/2/thu-tu"),
    ]
  }

  private static var tried: [PresentingRulesPage.Line] {
    var lines = lines
    lines[0].caught = [
      .init(label: "Số đến 1247, 283/SNNMT-KS: V/v rà soát giấy phép khai thác cát lòng sông", path: "/van-ban-den/8"),
      .init(label: "Số đến 1201, 45/UBND: V/v quản lý cát sỏi", path: "/van-ban-den/9"),
    ]
    return lines
  }

  private static var long: [PresentingRulesPage.Line] {
    let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
    return lines.map { line in
      var line = line
      (line.name, line.conditions, line.effect, line.basis) = (long, long, long, long)
      return line
    }
  }

  private static func list(
    _ name: String, _ lines: [PresentingRulesPage.Line], triedCount: Int? = nil, mayLay: Bool = true
  ) -> GalleryExample {
    let page = PresentingRulesPage(
      lines: lines, triedCount: triedCount, uncaughtCount: 98, mayLay: mayLay, newPath: "/van-ban-den/quy-tac/moi",
      trialPath: "/van-ban-den/quy-tac?thu=1", seal: seal)
    return GalleryExample(
      name,
      Page(title: PresentingRulesPage.title, room: .incoming, main: page.html, keys: PresentingRulesPage.keys))
  }

  private static var new: PresentingRulePage {
    let r = PresentingRuleField.self
    return PresentingRulePage(
      title: "Đặt quy tắc", action: "/van-ban-den/quy-tac",
      fields: [
        Field("Tên quy tắc", name: r.name, required: true),
        Field("Nơi gửi có chữ", name: r.issuer, width: .half),
        Field("Trích yếu có chữ", name: r.subject, hint: "Ví dụ: cát lòng sông, đá vôi.", width: .half),
        Field("Chuyển thẳng", name: r.holder, kind: .select([.init("u105", "Vụ Khoáng sản")]), width: .half),
        Field("Số ngày làm việc", name: r.term, hint: "Kể từ ngày chuyển.", width: .quarter),
        Field("Căn cứ", name: r.basis, required: true),
      ], label: "Đặt quy tắc", listPath: "/van-ban-den/quy-tac", input: FormInput(), seal: seal)
  }

  private static var refused: PresentingRulePage {
    var page = new
    page.title = "Quy tắc «Giấy phép cát sỏi»"
    page.endPath = "/van-ban-den/quy-tac/1/bo"
    page.story = Story([
      .init(
        time: "09:12 05/11/2026", isoTime: "2026-11-05T02:12:00Z", actor: "Trần Văn Quang, Tổng cục trưởng",
        sentence: "đặt quy tắc chuyển văn bản đến «Giấy phép cát sỏi»")
    ])
    page.input = FormInput(
      values: [PresentingRuleField.term: "0"],
      reasons: [
        PresentingRuleField.name: ["Hãy đặt tên cho quy tắc."],
        PresentingRuleField.term: ["Thời hạn từ 1 đến 365 ngày làm việc."],
      ])
    return page
  }

  private static var ended: PresentingRulePage {
    var page = new
    page.facts = DefinitionList([
      .init("Điều kiện", text: "loại: Giấy mời"), .init("Thì", text: "trình thẳng Lê Minh Đức"),
      .init("Đã bỏ lúc", text: "10:00 06/11/2026"),
    ])
    page.story = Story([])
    return page
  }

  private static func one(_ name: String, _ page: PresentingRulePage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .incoming, main: page.html))
  }

  /// «Trình» of a document that a rule catches.
  private static var presentation: GalleryExample {
    var page = HandlingExamples.presentation
    page.rule = .init(
      key: "1", version: 2, name: "Giấy phép cát sỏi",
      effect: "chuyển thẳng Vụ Khoáng sản (chủ trì, 10 ngày làm việc)",
      basis: "Trần Văn Quang, Tổng cục trưởng đặt; Quy chế làm việc, điều 12.", action: "/van-ban-den/8/theo-quy-tac")
    return GalleryExample(
      "trinh-theo-quy-tac", Page(title: page.title, room: .incoming, main: page.html, keys: HandlingPage.keys))
  }
}
