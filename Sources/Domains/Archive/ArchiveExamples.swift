import Kernel
import Markup
import WebApp

/// Pages of the archive for the gallery. Nothing in them exists.
enum ArchiveExamples {
  static let all: [GalleryExample] = rooms + reviews + transfers + submissions + TransferTermsExamples.all

  static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  static let seal = FormSeal(csrf: "mau", post: "1006", version: 1)

  private static func tabs(_ current: Int) -> Tabs {
    let labels = ["Chờ nhận", "Trong lưu trữ", "Đến hạn nộp", "Được giữ lại", "Đợt giao nộp"]
    return Tabs(
      label: "Lưu trữ",
      labels.enumerated().map {
        .init($1, path: "#", selected: $0 == current, count: $0 == 1 || $0 == 4 ? nil : "\($0 * 7 + 3)")
      })
  }

  private static func room(
    _ name: String, _ rows: [ArchiveRoomPage.Row], tab: Int = 0, mayAccept: Bool = false, refusal: HTML = .empty,
    transfers: [ArchiveRoomPage.TransferRow]? = nil
  ) -> GalleryExample {
    var page = ArchiveRoomPage(
      tabs: tabs(tab),
      words: .init(
        mark: tab == 0 ? "Trả lời trước" : "Hạn nộp", empty: "Không có hồ sơ nào chờ nhận",
        emptyHint: "Hồ sơ đơn vị nộp lưu sẽ hiện ở đây để kiểm tra rồi nhận hoặc trả lại."),
      acts: [
        Button("Thời hạn nộp lưu", path: "#"), Button("Xét hủy", path: "#"), Button("Lệnh giữ nguyên", path: "#"),
      ])
    (page.rows, page.transfers, page.refusal) = (rows, transfers, refusal)
    if mayAccept { page.acceptance = ("#", seal) }
    return GalleryExample(name, Page(title: ArchiveRoomPage.title, room: .archive, main: page.html, keys: .list))
  }

  private static func row(
    _ notation: String, _ title: String, _ mark: DeadlineMark, unit: String = "Vụ Khoáng sản", box: Bool = false
  ) -> ArchiveRoomPage.Row {
    .init(
      box: box
        ? "<label class=\"pick\"><input type=\"checkbox\" name=\"ho-so\" value=\"\(notation)\"><span class=\"for-ear\">Chọn hồ sơ \(notation)</span></label>"
        : .empty,
      path: "#", notation: "\(notation) (2026)", title: title, unit: unit, retention: "20 năm",
      size: "12 văn bản, 48 trang", mark: mark.html,
      side: box ? .empty : "<span class=\"quiet\">mục tiêu 19/01/2027, đã qua 12 ngày</span>")
  }

  private static let later = DeadlineMark(day: "20/01/2027", left: "còn 54 ngày", state: .later)
  private static let late = DeadlineMark(day: "20/11/2026", left: "quá hạn 7 ngày", state: .overdue)

  private static let rooms = [
    room(
      "luu-tru-cho-nhan",
      [
        row("01.KS", "Kiểm kê trữ lượng đá vôi năm 2026", later, box: true),
        row("02.KS", "Cấp phép khai thác khu vực Núi Voi", late, box: true),
      ], mayAccept: true), room("luu-tru-trong", []),
    room(
      "luu-tru-den-han",
      [row("03.KS", "Rà soát giấy phép hết hạn", late), row("123456.KHCNHTQT", longText, later, unit: longText)], tab: 2
    ),
    room(
      "luu-tru-khong-nhan-duoc", [row("01.KS", "Kiểm kê trữ lượng đá vôi năm 2026", later, box: true)],
      mayAccept: true,
      refusal: Notice(
        .refused, "Hồ sơ 01.KS: tiêu đề khác danh mục. Ghi ý kiến rồi nhận, hoặc trả lại."
      ).html),
    room(
      "luu-tru-dot-giao-nop", [], tab: 4,
      transfers: [
        transferRow("Đợt 3/2026", "Vụ Khoáng sản", StateMark("Chờ nhận 2/5", .look)),
        transferRow("Đợt 12/2026", longText, StateMark("Đã nhận 4/5", .done)),
      ]),
  ]

  private static func transferRow(
    _ name: String, _ unit: String, _ state: StateMark
  ) -> ArchiveRoomPage.TransferRow {
    .init(
      path: "#", name: name, unit: unit, giver: "Vũ Thị Lan Anh, Chuyên viên", day: "20/11/2026",
      size: "5 hồ sơ, 61 tệp, 248 trang", state: state)
  }

  private static func review(
    _ name: String, _ points: [ArchiveReviewPage.Point], input: FormInput = FormInput(), obstacles: [String] = []
  ) -> GalleryExample {
    let page = ArchiveReviewPage(
      head: .init(
        title: "Kiểm kê trữ lượng đá vôi năm 2026", code: "G13.02.2026.01.KS",
        maker: "Vũ Thị Lan Anh, Chuyên viên, Vụ Khoáng sản", retention: "20 năm",
        size: "12 văn bản và tài liệu, 48 trang", submitted: "08:10 20/11/2026, Vũ Thị Lan Anh, Chuyên viên",
        confirmation: later.html, dossierPath: "#", contentsPath: "#", transfer: ("Đợt 3/2026", "#")),
      points: points,
      form: .init(
        acceptance: "#", giveBackPath: "#", obstacles: obstacles, noteLengthMax: 1000, reasonLengthMax: 500,
        noteName: "ghi-chu", reasonName: "ly-do"), input: input, seal: seal)
    return GalleryExample(
      name, Page(title: page.head.title, room: .archive, main: page.html, keys: ArchiveReviewPage.keys))
  }

  private static func point(
    _ name: String, _ expected: String, _ found: String, _ difference: String? = nil
  ) -> ArchiveReviewPage.Point {
    .init(name: name, expected: expected, found: found, difference: difference)
  }

  private static let good = [
    point("Danh mục hồ sơ", "Có trong danh mục năm 2026", "Có, số 01.KS"), point("Số, ký hiệu", "01.KS", "01.KS"),
    point("Thời hạn bảo quản", "20 năm", "20 năm"), point("Tệp đọc được", "12 mục", "12 mục"),
  ]
  private static let different = [
    point("Tiêu đề", longText, "Kiểm kê trữ lượng đá vôi năm 2026", "tiêu đề khác danh mục"),
    point("Số trang", "Mục nào cũng có số trang", "48 trang", "chưa có số trang ở mục 3, 7"),
  ]

  private static let reviews = [
    review("luu-tru-kiem-tra", good), review("luu-tru-kiem-tra-khac", good + different),
    review(
      "luu-tru-kiem-tra-tu-choi", different,
      input: FormInput(reasons: ["ghi-chu": ["Hồ sơ 01.KS: tiêu đề khác danh mục. Ghi ý kiến rồi nhận, hoặc trả lại."]])
    ),
    review("luu-tru-kiem-tra-chi-xem", good, obstacles: ["Chỉ lưu trữ cơ quan nhận hồ sơ hoặc trả lại hồ sơ đã nộp."]),
  ]

  private static func transfer(_ name: String, _ rows: [ArchiveTransferPage.Row], isSettled: Bool) -> GalleryExample {
    let page = ArchiveTransferPage(
      title: "Đợt giao nộp 3/2026", unit: "Vụ Khoáng sản", giver: "Vũ Thị Lan Anh, Chuyên viên",
      receiver: isSettled ? "Ngô Thị Kim Liên, Lưu trữ viên" : "", submitted: "08:10 20/11/2026",
      settled: isSettled ? "14:00 24/11/2026" : "", size: "\(rows.count) hồ sơ, 61 tệp, 248 trang",
      state: isSettled ? StateMark("Đã nhận 1/2", .done) : StateMark("Chờ nhận 2/2", .look), rows: rows,
      prints: [
        .init(
          label: "Mục lục hồ sơ, tài liệu nộp lưu", files: [("PDF", "#"), ("DOCX", "#"), ("XLSX", "#")], obstacle: nil),
        .init(
          label: "Biên bản giao nhận", files: [("PDF", "#"), ("DOCX", "#")],
          obstacle: isSettled ? nil : "Biên bản có khi lưu trữ đã nhận hoặc trả lại mọi hồ sơ của đợt."),
      ], back: Button("Về lưu trữ", path: "#"))
    return GalleryExample(name, Page(title: page.title, room: .archive, main: page.html, keys: .list))
  }

  private static func line(
    _ position: Int, _ title: String, _ outcome: StateMark, _ words: String = ""
  ) -> ArchiveTransferPage.Row {
    .init(
      position: "\(position)", path: "#", notation: "0\(position).KS", title: title, time: "05/01/2026 – 20/11/2026",
      retention: "20 năm", pages: "48", outcome: outcome, words: words)
  }

  private static let transfers = [
    transfer(
      "luu-tru-dot",
      [line(1, "Kiểm kê trữ lượng đá vôi năm 2026", StateMark("Chờ nhận")), line(2, longText, StateMark("Chờ nhận"))],
      isSettled: false),
    transfer(
      "luu-tru-dot-xong",
      [
        line(1, "Kiểm kê trữ lượng đá vôi năm 2026", StateMark("Đã nhận", .done)),
        line(2, "Cấp phép khai thác khu vực Núi Voi", StateMark("Trả lại", .look), longText),
      ], isSettled: true),
  ]

  private static func submission(
    _ name: String, _ rows: [SubmissionPage.Row], refusal: HTML = .empty
  ) -> GalleryExample {
    var page = SubmissionPage(rows: rows, action: "#", seal: seal)
    page.refusal = refusal
    page.transfers = rows.isEmpty ? [] : [transferRow("Đợt 2/2026", "Vụ Khoáng sản", StateMark("Đã nhận 4/5", .done))]
    return GalleryExample(
      name, Page(title: SubmissionPage.title, room: .dossiers, main: page.html, keys: SubmissionPage.keys))
  }

  private static func choice(_ notation: String, _ title: String, returned: String? = nil) -> SubmissionPage.Row {
    .init(
      box:
        "<label class=\"pick\"><input type=\"checkbox\" name=\"ho-so\" value=\"\(notation)\"><span class=\"for-ear\">Chọn hồ sơ \(notation)</span></label>",
      path: "#", notation: notation, title: title, maker: "Vũ Thị Lan Anh, Chuyên viên", retention: "Vĩnh viễn",
      due: late.html, target: .empty, returned: returned, holdPath: "#")
  }

  private static let submissions = [
    submission(
      "luu-tru-nop",
      [choice("01.KS", "Kiểm kê trữ lượng đá vôi năm 2026"), choice("123456.KHCNHTQT", longText, returned: longText)]),
    submission("luu-tru-nop-trong", []),
    submission(
      "luu-tru-nop-tu-choi", [choice("01.KS", "Kiểm kê trữ lượng đá vôi năm 2026")],
      refusal: Notice(
        .refused, "Chưa nộp.",
        reasons: ["Hồ sơ 01.KS, mục 3: văn bản đang bị giữ lại vì nghi có dấu mật."]
      ).html),
  ]
}
