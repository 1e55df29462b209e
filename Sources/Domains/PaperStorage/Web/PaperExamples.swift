import Dossiers
import Kernel
import Markup
import WebApp

/// Pages of papers for the gallery. Nothing in them exists.
enum PaperExamples {
  static let all: [GalleryExample] = places + papers + loans

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  private static let seal = FormSeal(csrf: "mau", post: "1006", version: 1)
  private static let refused = FormInput(
    values: ["ten": "Giá 2"], reasons: ["ten": ["Ở đây đã có chỗ mang tên này."]])

  private static func place(
    _ name: String, _ kind: ShelfPlace.Kind?, _ rows: [PlacePage.Row], input: FormInput = FormInput(),
    keeps: Bool = true
  ) -> GalleryExample {
    let shown = kind.map {
      ShelfPlace(
        id: ShelfPlace.ID(7), agency: AgencyID(1), parent: $0 == .store ? nil : ShelfPlace.ID(5), unit: nil, kind: $0,
        name: "\($0.label) 2", capacity: $0 == .box ? nil : 40, measure: .boxes, isFull: false, note: "", version: 1)
    }
    var page = PlacePage(
      title: shown?.name ?? PlacePage.title,
      empty: shown == nil
        ? ("Chưa có kho nào", "Lập kho, rồi thêm giá và hộp; hồ sơ giấy xếp vào hộp.")
        : ("Hộp chưa có hồ sơ nào", "Ghi mã hồ sơ ở dưới để xếp vào hộp."))
    page.isBox = kind == .box
    page.rows = rows
    if let shown {
      page.trail = [(PlacePage.title, "#"), ("Kho 1", "#")]
      page.facts = [.init("Bên trong", text: kind == .box ? "2 hồ sơ" : "38/40 hộp")]
      page.labelsPath = keeps && !rows.isEmpty ? "#" : nil
      if kind == .box { page.acts = [Button("In mục lục hộp (PDF)", style: .quiet, path: "#")] }
      if keeps {
        page.forms =
          input.summary
          + PlaceForms(
            place: shown, parents: [.init("5", "Kho 1"), .init("6", "Kho 1 / Giá 1")], input: input, seal: seal,
            creating: seal.creating("mau")
          ).html
      }
    } else {
      page.forms = PlaceForms(place: nil, input: input, seal: seal, creating: seal.creating("mau")).html
    }
    return GalleryExample(name, Page(title: page.title, room: .archive, main: page.html, keys: .list))
  }

  private static func row(_ name: String, _ text: String, _ size: String, _ state: StateMark? = nil) -> PlacePage.Row {
    .init(box: PlaceScreen.tick("hop", name, name), path: "#", name: name, text: text, size: size, state: state)
  }

  private static let places = [
    place("kho-trong", nil, []),
    place(
      "kho", nil,
      [row("Kho 1", "Tầng 2 nhà B", "38/40 hộp"), row("Kho 2", "", "40/40 hộp", StateMark("Đầy", .look))].map {
        var row = $0
        row.box = .empty
        return row
      }),
    place(
      "kho-gia", .shelf,
      [
        row("Hộp 11", "", "12 hồ sơ", StateMark("1 hồ sơ đang cho mượn", .look)),
        row("Hộp 12", longText, "31 hồ sơ", StateMark("Đầy", .look)),
      ]), place("kho-gia-tu-choi", .shelf, [row("Hộp 11", "", "12 hồ sơ")], input: refused.typed(into: PlaceForms.add)),
    place("kho-hop-trong", .box, []),
    place(
      "kho-hop", .box,
      [
        row("G09.2025.01.KS", "Kiểm kê trữ lượng đá vôi năm 2025", "120"),
        row(
          "G09.2025.123456.KHCNHTQT", longText, "",
          StateMark("Lê Hoài Nam, Vụ Pháp chế mượn đến 20/11/2026", .look)),
      ]),
    place("kho-hop-chi-xem", .box, [row("G09.2025.01.KS", "Kiểm kê trữ lượng đá vôi năm 2025", "120")], keeps: false),
  ]

  private static let dossier = Dossier.ID(9)
  private static let dossierName = "01.KS «Kiểm kê trữ lượng đá vôi năm 2025»"

  private static func paper(_ name: String, _ place: HTML, isOut: Bool, full: Bool, input: FormInput = FormInput())
    -> GalleryExample
  {
    let box = ShelfPlace(
      id: ShelfPlace.ID(7), agency: AgencyID(1), parent: ShelfPlace.ID(5), kind: .box, name: "Hộp 12", measure: .boxes,
      isFull: false, note: "", version: 1)
    let actor = Actor(
      account: AccountID(1), person: PersonID(1), personName: "Ngô Thị Kim Liên", post: PostID(7),
      postTitle: "Lưu trữ viên", unit: UnitID(6), unitName: "Văn phòng", agency: AgencyID(1), agencyName: "Tổng cục",
      roles: [.archivist], address: "")
    let page = PaperPage(
      dossierName: full ? longText : dossierName, dossierPath: "#", place: place,
      facts: [.init("Số tờ", text: full ? "120" : "")],
      caution: isOut
        ? Notice(.caution, "Lê Hoài Nam, Vụ Pháp chế, đến hết 20/11/2026.", word: "Đang cho mượn").html : .empty,
      acts: full ? [Button("In nhãn bìa có mã QR", path: "#"), Button("Kho, giá, hộp", path: "#")] : [],
      moves: full
        ? [
          .init(
            time: "08:30 05/11/2026", from: "Kho 1 / Giá 1 / Hộp 3", to: "Kho 1 / Giá 2 / Hộp 12", reason: longText,
            by: "Ngô Thị Kim Liên, Lưu trữ viên")
        ] : [], loans: full ? loanRows : [],
      forms: input.summary + PaperForms.asking(dossier, actor, input, seal.creating("mau"))
        + PaperForms.moving(dossier, full ? box : nil, isOut: isOut, input, seal))
    return GalleryExample(name, Page(title: PaperPage.title, room: .dossiers, main: page.html, keys: PaperPage.keys))
  }

  private static let papers = [
    paper("ho-so-giay-chua-xep", "chưa xếp vào hộp nào", isOut: false, full: false),
    paper("ho-so-giay", "<a href=\"#\">Kho 1 / Giá 2 / Hộp 12</a>", isOut: false, full: true),
    paper("ho-so-giay-dang-muon", "<a href=\"#\">Kho 1 / Giá 2 / Hộp 12</a>", isOut: true, full: true),
    paper(
      "ho-so-giay-tu-choi", "<a href=\"#\">Kho 1 / Giá 2 / Hộp 12</a>", isOut: false, full: false,
      input: FormInput(values: ["ly-do": longText], reasons: ["den-ngay": ["Chọn ngày trả từ hôm nay."]])
        .typed(into: PaperForms.borrow)),
  ]

  private static let loanRows: [LoanListPage.Row] = [
    .init(
      path: "#", number: "12/2026", notation: "01.KS", title: "Kiểm kê trữ lượng đá vôi năm 2025",
      borrower: "Lê Hoài Nam, Vụ Pháp chế",
      due: DeadlineMark(day: "20/11/2026", left: "quá hạn 7 ngày", state: .overdue).html,
      state: StateMark("Đang mượn", .look)),
    .init(
      path: "#", number: "", notation: "123456.KHCNHTQT", title: longText, borrower: longText, due: "20/12/2026",
      state: StateMark("Chờ lãnh đạo đồng ý", .look)),
  ]

  private static func list(_ name: String, _ rows: [LoanListPage.Row]) -> GalleryExample {
    let tabs = Tabs(
      label: LoanListPage.title,
      LoanPart.allCases.map { .init($0.label, path: "#", selected: $0 == .out, count: $0 == .late ? "1" : nil) })
    let page = LoanListPage(
      tabs: tabs, rows: rows, acts: [Button("In sổ năm 2026 (PDF)", style: .quiet, path: "#")])
    return GalleryExample(name, Page(title: LoanListPage.title, room: .archive, main: page.html, keys: .list))
  }

  private static func loan(
    _ name: String, _ buttons: [Button], field: Field?, hint: String? = nil, input: FormInput = FormInput(),
    text: String = "Đối chiếu số liệu kiểm kê"
  ) -> GalleryExample {
    let page = LoanPage(
      title: "Phiếu mượn số 12/2026", state: StateMark("Đang mượn", .look),
      due: DeadlineMark(day: "20/11/2026", left: "còn 3 ngày", state: .later).html, dossierName: dossierName,
      dossierPath: "#", paperPath: "#",
      facts: [
        .init("Người mượn", text: "Lê Hoài Nam, Vụ Pháp chế"), .init("Mượn để", text: text),
        .init("Tài liệu", text: "cả hồ sơ"), .init("Đề nghị", text: "08:30 05/11/2026, Lê Hoài Nam, Chuyên viên"),
      ], field: field, buttons: buttons, action: "#", hint: hint, input: input, seal: seal)
    return GalleryExample(name, Page(title: page.title, room: .archive, main: page.html, keys: LoanPage.keys))
  }

  private static let reason = Field("Lý do", name: "ly-do", hint: "Bắt buộc khi không cho mượn.")

  private static let loans = [
    list("so-muon-trong", []), list("so-muon", loanRows),
    loan("phieu-muon", [Button("Cho mượn", style: .primary), Button("Không cho mượn")], field: reason),
    loan(
      "phieu-muon-nhan-lai", [Button("Đã nhận lại bản giấy", style: .primary, key: "ctrl+enter")],
      field: Field("Tình trạng khi trả", name: "tinh-trang", value: "Đủ, nguyên vẹn", required: true)),
    loan("phieu-muon-cho", [], field: nil, hint: "Chờ lưu trữ cơ quan trả lời.", text: longText),
    loan(
      "phieu-muon-tu-choi", [Button("Không cho mượn")], field: reason,
      input: FormInput(reasons: ["ly-do": ["Ghi lý do không cho mượn."]])),
  ]
}
