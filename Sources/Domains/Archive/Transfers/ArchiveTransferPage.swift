import Markup

/// A transfer: its dossiers, what became of each, and its prints.
struct ArchiveTransferPage {
  struct Row {
    var position: String
    var path: String
    var notation: String
    var title: String
    var time: String
    var retention: String
    var pages: String
    var outcome: StateMark
    /// Why it went back, what the archive said; empty for nothing.
    var words: String
  }

  struct Print {
    var label: String
    var files: [(name: String, path: String)]
    /// Why there is none yet; nil when there is.
    var obstacle: String?
  }

  var title: String
  var unit: String
  var giver: String
  var receiver: String
  var submitted: String
  var settled: String
  var size: String
  var state: StateMark
  var rows: [Row]
  var prints: [Print]
  var back: Button

  var html: HTML {
    """
    \(PageHead(title, line: "\(unit) \(state.html)", acts: [back]).html)\(facts)\(printList)\(table.html)
    """
  }

  private var facts: HTML {
    DefinitionList([
      .init("Bên giao", text: "\(giver), \(unit)"), .init("Bên nhận", text: receiver),
      .init("Nộp lúc", text: submitted),
      .init("Nhận xong lúc", text: settled), .init("Gồm", text: size),
    ]).html
  }

  private var printList: HTML {
    let items = prints.map { print -> HTML in
      if let obstacle = print.obstacle { return "<li>\(print.label): <span class=\"hint\">\(obstacle)</span></li>" }
      return "<li>\(print.label): \(print.files.map { Button($0.name, path: $0.path).html })</li>"
    }
    return "<section><h2>In</h2><ul class=\"prints\">\(items)</ul></section>"
  }

  private var table: DataTable {
    DataTable(
      caption: "Hồ sơ trong đợt",
      columns: [
        .init("STT", .figures), .init("Số, ký hiệu", .figures), .init("Tiêu đề hồ sơ", .long),
        .init("Thời gian tài liệu", .figures), .init("Bảo quản"), .init("Số trang", .figures), .init("Kết quả"),
      ],
      rows: rows.map { row in
        let words: HTML = .when(!row.words.isEmpty, " <span class=\"quiet\">\(row.words)</span>")
        return .init(cells: [
          "\(row.position)", "<span class=\"code\">\(row.notation)</span>",
          "<a href=\"\(row.path)\" data-open>\(row.title)</a>", "\(row.time)", "\(row.retention)", "\(row.pages)",
          "\(row.outcome.html)\(words)",
        ])
      })
  }
}
