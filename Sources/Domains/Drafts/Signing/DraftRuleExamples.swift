import Kernel
import Markup
import WebApp

/// Screens of who may sign and of the usual ways, for the gallery.
enum DraftRuleExamples {
  static let all: [GalleryExample] = [
    powers("tham-quyen-ky", lines), powers("tham-quyen-ky-trong", []), powers("tham-quyen-ky-chi-xem", lines, false),
    powers("tham-quyen-ky-tu-dai", longLines), ways("luong-trinh", wayLines), ways("luong-trinh-trong", []),
    rule("tham-quyen-ky-them-tu-choi", refused), rule("luong-trinh-dat", way),
  ]

  private static let seal = FormSeal(csrf: "ma", post: "1003", version: 1)
  private static let long = DraftExamples.longWords

  private static var lines: [SigningPowersPage.Line] {
    [
      .init(
        holder: "Trần Văn Quang, Tổng cục trưởng", capacity: "Ký trực tiếp", types: "mọi loại", scope: "", basis: "",
        term: "từ 01/01/2026", isOver: false, version: 1, endPath: "/quan-tri/tham-quyen-ky/1/cham-dut"),
      .init(
        holder: "Lê Minh Đức, Phó Tổng cục trưởng", capacity: "Ký thay (KT.)", types: "Công văn, Báo cáo",
        scope: "Khoáng sản", basis: "Quyết định phân công công tác 12/QĐ-TCĐC", term: "01/01/2026 đến hết 31/10/2026",
        isOver: true, version: 1, endPath: "/quan-tri/tham-quyen-ky/2/cham-dut"),
    ]
  }

  private static var longLines: [SigningPowersPage.Line] {
    lines.map { line in
      var line = line
      (line.holder, line.types, line.scope, line.basis) = (long, long, long, long)
      return line
    }
  }

  private static var wayLines: [UsualWaysPage.Line] {
    [
      .init(
        type: "Công văn", content: "Lãnh đạo đơn vị soạn thảo", coordinating: "Vụ Pháp chế", form: "Chánh văn phòng",
        review: "", laidBy: "Vũ Thị Thanh Mai, Chánh Văn phòng", version: 1, endPath: "/quan-tri/luong-trinh/1/bo")
    ]
  }

  private static func powers(
    _ name: String, _ lines: [SigningPowersPage.Line], _ mayKeep: Bool = true
  ) -> GalleryExample {
    let page = SigningPowersPage(lines: lines, mayKeep: mayKeep, isAdministrator: mayKeep, seal: seal)
    return GalleryExample(
      name,
      Page(title: SigningPowersPage.title, room: .administration, main: page.html, keys: SigningPowersPage.keys))
  }

  private static func ways(_ name: String, _ lines: [UsualWaysPage.Line]) -> GalleryExample {
    let page = UsualWaysPage(lines: lines, mayKeep: true, seal: seal)
    return GalleryExample(
      name, Page(title: UsualWaysPage.title, room: .administration, main: page.html, keys: UsualWaysPage.keys))
  }

  private static var refused: DraftRulePage {
    DraftRulePage(
      title: "Thêm thẩm quyền ký",
      explanation: "TL. cần quy chế và loại văn bản; TUQ. cần văn bản ủy quyền và thời hạn.", tab: .signing,
      action: DraftPaths.signingPowers, backPath: DraftPaths.signingPowers,
      fields: [
        Field(
          "Người ký", name: SigningField.post, kind: .select([.init("1003", "Vũ Thị Thanh Mai, Chánh Văn phòng")]),
          width: .half),
        Field(
          "Tư cách ký", name: SigningField.capacity, value: "byOrder",
          kind: .select(SigningCapacity.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
        Field("Căn cứ", name: SigningField.basis),
      ], boxes: [Field("Công văn", name: "loai-congVan", kind: .checkbox, width: .quarter)],
      boxesTitle: "Loại văn bản được ký (không chọn là mọi loại)",
      boxReasons: ["Thừa lệnh chỉ với một số loại văn bản; hãy chọn loại được ký."], label: "Lưu",
      input: FormInput(
        reasons: [SigningField.basis: ["Thừa lệnh phải quy định trong quy chế làm việc; hãy ghi văn bản đó."]]),
      seal: seal)
  }

  private static var way: DraftRulePage {
    var page = refused
    (page.title, page.tab, page.boxReasons, page.input) = ("Đặt luồng trình", .ways, [], FormInput())
    page.fields = [
      Field("Loại văn bản", name: DraftField.type, kind: .select([.init("", "Các loại khác")]), width: .half),
      Field(
        "Kiểm tra nội dung", name: DraftField.content, kind: .select([.init("dv", "Lãnh đạo đơn vị soạn thảo")]),
        width: .half),
    ]
    (page.boxes, page.boxesTitle) = (
      [Field("Vụ Pháp chế", name: "\(DraftField.coordinating)-106", kind: .checkbox, width: .half)], "Đơn vị phối hợp"
    )
    return page
  }

  private static func rule(_ name: String, _ page: DraftRulePage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .administration, main: page.html, keys: DraftRulePage.keys))
  }
}
