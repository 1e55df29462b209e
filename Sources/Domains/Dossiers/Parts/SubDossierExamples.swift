import FilePlans
import Kernel
import Markup
import WebApp

/// Parts of a dossier, for the gallery. Nothing in them exists.
enum SubDossierExamples {
  static var all: [GalleryExample] {
    [
      example("ho-so-con", [part(1, "Lô số 1: khu phía đông"), part(2, "Lô số 2: khu phía tây", .closed)]),
      example("ho-so-con-trong", []),
      example(
        "ho-so-con-tu-choi", [part(1, "Lô số 1: khu phía đông")],
        FormInput(
          values: [DossierField.verdict: SubDossiersPart.id],
          reasons: [DossierField.title: ["Nhập tiêu đề hồ sơ."]])),
      example("ho-so-con-chu-dai", [part(1, long, missing: 12), part(2, long)]),
    ]
  }

  private static let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)

  private static func part(
    _ number: Int, _ title: String, _ state: Dossier.State = .open, missing: Int = 0
  ) -> Dossier {
    let day = Day(year: 2026, month: 11, day: 20) ?? Instant(milliseconds: 0).day
    var dossier = Dossier(
      id: .init(Int64(number)), agency: .init(1), code: DossierCode(organ: "G13.02", year: 2026, notation: "01.KS"),
      facts: DossierFacts(title: title, retention: .years(20), startedOn: day, dueOn: day + 9), state: state,
      unit: .init(105), unitName: "Vụ Khoáng sản", makerPost: .init(1009), makerName: "Bùi Quốc Khánh, Chuyên viên",
      planEntry: nil, openedAt: Instant(day), openedBy: "Bùi Quốc Khánh", itemCount: 3, pageTotal: 9, version: 1,
      missing: missing)
    if number > 0 { (dossier.code.notation, dossier.parent) = ("01.KS.0\(number)", .init(9)) }
    return dossier
  }

  private static func example(_ name: String, _ parts: [Dossier], _ input: FormInput = FormInput()) -> GalleryExample {
    let whole = part(0, "Giao đất khu công nghiệp Núi Voi")
    let found = FoundDossier(dossier: whole, participants: [], standing: .maker, isArchivist: false)
    let day = whole.facts.startedOn
    let content = DossierContentsPart(
      rows: [], acts: .empty,
      parts: SubDossiersScreen.part(
        found, parts, today: day, input: input, seal: FormSeal(csrf: "mau", post: "1009", version: 1)
      ).html
    ).html
    let page = DossierPage(
      head: .init(
        title: whole.facts.title, code: whole.code.text, maker: whole.makerName, unit: whole.unitName,
        retention: "20 năm", mode: "Có điều kiện", started: day.text, state: StateMark("Đang lập"),
        size: "3 văn bản và tài liệu, 9 trang", note: "",
        lines: [DossierHeadLine(label: "Hồ sơ chính", text: "01.KS «Giao đất khu công nghiệp»", path: "#")], acts: []),
      tabs: Tabs(
        label: "Các phần của hồ sơ",
        DossierPaths.Tab.allCases.map { .init($0.label, path: "#", selected: $0 == .contents) }), content: content)
    return GalleryExample(
      name, Page(title: page.head.title, room: .dossiers, main: page.html, keys: DossierPage.keys))
  }
}
