import Markup

/// The rows of one table of retention.
struct RetentionSchedulePage {
  struct Line {
    var place: String
    var group: String
    var title: String
    var retention: String
    var note: String
  }

  var name: String
  /// «Bộ Tài nguyên, 10/2026/TT-BTN, hiệu lực từ 01/07/2026».
  var facts: String
  var state: StateMark
  var path: String
  var search: String
  var lines: [Line]
  var next: String?
  var act: HTML = .empty
  var refusal: HTML = .empty

  var html: HTML {
    let field = Field("Tìm trong bảng", name: RetentionField.search, value: search, width: .half)
    let line: HTML = "\(facts) \(state.html)"
    return """
      \(DossierTabs.html(current: .retention))\(PageHead(name, line: line, actMarkup: act.isEmpty ? [] : [act]).html)\
      \(refusal)<form method="get" action="\(path)" class="act filter" role="search">\(FieldGroup(fields: [field]).html)\
      <div class="acts">\(Button("Tìm").html)\(Button("Về các bảng", path: RetentionPaths.list).html)</div></form>\
      \(lines.isEmpty ? EmptyState("Không có dòng phù hợp", "Thử từ khác, gõ không dấu cũng được.").html : table)\
      \(Pager(older: next, olderLabel: "Các dòng sau ›").html)
      """
  }

  private var table: HTML {
    DataTable(
      caption: name,
      columns: [
        .init("Dòng", .figures), .init("Nhóm"), .init("Loại hồ sơ", .long), .init("Thời hạn"), .init("Ghi chú"),
      ],
      rows: lines.map {
        .init(cells: ["\($0.place)", "\($0.group)", "\($0.title)", "\($0.retention)", "\($0.note)"])
      }, walkable: false
    ).html
  }
}
