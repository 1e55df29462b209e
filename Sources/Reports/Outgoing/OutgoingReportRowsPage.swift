import Markup

/// The drafts, documents or recipients behind a figure of the report on outgoing documents.
struct OutgoingReportRowsPage {
  struct Row {
    /// Its place among the rows; newer ones have greater keys.
    var key: Int64
    /// Nil for what the reader may not open.
    var path: String?
    /// «05/TCĐC-KS», or the type of a draft.
    var codeText: String
    var day: String
    var subject: String
    var unit: String
    var fate: StateMark
    /// «phát hành 09:12 05/11/2026».
    var line: String
    var isStruck = false
  }

  /// What is shown, in words.
  var line: String
  /// Heads the last column.
  var stateHead = "Phát hành"
  var rows: [Row]
  var pager = Pager()
  var back: Button

  static let title = "Văn bản đi trong báo cáo"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(line)", acts: [back]).html)\
    \(rows.isEmpty ? EmptyState("Không có văn bản nào", "Văn bản đúng với điều kiện này sẽ hiện ở đây.").html : table.html)\(pager.html)
    """
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [
        .init("Số, ký hiệu, loại"), .init("Ngày", .figures), .init("Trích yếu", .long), .init("Đơn vị soạn thảo"),
        .init(stateHead),
      ],
      rows: rows.map { row in
        DataTable.Row(
          cells: [
            "<b class=\"code\">\(row.codeText)</b>", "\(row.day)",
            row.path.map { "<a class=\"subject\" href=\"\($0)\" data-open>\(row.subject)</a>" } ?? "\(row.subject)",
            "\(row.unit)",
            "\(row.fate.html)<small>\(row.line)</small>",
          ], isStruck: row.isStruck)
      })
  }
}
