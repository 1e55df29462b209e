import FileVault
import Jobs
import Kernel
import Markup
import WebApp

/// Choosing columns, saved searches and exported lists in the states worth looking at. Everything is invented.
enum ListsExamples {
  static let all =
    [columns("cot-danh-sach", nil), columns("cot-danh-sach-doi", ["trich-yeu", "noi-gui", "so-den"])]
    + [
      saved("tim-da-luu", lines), saved("tim-da-luu-trong", []),
      saved("tim-da-luu-them", lines, proposal: proposal),
      saved("tim-da-luu-bi-tu-choi", lines, proposal: proposal, input: refused),
      exports("ket-xuat", exportLines, exportProposal), exports("ket-xuat-trong", [], nil),
    ]

  private static let morning = Instant(milliseconds: 1_793_930_400_000)
  private static let seal = FormSeal(csrf: "vi-du", post: "1", submission: "vi-du")

  private static let everyColumn = [
    ListColumn("so-den", "Số đến", width: 13), ListColumn("ngay-den", "Ngày đến"),
    ListColumn("trich-yeu", "Trích yếu", width: 70, isFixed: true), ListColumn("noi-gui", "Nơi gửi", width: 34),
    ListColumn("nguoi-ky", "Người ký", isUsual: false), ListColumn("ghi-chu", "Ghi chú", isUsual: false),
  ]

  private static func columns(_ name: String, _ stored: [String]?) -> GalleryExample {
    let page = ColumnChoicePage(
      listTitle: "Văn bản đến", choice: ColumnChoice(of: everyColumn, stored: stored),
      path: "/danh-sach/van-ban-den/cot",
      backPath: "/van-ban-den", seal: seal)
    return GalleryExample(name, Page(title: page.title, main: page.html, keys: ColumnChoicePage.keys))
  }

  private static let lines: [SavedSearchesPage.Line] = [
    line(1, "Công văn hỏa tốc chưa có tệp", isPinned: true), line(2, "Khoáng sản tỉnh Thử Nghiệm"),
    line(3, String(repeating: "Nghiêngngảkhuỷuưỡnẵỗợữỷ", count: 3)),
    line(4, "Mời họp quý III", removedAt: morning),
  ]

  private static func line(
    _ number: Int64, _ name: String, isPinned: Bool = false, removedAt: Instant? = nil
  ) -> SavedSearchesPage.Line {
    .init(
      search: SavedSearch(
        id: .init(number), name: name, list: "van-ban-den", address: "khan=express", isPinned: isPinned,
        removedAt: removedAt), path: "/van-ban-den?khan=express", listTitle: "Văn bản đến")
  }

  private static let proposal = SavedSearchesPage.Proposal(
    list: "van-ban-den", listTitle: "Văn bản đến", address: "khan=express", backPath: "/van-ban-den?khan=express")

  private static let refused = FormInput(
    values: ["ten": "Khoáng sản tỉnh Thử Nghiệm"],
    reasons: ["ten": ["Đã có tìm kiếm tên «Khoáng sản tỉnh Thử Nghiệm». Hãy đặt tên khác."]])

  private static func saved(
    _ name: String, _ lines: [SavedSearchesPage.Line], proposal: SavedSearchesPage.Proposal? = nil,
    input: FormInput = FormInput()
  ) -> GalleryExample {
    let page = SavedSearchesPage(lines: lines, proposed: proposal, input: input, seal: seal)
    return GalleryExample(
      name, Page(title: SavedSearchesPage.title, main: page.html, keys: SavedSearchesPage.keys))
  }

  private static let exportProposal = ListExportsPage.Proposal(
    list: "van-ban-den", listTitle: "Văn bản đến", address: "khan=express",
    criteria: ["Độ khẩn: Hỏa tốc", "Đến từ ngày 01/11/2026"],
    columnNames: ["Số đến", "Ngày đến", "Trích yếu", "Nơi gửi"], columnsPath: "/danh-sach/van-ban-den/cot",
    backPath: "/van-ban-den?khan=express")

  private static var exportLines: [ListExportsPage.Line] {
    var waiting = export(3, .pdf)
    waiting.criteria = "Loại: Công văn; Đến từ ngày 01/01/2026"
    var made = export(2, .xlsx)
    made.madeAt = made.askedAt
    made.rowCount = 18_204
    var cut = export(1, .docx)
    cut.madeAt = cut.askedAt
    cut.rowCount = 5_000
    cut.isCut = true
    return [waiting, made, cut].map { .init(export: $0, job: nil, listPath: "/van-ban-den") }
  }

  private static func export(_ number: Int64, _ format: ListExport.Format) -> ListExport {
    ListExport(
      id: .init(number), account: AccountID(1), person: PersonID(1), post: PostID(1), list: "van-ban-den",
      title: "Văn bản đến", address: "", criteria: "", columns: ["trich-yeu"], format: format,
      askedAt: morning, provenance: "", rowCount: 0, isCut: false)
  }

  private static func exports(
    _ name: String, _ lines: [ListExportsPage.Line], _ proposal: ListExportsPage.Proposal?
  ) -> GalleryExample {
    let page = ListExportsPage(lines: lines, proposed: proposal, seal: seal)
    return GalleryExample(name, Page(title: ListExportsPage.title, main: page.html, keys: ListExportsPage.keys))
  }
}
