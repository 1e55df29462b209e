import Markup

/// Dossiers that the year's plan expects: one's own first; each is opened in one key.
struct PlannedDossiersPage {
  struct Row {
    var notation: String
    var title: String
    var heading: String
    var retention: String
    var maker: String
    /// Nil once somebody opened it.
    var openingPath: String?
    /// Where it is; nil when the reader does not see it.
    var dossierPath: String?
  }

  static let title = "Mở hồ sơ từ danh mục"

  var year: Int
  var rows: [Row]
  var search: String
  var hasMore: Bool
  /// Kept in the search's address: what the dossier begins with.
  var record: String

  var html: HTML {
    let head = PageHead(
      Self.title, line: "Danh mục hồ sơ năm \(year); hồ sơ của anh/chị và của đơn vị đứng trước.",
      acts: [Button("Mở hồ sơ ngoài danh mục", path: outside)])
    let more: HTML = .when(hasMore, "<p class=\"hint\">Còn hồ sơ khác; gõ vài chữ của tiêu đề để tìm.</p>")
    return "\(head.html)\(filter)\(rows.isEmpty ? empty : table.html)\(more)"
  }

  private var outside: String {
    DossierPaths.opening + (record.isEmpty ? "" : "?\(DossierField.record)=\(record)")
  }

  private var filter: HTML {
    let hidden: HTML = .when(
      !record.isEmpty, "<input type=\"hidden\" name=\"\(DossierField.record)\" value=\"\(record)\">")
    let field = Field("Tìm trong danh mục", name: DossierField.search, value: search, width: .half)
    return """
      <form method="get" action="\(DossierPaths.choosing(nil))" class="act">\(hidden)\(FieldGroup(fields: [field]).html)\
      <div class="acts">\(Button("Tìm").html)</div></form>
      """
  }

  private var empty: HTML {
    search.isEmpty
      ? EmptyState(
        "Danh mục hồ sơ năm \(year) chưa ban hành",
        "Việc chưa có trong danh mục thì mở hồ sơ ngoài danh mục.",
        act: Button("Mở hồ sơ ngoài danh mục", path: outside)
      ).html
      : EmptyState("Không có hồ sơ nào như vậy trong danh mục", "Thử bớt chữ, hoặc mở hồ sơ ngoài danh mục.").html
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Số, ký hiệu", .figures), .init("Tiêu đề hồ sơ", .long), .init("Đề mục"), .init("Bảo quản"),
        .init("Người lập"), .init("Việc", .narrow, labelHidden: true),
      ],
      rows: rows.map { row in
        let act: HTML =
          row.openingPath.map { "<a href=\"\($0)\" data-open>Mở hồ sơ</a>" }
          ?? row.dossierPath.map { "<a href=\"\($0)\" data-open>Đã mở</a>" } ?? "Đã mở"
        return .init(cells: [
          "<span class=\"code\">\(row.notation)</span>", "\(row.title)", "\(row.heading)", "\(row.retention)",
          "\(row.maker)", act,
        ])
      })
  }
}
