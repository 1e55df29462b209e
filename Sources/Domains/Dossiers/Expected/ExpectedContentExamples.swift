import Documents
import Kernel
import Markup
import WebApp

/// Pages on what dossiers are expected to hold, for the gallery. Nothing in them exists.
enum ExpectedContentExamples {
  static var all: [GalleryExample] {
    [
      part("ho-so-thanh-phan", lines, missing: "2: Biên bản họp thẩm định, Quyết định phê duyệt"),
      part("ho-so-thanh-phan-du", [met("Tờ trình", by: "loại Tờ trình")], missing: nil),
      part("ho-so-thanh-phan-chua-dat", [], missing: nil),
      part(
        "ho-so-thanh-phan-bi-tu-choi", lines, missing: "2: Biên bản họp thẩm định, Quyết định phê duyệt",
        input: FormInput(
          values: [DossierField.verdict: ExpectationAct.excuse.rawValue],
          reasons: [DossierField.reason: ["Ghi lý do."]])),
      part(
        "ho-so-thanh-phan-chu-dai", [met(long, by: long)] + Array(repeating: missing(long), count: 3), missing: long),
      part(
        "ho-so-thanh-phan-chi-xem", readOnly(lines), missing: "2: Biên bản họp, Quyết định phê duyệt", mayChange: false),
    ]
  }

  private static let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  private static let seal = FormSeal(csrf: "mau", post: "1009", version: 1)

  private static func forms(_ input: FormInput, mayChange: Bool) -> ExpectationForms {
    ExpectationForms(
      dossier: .init(1), mayChange: mayChange, mayFill: mayChange, input: input, seal: seal)
  }

  private static func met(_ name: String, by why: String) -> DossierExpectationsPart.Row {
    .init(
      name: name, kind: "Tờ trình, văn bản đi", need: "bắt buộc", state: StateMark("Đã có", .done),
      met: [
        .init(
          title: "3. Tờ trình: V/v phê duyệt đề án thăm dò", path: "#", why: why,
          undo: Button("Không phải", style: .quiet, path: "#").html)
      ])
  }

  private static func missing(_ name: String) -> DossierExpectationsPart.Row {
    .init(name: name, kind: "Quyết định, văn bản đi", need: "bắt buộc", state: StateMark("Còn thiếu", .wrong))
  }

  private static let lines: [DossierExpectationsPart.Row] = [
    met("Tờ trình phê duyệt đề án", by: "loại Tờ trình, có chữ «phê duyệt đề án»"), missing("Biên bản họp thẩm định"),
    missing("Quyết định phê duyệt"),
    .init(
      name: "Ý kiến của Bộ Quốc phòng", kind: "văn bản đến", need: "bắt buộc", state: StateMark("Không có"),
      excuse: "không có, vì khu vực không có công trình quốc phòng (Bùi Quốc Khánh, 20/11/2026)",
      act: Button("Cần có", style: .quiet, path: "#").html),
    .init(name: "Ảnh hiện trường", kind: "tệp riêng", need: "nên có, nhiều", state: StateMark("Chưa có", .look)),
  ]

  private static func readOnly(_ rows: [DossierExpectationsPart.Row]) -> [DossierExpectationsPart.Row] {
    rows.map { row in
      var row = row
      row.act = .empty
      for index in row.met.indices { row.met[index].undo = .empty }
      return row
    }
  }

  private static func part(
    _ name: String, _ rows: [DossierExpectationsPart.Row], missing: String?, input: FormInput = FormInput(),
    mayChange: Bool = true
  ) -> GalleryExample {
    let expected = rows.enumerated().map { index, row in
      DossierExpectation(
        id: .init(Int64(index + 1)), dossier: .init(1), place: index + 1, content: .init(name: row.name), typeName: "")
    }
    let dialogs = forms(input, mayChange: mayChange).dialogs(
      expected, [], [.init("toTrinh", "Tờ trình"), .init("bienBan", "Biên bản")])
    let content = DossierContentsPart(
      rows: [], acts: .empty, mayFill: mayChange,
      expected: DossierExpectationsPart(rows: rows, isComplete: missing == nil, acts: dialogs)
    ).html
    let page = DossierPage(
      head: .init(
        title: "Thẩm định đề án thăm dò khu vực Núi Voi", code: "G13.02.2026.01.KS",
        maker: "Bùi Quốc Khánh, Chuyên viên", unit: "Vụ Khoáng sản", retention: "Vĩnh viễn", mode: "Có điều kiện",
        started: "05/01/2026", state: StateMark("Đang lập"), size: "3 văn bản và tài liệu, 9 trang", note: "",
        missing: missing, expectedPath: "#\(DossierExpectationsPart.id)", acts: []),
      tabs: Tabs(
        label: "Các phần của hồ sơ",
        DossierPaths.Tab.allCases.map { .init($0.label, path: "#", selected: $0 == .contents) }), content: content)
    return GalleryExample(
      name, Page(title: page.head.title, room: .dossiers, main: page.html, keys: DossierPage.keys))
  }
}
