import Markup

/// One review: who looks through it, what stands in its list, and the next thing to do.
struct ReviewPage {
  struct Member {
    var name: String
    var role: String
    var spoke: StateMark
  }

  struct Row {
    var path: String
    var code: String
    var title: String
    var retention: String
    var ended: String
    var size: String
    /// «2 đề nghị giữ lại», why it was taken out, how many documents were destroyed.
    var note: String
    var isContested = false
  }

  var code: String
  var name: String
  var state: StateMark
  var madeBy: String
  var decision: HTML?
  var council: [Member]
  /// The form of the council, while it may be changed.
  var councilForm: HTML?
  var chips: Chips
  var rows: [Row]
  var rowsTitle: String
  var acts: HTML
  var prints: HTML
  var notice: HTML = .empty
  var progress: ProgressLine?
  var pager = Pager()
  var story: Story

  var html: HTML {
    """
    \(PageHead(name, line: "<span class=\"code\">\(code)</span> \(state.html)", actMarkup: [Button("Các đợt xét hủy", path: DisposalPaths.list).html]).html)\
    \(notice)\(progress?.html)\
    \(facts)\(acts)\(chips.html)\(rows.isEmpty ? empty : table)\(pager.html)\(councilPart)\(prints)\
    <section><h2>Diễn biến</h2>\(story.html)</section>
    """
  }

  private var facts: HTML {
    DefinitionList([.init("Người lập", text: madeBy), .init("Quyết định hủy", decision ?? "chưa có")]).html
  }

  private var empty: HTML {
    EmptyState("Không có hồ sơ nào ở phần này", "Chọn phần khác, hoặc chọn hồ sơ hết thời hạn đưa vào danh mục.").html
  }

  private var table: HTML {
    DataTable(
      caption: rowsTitle,
      columns: [
        .init("Mã hồ sơ", .figures), .init("Tiêu đề hồ sơ", .long), .init("Bảo quản"), .init("Kết thúc", .figures),
        .init("Gồm"), .init("Ghi chú"),
      ],
      rows: rows.map { row in
        let note: HTML = row.isContested ? StateMark(row.note, .look).html : "\(row.note)"
        return .init(cells: [
          "<span class=\"code\">\(row.code)</span>", "<a href=\"\(row.path)\" data-open>\(row.title)</a>",
          "\(row.retention)", "\(row.ended)", "\(row.size)", note,
        ])
      }
    ).html
  }

  private var councilPart: HTML {
    let list: HTML =
      council.isEmpty
      ? "<p class=\"hint\">Chưa ghi hội đồng.</p>"
      : "<ul class=\"plain-list\">\(council.map { "<li>\($0.role): <b>\($0.name)</b> \($0.spoke.html)</li>" as HTML })</ul>"
    return "<section class=\"sheet-block\"><h2>Hội đồng xét hủy</h2>\(list)\(councilForm ?? .empty)</section>"
  }
}
