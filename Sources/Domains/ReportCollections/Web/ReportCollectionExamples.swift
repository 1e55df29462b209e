import Kernel
import Markup
import WebApp

/// Pages of collections in the states worth looking at. People and agencies are invented.
enum ReportCollectionExamples {
  static var all: [GalleryExample] {
    [
      example("bieu-lap", making.html), example("bieu-lap-xem-truoc", previewed.html),
      example("bieu-lap-bi-tu-choi", refusedMaking.html), example("bieu-khong-sua-duoc", blocked.html),
      example("bieu-dien", filling([]).html, keys: filling([]).keys),
      example("bieu-dien-tra-lai", returned.html), example("bieu-dien-bi-tu-choi", refusedFilling.html),
      example("bieu-dien-mot-dong", oneRow.html), example("bieu-da-gui-noi-thu-xem", sent.html),
      example("bieu-tong-hop", collection(places, lines).html), example("bieu-tong-hop-trong", empty.html),
      example("bieu-tong-hop-loc", filtered.html),
    ] + CollectionListExamples.all
  }

  private static func example(_ name: String, _ main: HTML, keys: [KeyHint] = []) -> GalleryExample {
    GalleryExample(name, Page(title: CollectionFormPage.title, room: .outgoing, main: main, keys: keys))
  }

  private static let seal = FormSeal(csrf: "ma", version: 1)
  private static let due = "Thứ Sáu, 20/11/2026"
  private static let document = "15/TCĐC-KS"
  private static let long =
    "Tổng hợp kết quả kiểm tra việc chấp hành pháp luật về địa chất, khoáng sản tại các điểm mỏ đã được cấp phép thăm dò, khai thác trên địa bàn các tỉnh, thành phố trực thuộc trung ương năm 2026"

  private static let form = SheetForm(
    title: "Điểm mỏ đã kiểm tra quý IV/2026", hint: "Mỗi điểm mỏ một dòng; điểm mỏ đã đóng cửa không ghi.", rowsMax: 50,
    columns: [
      SheetColumn("Điểm mỏ", required: true),
      SheetColumn("Số hộ bị ảnh hưởng", .integer, unit: "hộ", required: true, least: "0", most: "500"),
      SheetColumn("Diện tích", .decimal, unit: "ha"), SheetColumn("Ngày kiểm tra", .day),
      SheetColumn("Kết luận", .choice, choices: ["Đạt", "Chưa đạt", "Phải kiểm tra lại"]),
    ])

  // MARK: making

  private static var making: CollectionFormPage {
    CollectionFormPage(
      heading: "Lập biểu thu báo cáo", documentLine: "\(document): Báo cáo kết quả kiểm tra các điểm mỏ",
      documentPath: "#", due: due, columnCount: 4,
      earlier: [.init("1", "Điểm mỏ đã kiểm tra quý III/2026 (09/TCĐC-KS)"), .init("2", long)], action: "#",
      input: FormInput(), seal: seal)
  }

  private static var previewed: CollectionFormPage {
    var page = making
    page.input = SheetFormTyped.input(of: form)
    page.columnCount = form.columns.count + 1
    page.preview = table([[], [], []])
    page.preview?.input = FormInput()
    page.previewHint = form.hint
    return page
  }

  private static var refusedMaking: CollectionFormPage {
    var wrong = form
    wrong.title = ""
    wrong.columns[1].least = "600"
    wrong.columns[4].choices = ["Đạt"]
    var page = making
    page.due = nil
    page.columnCount = wrong.columns.count
    page.input = SheetFormTyped.input(of: wrong)
    if let refusal = Refusal(wrong.obstacles()) {
      let refused = FormInput.refused(refusal)
      (page.input.reasons, page.input.generalReasons) = (refused.reasons, refused.generalReasons)
    }
    return page
  }

  private static var blocked: CollectionFormPage {
    var page = making
    page.heading = "Sửa biểu thu báo cáo"
    page.obstacle =
      "Hoàng Thị Dung đã bắt đầu điền lúc 10:15 06/11/2026, nên cột của biểu giữ nguyên để số liệu không lệch. Cần biểu khác thì hỏi bằng văn bản khác."
    return page
  }

  // MARK: filling in

  private static func table(_ rows: [[String]]) -> SheetTable {
    SheetTable(caption: form.title, columns: form.columns.map(SheetTable.Column.init), rows: rows, isMany: true)
  }

  private static let rows = [
    ["Mỏ đá vôi Khe Sim", "12", "1.234,5", "02/11/2026", "Đạt"], ["Mỏ cát Bãi Bồi", "0", "", "03/11/2026", "Chưa đạt"],
  ]

  private static func filling(_ rows: [[String]]) -> SheetAnswerPage {
    var page = SheetAnswerPage(
      title: form.title, documentLine: "\(document) của Tổng cục Địa chất và Khoáng sản", documentPath: "#",
      placeName: "Cục Địa chất miền Bắc", due: due, state: StateMark(AskedPlace.Standing.missing), hint: form.hint,
      table: table(rows + [[], [], []]), rowsMax: form.rowsMax, input: FormInput(), seal: seal)
    (page.action, page.filePath, page.templatePath, page.morePath) = ("#", "#", "#", "#")
    return page
  }

  private static var returned: SheetAnswerPage {
    var page = filling(rows)
    page.state = StateMark(AskedPlace.Standing.returned)
    page.returned = "Thiếu điểm mỏ Khe Tam; \(long)."
    page.isSentBefore = true
    page.draftLine = "Bản nháp do Hoàng Thị Dung ghi 09:02 07/11/2026; chưa gửi lại."
    page.sendings = [.init(label: "Lần 1, 10:15 06/11/2026, Hoàng Thị Dung, 2 dòng", path: "#", isShown: false)]
    return page
  }

  private static var refusedFilling: SheetAnswerPage {
    var page = filling([["", "501", "1.5", "31/02/2026", "Khá"], rows[1]])
    page.input = FormInput(
      reasons: [
        "o-0-0": ["Dòng 1: phải nhập chữ, nhiều nhất 500 ký tự"],
        "o-0-1": ["Dòng 1: phải là số nguyên từ 0 đến 500, đang là «501»"],
        "o-0-2": ["Dòng 1: phải là số, phần thập phân viết sau dấu phẩy, đang là «1.5»"],
        SheetFormField.file: [
          "Ô C4: phải là số nguyên từ 0 đến 500, đang là «abc».",
          "Ô D7: công thức chưa có kết quả. Mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị vào ô.",
        ],
      ])
    page.table.input = page.input
    return page
  }

  private static var oneRow: SheetAnswerPage {
    var page = filling([])
    page.table = SheetTable(
      caption: form.title, columns: form.columns.map(SheetTable.Column.init), rows: [["Mỏ đá vôi Khe Sim", "12"]],
      isMany: false)
    page.morePath = nil
    return page
  }

  private static var sent: SheetAnswerPage {
    var page = filling(rows)
    page.collectionPath = "#"
    page.state = StateMark(AskedPlace.Standing.sentLate)
    page.table = table(rows)
    page.table.isEditable = false
    page.templatePath = nil
    page.sendings = [
      .init(label: "Lần 2, 09:30 21/11/2026, Hoàng Thị Dung, 2 dòng", path: "#", isShown: true),
      .init(label: "Lần 1, 10:15 06/11/2026, Hoàng Thị Dung, 1 dòng", path: "#", isShown: false),
    ]
    page.giveBack = Dialog(id: "hop-tra-lai", title: "Trả lại số liệu?", content: "<p>Số liệu này ra khỏi bảng.</p>")
    return page
  }

  // MARK: seeing

  private static let places: [ReportCollectionPage.Place] = [
    .init(
      name: "Cục Địa chất miền Bắc", path: "#", state: StateMark(AskedPlace.Standing.sent),
      sent: "10:15 06/11/2026, Hoàng Thị Dung", rows: "2", note: ""),
    .init(
      name: "Vụ Pháp chế", path: "#", state: StateMark(AskedPlace.Standing.sentLate), sent: "09:30 21/11/2026, Đỗ Minh",
      rows: "1", note: "gửi 2 lần"),
    .init(
      name: "Trung tâm Thông tin, Lưu trữ và Thư viện Địa chất", path: "#",
      state: StateMark(AskedPlace.Standing.returned), sent: "08:00 19/11/2026, Phan Hà", rows: "4",
      note: "lý do: \(long)"),
    .init(
      name: "Liên đoàn Bản đồ địa chất", path: "#", state: StateMark("Chưa gửi, quá hạn", .wrong), sent: "", rows: "",
      note: "đã đôn đốc 2 lần"),
  ]

  private static let lines: [ReportCollectionPage.Line] = [
    .init(place: "Cục Địa chất miền Bắc", path: "#", values: rows[0]),
    .init(place: "Cục Địa chất miền Bắc", path: "#", values: rows[1]),
    .init(place: "Vụ Pháp chế", path: "#", values: [long, "30", "2,25", "", "Phải kiểm tra lại"]),
  ]

  private static func collection(
    _ places: [ReportCollectionPage.Place], _ lines: [ReportCollectionPage.Line]
  ) -> ReportCollectionPage {
    let counts = ["1", "1", "1", "1"]
    return ReportCollectionPage(
      title: form.title, documentLine: document, documentPath: "#", due: due, state: StateMark("Đang thu", .look),
      hint: form.hint,
      chips: Chips(
        label: "Tình trạng gửi",
        [.init("Tất cả", path: "#", selected: true, count: "4")]
          + zip(AskedPlace.Standing.allCases, counts).map { .init($0.label, path: "#", count: $1) }),
      isFiltered: false, places: places, outside: ["Sở Xây dựng tỉnh Cẩm Giang"],
      headings: form.columns.map(\.heading), numeric: form.columns.map { $0.kind.isNumber || $0.kind == .day },
      lines: lines, lineCount: lines.count, sums: ["", "42", "1.236,75", "", ""],
      acts: [
        Button("Đôn đốc 1 nơi", style: .primary).html, Button("Tải bảng tổng hợp (.xlsx)", path: "#").html,
        Button("Khóa sổ").html,
      ], story: Story([]))
  }

  private static var empty: ReportCollectionPage {
    var page = collection([places[3]], [])
    page.ended = "Văn bản chưa phát hành: các nơi thấy biểu khi văn bản đến nơi."
    page.outside = []
    return page
  }

  private static var filtered: ReportCollectionPage {
    var page = collection([], [])
    page.isFiltered = true
    return page
  }
}
