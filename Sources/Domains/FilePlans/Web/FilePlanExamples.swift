import Kernel
import Markup
import WebApp

/// Pages of plans in the states worth looking at. People and agencies are invented.
enum FilePlanExamples {
  static var all: [GalleryExample] {
    [
      example(
        "danh-muc-chua-co",
        NewFilePlanPage(year: 2026, years: years, mayMake: true, input: FormInput(), seal: seal).html),
      example(
        "danh-muc-chua-co-chi-xem",
        NewFilePlanPage(year: 2026, years: years, mayMake: false, input: FormInput(), seal: seal).html),
      example("danh-muc-trong", page([]).html), example("danh-muc-dang-lap", page(parts).html),
      example("danh-muc-tra-lai", returned.html), example("danh-muc-sap-xep", arranging.html),
      example("danh-muc-da-ban-hanh", issued.html), example("danh-muc-tim", searched.html),
      example("danh-muc-bi-tu-choi", refused.html), example("danh-muc-tu-dai", page(longParts).html),
      example("danh-muc-them-ho-so", entryForm.html), example("danh-muc-them-ho-so-goi-y", proposed.html),
      example("danh-muc-them-ho-so-bi-tu-choi", refusedForm.html), example("danh-muc-sua-de-muc", headingForm.html),
    ]
  }

  static let long =
    "Hồ sơ tổng hợp kết quả kiểm tra việc chấp hành pháp luật về địa chất, khoáng sản tại các điểm mỏ đã được cấp phép thăm dò, khai thác trên địa bàn các tỉnh, thành phố trực thuộc trung ương"

  private static func example(_ name: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: FilePlanPage.title(2026), room: .dossiers, main: main, keys: FilePlanPage.keys))
  }

  static let seal = FormSeal(csrf: "ma", post: "1006", version: 4)

  private static let years = Chips(
    label: "Năm", [2027, 2026, 2025].map { .init("\($0)", path: FilePlanPaths.show($0), selected: $0 == 2026) })

  private static func line(
    _ notation: String, _ title: String, _ retention: String, _ maker: String, addition: String = "", note: String = ""
  ) -> FilePlanPage.Line {
    .init(
      id: "hs-\(notation)", notation: notation, isProvisional: true, title: title, retention: retention, maker: maker,
      addition: addition, note: note, editPath: "#", up: "len:hs:1:1", down: "xuong:hs:1:1")
  }

  private static let parts: [FilePlanPage.Part] = [
    .init(
      id: "dm-1", title: "I. Tổ chức cán bộ (TCCB)", isBig: true, lines: [], editPath: "#", addPath: "#",
      down: "xuong:dm:1:1"),
    .init(
      id: "dm-2", title: "1. Tuyển dụng", isBig: false,
      lines: [
        line("01.TCCB", "Hồ sơ tuyển dụng công chức năm 2026", "20 năm", "Vụ Tổ chức cán bộ"),
        line("02.TCCB", "Hồ sơ nâng ngạch công chức năm 2026", "20 năm", "Mai Thị Phương Thảo", note: "cả bản giấy"),
      ], editPath: "#", addPath: "#"),
    .init(
      id: "dm-3", title: "II. Khoáng sản (KS)", isBig: true,
      lines: [
        line("03.KS", "Hồ sơ cấp phép thăm dò khoáng sản", "Vĩnh viễn", "Vụ Khoáng sản"),
        line("04.KS", "Hồ sơ kiểm tra sau cấp phép", "10 năm", "Bùi Quốc Khánh"),
      ], editPath: "#", addPath: "#", up: "len:dm:3:1"),
  ]

  private static var longParts: [FilePlanPage.Part] {
    parts.map { part in
      var part = part
      part.title += " " + long
      for index in part.lines.indices {
        (part.lines[index].title, part.lines[index].maker, part.lines[index].note) = (long, long, long)
      }
      return part
    }
  }

  private static func page(_ parts: [FilePlanPage.Part]) -> FilePlanPage {
    let count = parts.flatMap(\.lines).count
    return FilePlanPage(
      year: 2026, years: years, state: StateMark("Đang lập", .look),
      facts: ["Số hồ sơ liên tục trong toàn danh mục"], parts: parts,
      totals:
        "Danh mục này có \(count) hồ sơ, trong đó \(min(1, count)) hồ sơ bảo quản vĩnh viễn, \(max(0, count - 1)) hồ sơ bảo quản có thời hạn.",
      acts: [
        Button(
          "Trình duyệt", style: .primary,
          obstacles: parts.isEmpty ? ["Danh mục hồ sơ năm 2026 chưa có hồ sơ nào."] : []
        ).html, Button("Thêm hồ sơ", path: "#", key: "v").html, Button("Thêm đề mục", path: "#").html,
      ],
      tools: [
        Button("Sắp xếp", path: "#"), Button("Cách đánh số", path: "#"), Button("Lấy từ năm trước", path: "#"),
        Button("Nhập từ tệp Excel", path: "#"),
      ], filter: .init(units: [.init("105", "Vụ Khoáng sản")]),
      story: Story([
        .init(
          time: "08:30 05/11/2026", isoTime: "2026-11-05T08:30:00+07:00", actor: "Ngô Thị Kim Liên, Lưu trữ viên",
          sentence: "lập danh mục hồ sơ năm 2026")
      ]))
  }

  private static var returned: FilePlanPage {
    var page = page(parts)
    page.returned = "Trần Văn Quang, Tổng cục trưởng: thiếu hồ sơ của Thanh tra, bổ sung rồi trình lại."
    return page
  }

  private static var arranging: FilePlanPage {
    var page = page(parts)
    page.arranging = ("#", seal)
    (page.acts, page.tools) = ([], [Button("Sắp xếp xong", path: "#")])
    return page
  }

  private static var issued: FilePlanPage {
    var page = page(parts)
    page.state = StateMark("Đã ban hành, đang bổ sung", .look)
    page.facts = ["Ban hành theo Quyết định số 45/QĐ-TCTNĐC ngày 05/01/2026", "Số hồ sơ liên tục trong toàn danh mục"]
    for index in page.parts.indices {
      page.parts[index].editPath = nil
      for place in page.parts[index].lines.indices {
        page.parts[index].lines[place].isProvisional = false
        page.parts[index].lines[place].editPath = nil
      }
    }
    page.parts[2].lines[1].maker = "Bùi Quốc Khánh, nay Đỗ Thị Hồng Nhung"
    page.parts[2].lines.append(
      line("05.KS", "Hồ sơ đấu giá quyền khai thác", "20 năm", "Vụ Khoáng sản", addition: "bổ sung lần 1"))
    page.totals =
      "Danh mục này có 5 hồ sơ, trong đó 1 hồ sơ bảo quản vĩnh viễn, 4 hồ sơ bảo quản có thời hạn."
    page.acts = [Button("Thêm hồ sơ bổ sung", path: "#", key: "v").html]
    page.tools = FilePlanPrint.Format.allCases.map { Button($0.label, path: "#") }
    return page
  }

  private static var searched: FilePlanPage {
    var page = page(parts)
    page.parts = []
    page.filter.isOn = true
    page.filter.search = "đấu thầu"
    return page
  }

  private static var refused: FilePlanPage {
    var page = page(parts)
    page.notice =
      Notice(
        .refused, "Danh mục chưa thay đổi.",
        reasons: ["Danh mục hồ sơ năm 2026 vừa được người khác sửa. Hãy xem bản mới rồi làm lại; chưa có gì bị ghi đè."]
      ).html
    return page
  }

  private static var entryForm: FilePlanFormPage {
    FilePlanFormPage(
      title: "Thêm hồ sơ vào danh mục", explanation: "Số của hồ sơ do hệ thống đánh khi ban hành.", action: "#",
      backPath: "#",
      fields: [
        Field("Đề mục", name: FilePlanField.heading, kind: .select([.init("1", "I. Tổ chức cán bộ")]), required: true),
        Field("Tiêu đề hồ sơ", name: FilePlanField.title, kind: .area(rows: 3), required: true),
        Field(
          "Thời hạn bảo quản", name: FilePlanField.retention, kind: .combobox(source: RetentionPaths.periods),
          hint: "Vĩnh viễn, hoặc số năm: 20 năm.", required: true, width: .third),
        Field(
          "Người lập", name: FilePlanField.maker, kind: .select([.init("dv-105", "Vụ Khoáng sản (cả đơn vị)")]),
          required: true, width: .half),
        Field("Ghi chú", name: FilePlanField.note),
      ], label: "Thêm hồ sơ",
      more: [Button("Gợi ý thời hạn theo tiêu đề", name: FilePlanField.act, value: "goi-y", skipsChecks: true)],
      input: FormInput(), seal: seal)
  }

  private static var proposed: FilePlanFormPage {
    var page = entryForm
    page.input.values[FilePlanField.title] = "Hồ sơ tuyển dụng công chức năm 2026"
    page.proposals =
      RetentionProposals(
        title: "Hồ sơ tuyển dụng công chức năm 2026",
        lines: [
          .init(
            rule: .init(
              place: 12, group: "Tổ chức cán bộ", title: "Hồ sơ tuyển dụng, thi nâng ngạch công chức",
              retention: .years(20)),
            schedule: "Bảng thời hạn lưu trữ ngành tài nguyên", likeness: 0.6),
          .init(
            rule: .init(place: 14, group: "", title: long, retention: .permanent),
            schedule: "Bảng thời hạn lưu trữ ngành tài nguyên", likeness: 0.3),
        ]
      ).html
    return page
  }

  private static var refusedForm: FilePlanFormPage {
    var page = entryForm
    page.input = FormInput(
      values: [FilePlanField.title: "Hồ sơ nâng ngạch", FilePlanField.retention: "lâu dài"],
      reasons: [
        FilePlanField.title: ["Đề mục này đã có hồ sơ cùng tiêu đề."],
        FilePlanField.retention: ["Ghi «Vĩnh viễn» hoặc số năm từ 1 đến 100, ví dụ 20 năm."],
      ])
    return page
  }

  private static var headingForm: FilePlanFormPage {
    var page = entryForm
    (page.title, page.explanation, page.label, page.more) = ("Sửa đề mục", "Đề mục lớn.", "Lưu", [])
    page.fields = [
      Field("Tên đề mục", name: FilePlanField.title, value: "Tổ chức cán bộ", required: true),
      Field("Viết tắt", name: FilePlanField.abbreviation, value: "TCCB", width: .third),
    ]
    page.removal = .init(
      action: "#", label: "Bỏ đề mục", obstacles: ["Đề mục còn 2 hồ sơ. Hãy chuyển sang đề mục khác hoặc bỏ trước."],
      version: 1)
    return page
  }
}
