import Drafts
import Kernel
import Markup
import OutgoingDocuments
import WebApp

/// The report on outgoing documents for the gallery. Units are invented.
enum OutgoingReportExamples {
  static let all: [GalleryExample] = [
    example("bao-cao-van-ban-di", OutgoingReportPage.title, report(parts).html),
    example("bao-cao-van-ban-di-trong", OutgoingReportPage.title, report([]).html),
    example("bao-cao-van-ban-di-dong", OutgoingReportRowsPage.title, rows([row, late, hidden]).html),
    example("bao-cao-van-ban-di-dong-trong", OutgoingReportRowsPage.title, rows([]).html),
  ]

  private static func example(_ name: String, _ title: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .reports, main: main, keys: .list))
  }

  private static let today = Day(number: 20_762)

  private static func report(_ parts: [OutgoingReportPage.Part]) -> OutgoingReportPage {
    let period = ReportPeriod(free: (today - 30)...today)
    return OutgoingReportPage(
      form: PeriodForm(
        action: ReportsPaths.outgoing, period: period, choices: ReportPeriod.choices(today: today), problem: nil),
      agencyName: "Tổng cục Địa chất", periodLine: "\(period.label), tính đến 08:30 05/11/2026.",
      chips: Chips(
        label: "Theo gì",
        OutgoingReport.Grouping.allCases.map { .init($0.label, path: "#", selected: $0 == .unit) }),
      head: OutgoingReport.Grouping.unit.head, parts: parts)
  }

  private static let longName = "Trung tâm Ứng dụng công nghệ và Dữ liệu địa chất, khoáng sản quốc gia"

  private static let parts: [OutgoingReportPage.Part] = [
    part(
      .drafts,
      [
        line("Văn phòng", [12, 4, 1, 2, 5]), line(longName, [1250, 800, 12, 8, 430]),
        line("Cộng", [1262, 804, 13, 10, 435], isSum: true),
      ]),
    part(
      .documents,
      [
        line("Văn phòng", [42, 30, 8, 2, 1, 0, 1], "95,0 %"),
        line(longName, [7, 4, 1, 1, 0, 1, 0], "71,4 %"),
        line("Cộng", [49, 34, 9, 3, 1, 1, 1], "91,5 %", isSum: true),
      ]),
    part(
      .issued,
      [
        line("Văn phòng", [2, 1, 1, 310, 12]), line(longName, [1, 0, 0, 40, 0]),
        line("Cộng", [3, 1, 1, 350, 12], isSum: true),
      ]),
  ]

  private static func part(
    _ part: OutgoingReport.Part, _ lines: [OutgoingReportPage.Line]
  ) -> OutgoingReportPage.Part {
    .init(label: part.label, columns: part.columns.map(\.label), lines: lines, note: "Đếm trong kỳ, tính đến lúc xem.")
  }

  private static func line(
    _ name: String, _ counts: [Int], _ share: String? = nil, isSum: Bool = false
  ) -> OutgoingReportPage.Line {
    .init(name: name, figures: counts.map { Figure($0, ReportsPaths.outgoingRows) }, onTimeShare: share, isSum: isSum)
  }

  private static func rows(_ rows: [OutgoingReportRowsPage.Row]) -> OutgoingReportRowsPage {
    OutgoingReportRowsPage(
      line: "Đã cấp số, Tháng 11/2026.", rows: rows, back: Button("Về báo cáo", path: ReportsPaths.outgoing))
  }

  private static let row = OutgoingReportRowsPage.Row(
    key: 1, path: "#", codeText: "05/TCĐC-KS", day: "05/11/2026", subject: "Kiểm kê tài sản công năm 2026",
    unit: "Vụ Khoáng sản", fate: StateMark(IssuingFate.issuedOnTime.label, .done), line: "phát hành 09:12 05/11/2026",
    isStruck: false)

  private static let hidden = OutgoingReportRowsPage.Row(
    key: 3, path: nil, codeText: "Công văn", day: "05/11/2026", subject: "Dự thảo chưa đến anh/chị",
    unit: "Vụ Khoáng sản", fate: StateMark(.drafting), line: "Nguyễn Thị Hương, Chuyên viên")

  private static let late = OutgoingReportRowsPage.Row(
    key: 1, path: "#", codeText: "06/QĐ-TCĐC", day: "05/11/2026",
    subject: String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6), unit: "Vụ Pháp chế",
    fate: StateMark(IssuingFate.waitingLate.label, .wrong), line: "", isStruck: false)
}
