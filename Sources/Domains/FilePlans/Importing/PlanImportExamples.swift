import Kernel
import Markup
import WebApp

/// Pages of files and of last year's plan that wait to be taken over, for the gallery.
enum PlanImportExamples {
  static var all: [GalleryExample] {
    [
      example("danh-muc-nhap-tep", page), example("danh-muc-nhap-tep-sai", faulty),
      example("danh-muc-nhap-tep-trong", empty), example("danh-muc-nhap-tep-tu-dai", longWords),
      example("thoi-han-nhap-tep", retention),
    ] + [
      copied("danh-muc-lay-nam-truoc", copy), copied("danh-muc-lay-nam-truoc-trong", nothing),
      copied("danh-muc-lay-nam-truoc-bi-tu-choi", refused),
    ]
  }

  private static func example(_ name: String, _ page: PlanImportPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .dossiers, main: page.html))
  }

  private static func copied(_ name: String, _ page: CopyFilePlanPage) -> GalleryExample {
    GalleryExample(name, Page(title: CopyFilePlanPage.title, room: .dossiers, main: page.html))
  }

  private static func field(_ column: PlanSheet.Column, _ value: String) -> Field {
    Field(
      column.label, name: PlanImportPage.columnPrefix + column.rawValue, value: value,
      kind: .select([
        .init("", "không có"), .init("0", "A: Số và ký hiệu hồ sơ"), .init("1", "B: Tên đề mục và tiêu đề hồ sơ"),
        .init("2", "C: Thời hạn bảo quản"), .init("3", "D: Người lập hồ sơ"),
      ]), width: .third)
  }

  private static let page = PlanImportPage(
    title: "Nhập danh mục hồ sơ năm 2026 từ tệp", fileName: "danh-muc-2025.xlsx", tab: .plan,
    mapping: [
      field(.notation, "0"), field(.title, "1"), field(.retention, "2"), field(.maker, "3"), field(.note, ""),
    ], mappingAction: "#", summary: "2 đề mục, 2 hồ sơ",
    lines: [
      .init(
        row: "4", heading: "Tuyển dụng", title: "Hồ sơ tuyển dụng công chức", retention: "20 năm",
        maker: "Vụ Tổ chức cán bộ"),
      .init(
        row: "6", heading: "Khoáng sản", title: "Hồ sơ cấp phép thăm dò", retention: "Vĩnh viễn", maker: "Vụ Khoáng sản"
      ),
    ], lineCount: 2, faults: [], faultCount: 0, hasMakers: true, action: "#", backPath: "#", seal: FilePlanExamples.seal
  )

  private static var faulty: PlanImportPage {
    var page = page
    page.faults = [
      .init(row: "5", message: "Không hiểu thời hạn «lâu dài»; không có đơn vị hay người tên «Vụ Biển»."),
      .init(row: "9", message: "Thiếu tiêu đề hồ sơ."),
    ]
    page.faultCount = 2
    page.refusal =
      Notice(
        .refused, "Còn 2 dòng sai. Hãy sửa tệp rồi tải lên lại, hoặc tích «Bỏ qua các dòng sai»."
      ).html
    return page
  }

  private static var empty: PlanImportPage {
    var page = page
    (page.lines, page.lineCount, page.summary) = ([], 0, "0 đề mục, 0 hồ sơ")
    page.faults = [.init(row: "3", message: "Dưới dòng tiêu đề không có hồ sơ nào.")]
    page.faultCount = 1
    return page
  }

  private static var longWords: PlanImportPage {
    var page = page
    page.fileName = FilePlanExamples.long
    for index in page.lines.indices {
      (page.lines[index].title, page.lines[index].heading) = (FilePlanExamples.long, FilePlanExamples.long)
    }
    return page
  }

  private static var retention: PlanImportPage {
    var page = page
    (page.title, page.tab, page.hasMakers) = ("Nhập «Bảng thời hạn lưu trữ ngành tài nguyên»", .retention, false)
    page.summary = "2 dòng"
    return page
  }

  private static let copy = CopyFilePlanPage(
    year: 2026, years: Chips(label: "Lấy từ năm", [.init("2025", path: "#", selected: true)]), from: 2025, fromKey: "1",
    parts: [
      .init(name: "dm-1", title: "I. Tổ chức cán bộ", isBig: true, isOn: true, lines: []),
      .init(
        name: "dm-2", title: "1. Tuyển dụng", isBig: false, isOn: true,
        lines: [
          .init(
            name: "hs-1", label: "01.TCCB Hồ sơ tuyển dụng công chức năm 2025", facts: "20 năm, Vụ Tổ chức cán bộ",
            trouble: "", isOn: true),
          .init(
            name: "hs-2", label: "02.TCCB \(FilePlanExamples.long)", facts: "Vĩnh viễn, Nguyễn Văn Cũ",
            trouble: "Nguyễn Văn Cũ không còn giữ chức danh, thay bằng Vụ Tổ chức cán bộ", isOn: false),
        ]),
    ], replacements: [], input: FormInput(), seal: FilePlanExamples.seal)

  private static var nothing: CopyFilePlanPage {
    var page = copy
    (page.parts, page.years) = ([], Chips(label: "Lấy từ năm", []))
    return page
  }

  private static var refused: CopyFilePlanPage {
    var page = copy
    page.replacements = [.init("105", "Vụ Khoáng sản")]
    page.input = FormInput(
      reasons: [CopyFilePlan.replacementField: ["Chọn đơn vị lập thay cho đơn vị đã giải thể (Vụ Biển)."]])
    return page
  }
}
