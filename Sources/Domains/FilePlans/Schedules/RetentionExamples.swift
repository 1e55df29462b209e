import Kernel
import Markup
import WebApp

/// Pages of tables of retention, for the gallery.
enum RetentionExamples {
  static var all: [GalleryExample] {
    let lists: [(String, RetentionSchedulesPage)] = [
      ("thoi-han", RetentionSchedulesPage(lines: lines, mayKeep: true)),
      ("thoi-han-trong", RetentionSchedulesPage(lines: [], mayKeep: true)),
      ("thoi-han-trong-chi-xem", RetentionSchedulesPage(lines: [], mayKeep: false)),
    ]
    let shown: [(String, RetentionSchedulePage)] = [
      ("thoi-han-mot-bang", page(rules)), ("thoi-han-mot-bang-tim", page([])),
      ("thoi-han-mot-bang-bi-tu-choi", refused),
      ("thoi-han-mot-bang-tu-dai", page(longRules)),
    ]
    return lists.map { example($0.0, $0.1.html) } + shown.map { example($0.0, $0.1.html) }
  }

  private static func example(_ name: String, _ main: HTML) -> GalleryExample {
    GalleryExample(
      name,
      Page(title: RetentionSchedulesPage.title, room: .dossiers, main: main, keys: RetentionSchedulesPage.keys))
  }

  private static let lines: [RetentionSchedulesPage.Line] = [
    .init(
      path: "#", name: "Bảng thời hạn lưu trữ ngành tài nguyên", issuer: "Bộ Tài nguyên, 10/2026/TT-BTN",
      effective: "01/07/2026", rules: "312", state: StateMark("Đang áp dụng", .done)),
    .init(
      path: "#", name: FilePlanExamples.long, issuer: "Tổng cục, 20/QĐ-TCTNĐC", effective: "01/01/2027", rules: "45",
      state: StateMark("Chưa hiệu lực", .look)),
    .init(
      path: "#", name: "Bảng thời hạn cũ", issuer: "Tổng cục, 07/QĐ-TCTNĐC", effective: "01/01/2020", rules: "120",
      state: StateMark("Ngừng dùng")),
  ]

  private static let rules: [RetentionSchedulePage.Line] = [
    .init(
      place: "12", group: "Tổ chức cán bộ", title: "Hồ sơ tuyển dụng, thi nâng ngạch công chức", retention: "20 năm",
      note: ""),
    .init(
      place: "13", group: "Tổ chức cán bộ", title: "Hồ sơ gốc cán bộ", retention: "Vĩnh viễn", note: "theo cơ quan"),
  ]

  private static var longRules: [RetentionSchedulePage.Line] {
    rules.map {
      .init(
        place: $0.place, group: FilePlanExamples.long, title: FilePlanExamples.long, retention: $0.retention,
        note: FilePlanExamples.long)
    }
  }

  private static func page(_ lines: [RetentionSchedulePage.Line]) -> RetentionSchedulePage {
    RetentionSchedulePage(
      name: "Bảng thời hạn lưu trữ ngành tài nguyên",
      facts: "Bộ Tài nguyên, 10/2026/TT-BTN, hiệu lực từ 01/07/2026, 312 dòng", state: StateMark("Đang áp dụng", .done),
      path: "#", search: lines.isEmpty ? "đấu thầu" : "", lines: lines, next: lines.isEmpty ? nil : "#",
      act: ActForm(
        action: "#", seal: FilePlanExamples.seal, button: Button("Ngừng dùng", style: .grave)
      ).html)
  }

  private static var refused: RetentionSchedulePage {
    var page = page(rules)
    page.refusal = Notice(.refused, "Bảng thời hạn này vừa được người khác sửa. Hãy tải lại trang.").html
    return page
  }
}
