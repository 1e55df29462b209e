import IncomingDocuments
import Kernel
import Markup
import WebApp
import Work

/// Screens of the board, the reports and of «Tôi đã giao» for the gallery.
enum ReportsExamples {
  static let all: [GalleryExample] = [
    example("buoi-sang", MorningPage.title, MorningExamples.full.html, .myWork),
    example("buoi-sang-trong", MorningPage.title, MorningExamples.empty.html, .myWork),
    example("buoi-sang-tu-dai", MorningPage.title, MorningExamples.long.html, .myWork),
    example("theo-doi", BoardPage.title, board.html), example("theo-doi-trong", BoardPage.title, emptyBoard.html),
    example("theo-doi-tu-dai", BoardPage.title, longBoard.html),
    example("bao-cao-tinh-hinh", HandlingReportPage.title, handling.html),
    example("bao-cao-tinh-hinh-trong", HandlingReportPage.title, emptyHandling.html),
    example("bao-cao-tinh-hinh-tu-choi", HandlingReportPage.title, refusedHandling.html),
    example("so-theo-doi", FollowUpPage.title, followUp(lines).html),
    example("so-theo-doi-trong", FollowUpPage.title, followUp([]).html),
    example("so-theo-doi-tu-dai", FollowUpPage.title, followUp(longLines).html),
    example("thoi-gian-buoc", StepTimesPage.title, times(timeLines).html),
    example("thoi-gian-buoc-trong", StepTimesPage.title, times([]).html),
    example("viec-da-giao", GivenWorkScreen.title, given(rows).html, .myWork),
    example("viec-da-giao-trong", GivenWorkScreen.title, given([]).html, .myWork),
    example("viec-trong-bao-cao-tu-dai", "Việc trong báo cáo", given(rows.map(\.long)).html),
  ]

  private static let today = Day(number: 20_762)
  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
  private static let units = ["Văn phòng", "Vụ Khoáng sản", "Vụ Pháp chế", "Vụ Kế hoạch – Tài chính"]

  private static func example(_ name: String, _ title: String, _ main: HTML, _ room: Room = .reports) -> GalleryExample
  {
    GalleryExample(name, Page(title: title, room: room, main: main, keys: .list))
  }

  private static func figure(_ count: Int) -> Figure { Figure(count, ReportsPaths.boardRows) }

  private static var board: BoardPage {
    let steps = WaitingStep.allCases.enumerated().map { index, step in
      BoardPage.Step(
        label: step.label, count: figure(index * 7 % 12 + 1), late: figure(index % 3),
        oldest: "\(index + 3) ngày 4 giờ",
        median: "1 ngày \(index + 2) giờ")
    }
    return BoardPage(
      steps: steps, stepLabels: WaitingStep.allCases.map(\.label),
      units: units.enumerated().map { index, name in
        BoardPage.UnitRow(name: name, counts: [0, 3, 1, 12, 2, 18].map { figure($0 * index) }, late: figure(index))
      }, registry: registry, at: "08:30 05/11/2026")
  }

  private static var emptyBoard: BoardPage {
    var page = board
    page.units = []
    page.steps = page.steps.map { .init(label: $0.label, count: figure(0), late: figure(0), oldest: "", median: "") }
    return page
  }

  private static var longBoard: BoardPage {
    var page = board
    page.cut = "Có trên 20.000 việc đang mở; bảng đếm 20.000 việc giao sớm nhất."
    page.units = page.units.map { .init(name: longText, counts: $0.counts, late: $0.late) }
    return page
  }

  private static func form(_ problem: String? = nil) -> PeriodForm {
    let choices = ReportPeriod.choices(today: today)
    return PeriodForm(action: ReportsPaths.handling, period: choices[0], choices: choices, problem: problem)
  }

  private static var handling: HandlingReportPage {
    func line(_ name: String, _ counts: [Int], isSum: Bool = false) -> HandlingReportPage.Line {
      .init(
        name: name, path: isSum ? nil : ReportsPaths.handling, figures: ([counts.reduce(0, +)] + counts).map(figure),
        onTimeShare: "83,3 %", isSum: isSum)
    }
    return HandlingReportPage(
      form: form(), agencyName: "Tổng cục Quản lý Tài nguyên Địa chất",
      periodLine: "Tháng 11/2026 (01/11/2026–30/11/2026), tính đến 08:30 05/11/2026.",
      chips: [
        Chips(
          label: "Theo ai",
          [
            .init("Theo đơn vị", path: ReportsPaths.handling, selected: true),
            .init("Theo cá nhân", path: ReportsPaths.handling),
          ])
      ],
      lines: units.enumerated().map { line($1, [10 * $0, 2, 5, $0, 1, 3]) } + [
        line("Cộng", [60, 8, 20, 6, 4, 12], isSum: true)
      ],
      who: "Đơn vị")
  }

  private static var emptyHandling: HandlingReportPage {
    var page = handling
    page.lines = []
    return page
  }

  private static var refusedHandling: HandlingReportPage {
    var page = handling
    page.form = form("Ngày cuối cần không sớm hơn ngày đầu; đang xem Tháng 11/2026.")
    return page
  }

  private static var lines: [FollowUpLine] {
    (0..<4).map { index in
      FollowUpLine(
        document: IncomingDocument.ID(Int64(index + 8)), arrivalNumber: 1240 + index,
        source: "Công văn 152/SNNMT-KS ngày 03/11/2026 của Sở Nông nghiệp và Môi trường tỉnh Trường Sơn",
        subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026",
        assignee: "Vụ Khoáng sản (Bùi Quốc Khánh, Chuyên viên); phối hợp: Vụ Pháp chế", due: "13/11/2026",
        progress: index == 0 ? "Đã giải quyết 12/11/2026, đúng hạn: Đã trả lời" : "Đang giải quyết",
        reply: index == 0 ? "12/TCTNĐC-KS" : "", note: "")
    }
  }

  private static var longLines: [FollowUpLine] {
    lines.map { line in
      var long = line
      (long.source, long.subject, long.assignee, long.progress, long.note) = (
        longText, longText, longText, longText, longText
      )
      return long
    }
  }

  private static func followUp(_ lines: [FollowUpLine]) -> FollowUpPage {
    var page = FollowUpPage(
      form: form(), agencyName: "Tổng cục Quản lý Tài nguyên Địa chất",
      periodLine: "Văn bản đến từ ngày 01/11/2026 đến ngày 30/11/2026.",
      chips: Chips(
        label: "Tiến độ",
        [
          .init("Tất cả", path: ReportsPaths.followUp, selected: true, count: "\(lines.count)"),
          .init("Đang giải quyết", path: ReportsPaths.followUp, count: "3"),
        ]), lines: lines)
    page.printFields = [(name: "ky", value: "thang_2026_11")]
    return page
  }

  private static var registry: RegistryTimes {
    RegistryTimes(
      lines: ["Vào sổ", "Trình", "Chuyển giao", "Báo nhận"].enumerated().map { index, label in
        .init(
          label: label, onTime: figure(40 - index), late: figure(index), waitingLate: index == 0 ? nil : figure(index))
      }, span: "Văn bản đến trong 31 ngày qua")
  }

  private static var timeLines: [StepTimesPage.Line] {
    units.map { name in
      let step = StepTimesPage.Step(time: "3 ngày 4 giờ", mean: "6 giờ 20 phút", count: figure(12))
      return .init(name: name, path: ReportsPaths.times, steps: [step, nil, step, step], whole: "9 ngày 12 giờ")
    }
  }

  private static func times(_ lines: [StepTimesPage.Line]) -> StepTimesPage {
    StepTimesPage(
      form: form(), agencyName: "Tổng cục Quản lý Tài nguyên Địa chất",
      periodLine: "Tháng 11/2026 (01/11/2026–30/11/2026), tính đến 08:30 05/11/2026.",
      chips: Chips(label: "Theo ai", [.init("Theo đơn vị", path: ReportsPaths.times, selected: true)]),
      stepLabels: StepTimesReport.states.map(\.label), lines: lines, who: "Đơn vị", registry: registry)
  }

  private static var rows: [ReportedWorkPage.Row] {
    (0..<3).map { index in
      let now = Instant(today, hour: 8, minute: 30)
      let work = ReportedWork(
        id: WorkItem.ID(Int64(index + 16)), document: IncomingDocument.ID(Int64(index + 8)), isWithheld: false,
        arrivalNumber: 1240 + index, codeText: "152/SNNMT-KS", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026",
        issuer: "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn", urgency: index == 0 ? "express" : "normal",
        holder: .post(PostID(1009)), holderName: "Bùi Quốc Khánh, Chuyên viên", unit: nil, role: .lead,
        state: index == 1 ? .inProgress : .offered, givenBy: PostID(1001), giverName: "Trần Văn Quang", givenAt: now,
        dueAt: now, openedAt: index == 1 ? now : nil, openedBy: index == 1 ? "Bùi Quốc Khánh" : nil, endedAt: nil,
        outcome: "")
      var row = ReportedWorkPage.Row(work: work, unitName: "Vụ Khoáng sản")
      row.deadline =
        index == 0
        ? DeadlineMark(day: "03/11/2026", left: "quá hạn 2 ngày làm việc", state: .overdue)
        : DeadlineMark(day: "13/11/2026", left: "còn 6 ngày làm việc", state: .later)
      row.urgePath = IncomingDocumentPaths.work(work.id, .urge, on: work.document)
      row.recallPath = IncomingDocumentPaths.work(work.id, .recall, on: work.document)
      return row
    }
  }

  private static func given(_ rows: [ReportedWorkPage.Row]) -> ReportedWorkPage {
    var page = ReportedWorkPage(
      title: GivenWorkScreen.title, line: "Việc đang mở, giao lâu nhất lên đầu.", rows: rows,
      back: Button("Việc của tôi", path: Room.myWork.path))
    page.head =
      Chips(
        label: "Lọc việc đã giao",
        [
          .init("Đang mở", path: ReportsPaths.given, selected: true, count: "\(rows.count)"),
          .init("Quá hạn", path: ReportsPaths.given, count: rows.isEmpty ? "0" : "1"),
          .init("Đã xong", path: ReportsPaths.given),
        ]
      ).html
    return page
  }
}

extension ReportedWorkPage.Row {
  /// The same with words that leave no room.
  fileprivate var long: Self {
    let words = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
    var row = self
    (row.work.subject, row.work.issuer, row.work.holderName, row.unitName) = (words, words, words, words)
    row.work.codeText = "12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN"
    row.spent = "12 ngày 3 giờ"
    return row
  }
}
