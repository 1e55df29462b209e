import Kernel
import Markup
import WebApp

/// Screens of the reports on accesses for the gallery.
enum AccessReportExamples {
  static let all: [GalleryExample] = [
    example("bao-cao-luot-truy-cap", AccessReportPage.title, system(units).html),
    example("bao-cao-luot-truy-cap-trong", AccessReportPage.title, system([]).html),
    example("bao-cao-luot-truy-cap-tu-dai", AccessReportPage.title, system([longText, longText]).html),
    example("bao-cao-luot-truy-cap-tu-choi", AccessReportPage.title, refused.html),
    example("luot-dang-nhap", "Lượt đăng nhập", rows([signIn]).html),
    example("luot-dang-nhap-trong", "Lượt đăng nhập", rows([]).html),
    example(
      "luot-dang-nhap-tu-dai", "Lượt đăng nhập", rows([[longText, longText, "08:10 05/11/2026", longText]]).html),
    example("bao-cao-duoc-xem", AccessedRecordsPage.title, records(titles).html),
    example("bao-cao-duoc-xem-trong", AccessedRecordsPage.title, records([]).html),
    example("bao-cao-duoc-xem-tu-dai", AccessedRecordsPage.title, records([longText]).html),
  ]

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
  private static let units = ["Văn phòng", "Vụ Khoáng sản", "Vụ Pháp chế"]
  private static let titles = ["Hồ sơ thẩm định đề án thăm dò đá vôi", "Về việc kiểm kê trữ lượng đá vôi năm 2026"]
  private static let signIn = ["Bùi Quốc Khánh, Chuyên viên", "Vụ Khoáng sản", "08:10 05/11/2026", "đăng nhập"]
  private static let path = ReportsPaths.accesses

  private static func example(_ name: String, _ title: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .reports, main: main, keys: .list))
  }

  private static func form(_ problem: String? = nil) -> PeriodForm {
    let choices = ReportPeriod.choices(today: Day(number: 20_762))
    return PeriodForm(action: path, period: choices[0], choices: choices, problem: problem)
  }

  private static let periodLine = "Tháng 11/2026 (01/11/2026–30/11/2026), tính đến 08:30 05/11/2026."
  private static let agency = "Tổng cục Quản lý Tài nguyên Địa chất"
  private static func reports(ofRecords: Bool) -> Chips {
    Chips(
      label: "Báo cáo về lượt truy cập",
      [
        .init("Vào hệ thống", path: path, selected: !ofRecords),
        .init(AccessedRecordsPage.title, path: ReportsPaths.accessedRecords, selected: ofRecords),
      ])
  }

  private static func system(_ names: [String]) -> AccessReportPage {
    func line(_ name: String, _ signIns: Int, isSum: Bool = false) -> AccessReportPage.Line {
      .init(
        name: name, path: isSum ? nil : path, figures: [Figure(signIns, path), Figure(signIns / 3, path)], isSum: isSum)
    }
    let lines = names.enumerated().map { line($1, 1250 * $0) }
    return AccessReportPage(
      form: form(), agencyName: agency, periodLine: periodLine, reports: reports(ofRecords: false),
      chips: Chips(
        label: "Theo gì",
        AccessReport.By.allCases.map { .init($0.label, path: path, selected: $0 == .unit) }),
      lines: lines.count > 1 ? lines + [line("Cộng", 3750, isSum: true)] : lines, who: AccessReport.By.unit.head,
      isCut: names.contains(longText), parts: ReportPart.allCases)
  }

  private static var refused: AccessReportPage {
    var page = system(units)
    page.form = form("Ngày cuối cần không sớm hơn ngày đầu; đang xem Tháng 11/2026.")
    return page
  }

  private static func rows(_ rows: [[String]]) -> AccessReportRowsPage {
    AccessReportRowsPage(
      title: "Lượt đăng nhập", line: "Tháng 11/2026 (01/11/2026–30/11/2026) · Vụ Khoáng sản",
      columns: ["Ai", "Đơn vị", "Lúc", "Cách"], rows: rows, back: Button("Về báo cáo", path: path))
  }

  private static func records(_ titles: [String]) -> AccessedRecordsPage {
    AccessedRecordsPage(
      form: form(), agencyName: agency, periodLine: periodLine, reports: reports(ofRecords: true),
      chips: Chips(
        label: "Loại",
        [.init("Mọi loại", path: path, selected: true)] + AccessedKind.allCases.map { .init($0.label, path: path) }),
      rows: titles.enumerated().map { index, title in
        .init(
          kind: index == 0 ? "Hồ sơ" : "Văn bản đến", codeText: "0\(index + 1).KS", title: title, path: "#",
          figures: [Figure(1250 - index, path), Figure(12, path), Figure(index, path)])
      },
      unseen: AccessedKind.allCases.enumerated().map { .init(label: $1.label, figure: Figure(14 * $0, path)) },
      parts: ReportPart.allCases)
  }
}
