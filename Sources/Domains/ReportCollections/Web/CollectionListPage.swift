import Markup

/// Every form by which the agency collects reports, as far as the reader stands on the asking side.
struct CollectionListPage {
  struct Row {
    var path: String
    var title: String
    var codeText: String
    var documentPath: String
    var due: String
    var state: StateMark
    /// «3/12 nơi đã gửi».
    var sent: String
  }

  var chips: Chips
  var rows: [Row]
  var isFiltered: Bool
  var pager = Pager()

  static let title = "Thu báo cáo"

  var html: HTML {
    let line: HTML = "Biểu thu số liệu của cơ quan; lập ở trang của văn bản hỏi."
    return "\(PageHead(Self.title, line: line).html)\(chips.html)\(rows.isEmpty ? empty : table.html)\(pager.html)"
  }

  private var empty: HTML {
    isFiltered
      ? EmptyState("Không có biểu nào", "Không biểu nào ở trạng thái này.").html
      : EmptyState(
        "Chưa có biểu thu báo cáo nào",
        "Mở văn bản đi cần hỏi số liệu rồi bấm «Lập biểu thu báo cáo»."
      ).html
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Tên biểu", .long), .init("Văn bản hỏi"), .init("Hạn gửi"), .init("Tình trạng"),
        .init("Đã gửi"),
      ],
      rows: rows.map { row in
        .init(cells: [
          "<a href=\"\(row.path)\" data-open>\(row.title)</a>",
          "<a class=\"code\" href=\"\(row.documentPath)\">\(row.codeText)</a>", "\(row.due)", row.state.html,
          "\(row.sent)",
        ])
      })
  }
}
