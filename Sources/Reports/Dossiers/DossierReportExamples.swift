import Kernel
import Markup
import WebApp

/// Screens of the report on dossiers for the gallery.
enum DossierReportExamples {
  static let all: [GalleryExample] = [
    example("bao-cao-ho-so", DossierReportPage.title, page(units).html),
    example("bao-cao-ho-so-trong", DossierReportPage.title, page([]).html),
    example("bao-cao-ho-so-tu-dai", DossierReportPage.title, long.html),
    example("ho-so-trong-bao-cao", DossierReportRowsPage.title, rows(titles).html),
    example("ho-so-trong-bao-cao-trong", DossierReportRowsPage.title, rows([]).html),
    example("ho-so-trong-bao-cao-tu-dai", DossierReportRowsPage.title, rows([longText]).html),
  ]

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
  private static let units = ["Văn phòng", "Vụ Khoáng sản", "Vụ Pháp chế", "Vụ Kế hoạch – Tài chính"]
  private static let titles = [
    "Hồ sơ thẩm định đề án thăm dò đá vôi xã Phú Lâm", "Hồ sơ kiểm tra an toàn mỏ than quý III năm 2026",
  ]

  private static func example(_ name: String, _ title: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .reports, main: main, keys: .list))
  }

  private static func page(_ names: [String]) -> DossierReportPage {
    func line(_ name: String, _ counts: [Int], isSum: Bool = false) -> DossierReportPage.Line {
      .init(
        name: name, path: isSum ? nil : ReportsPaths.dossiers,
        figures: ([counts.prefix(7).reduce(0, +)] + counts).map { Figure($0, ReportsPaths.dossierRows) }, isSum: isSum)
    }
    let lines = names.enumerated().map { line($1, [12 * $0, $0, 9, $0 / 2, 1, 30, 0, 4, $0]) }
    return DossierReportPage(
      agencyName: "Tổng cục Quản lý Tài nguyên Địa chất", countedAt: "08:30 05/11/2026",
      chips: [
        Chips(
          label: "Theo ai",
          [
            .init("Theo đơn vị", path: ReportsPaths.dossiers, selected: true),
            .init("Theo người lập", path: ReportsPaths.dossiers),
          ]),
        Chips(
          label: "Năm",
          [
            .init("Mọi năm", path: ReportsPaths.dossiers, selected: true),
            .init("2026", path: ReportsPaths.dossiers),
          ]),
      ], lines: lines.count > 1 ? lines + [line("Cộng", [72, 6, 36, 2, 4, 120, 0, 16, 6], isSum: true)] : lines,
      who: "Đơn vị")
  }

  private static var long: DossierReportPage {
    var page = page([longText, longText])
    page.isCut = true
    return page
  }

  private static func rows(_ titles: [String]) -> DossierReportRowsPage {
    DossierReportRowsPage(
      line: "Đang lập, quá hạn giải quyết · Năm 2026 · Vụ Khoáng sản",
      rows: titles.enumerated().map { index, title in
        .init(
          path: ReportsPaths.dossiers, codeText: "0\(index + 1).KS", day: "05/10/2026", title: title,
          who: title == longText ? longText : "Bùi Quốc Khánh", state: StateMark("Đang lập", .plain))
      }, back: Button("Về báo cáo", path: ReportsPaths.dossiers))
  }
}
