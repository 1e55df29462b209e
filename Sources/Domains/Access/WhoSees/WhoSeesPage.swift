import Markup

/// Everybody of the agency who sees one record, why, by what, since when; or one person's answer (PL6-63).
struct WhoSeesPage {
  struct Row {
    var name: String
    var unit: String
    var reasons: [Reason]
  }

  struct Reason {
    /// «được giao xử lý (chính người này)».
    var text: String
    /// What gave it, for readers who see that.
    var source: String
    var path: String?
    var since: String
  }

  static let title = "Ai xem được, vì sao"
  static let person = "nguoi"
  static let after = "sau"

  var recordName: String
  var recordPath: String
  var action: String
  var people: [Field.Choice]
  var chosen: String
  var rows: [Row]
  /// What a person without access would need; nil when nobody is chosen, or they see it.
  var missing: String?
  var pager = Pager()

  var html: HTML {
    let field = Field(
      "Xem riêng một người", name: Self.person, value: chosen, kind: .select([.init("", "Mọi người")] + people),
      width: .half)
    return """
      \(PageHead(Self.title, line: "<a href=\"\(recordPath)\">\(recordName)</a>").html)\
      <form method="get" action="\(action)" class="act filter">\(FieldGroup(fields: [field]).html)\
      <div class="acts">\(Button("Xem").html)</div></form>\(answer)
      """
  }

  private var answer: HTML {
    if let missing { return Notice(.caution, missing, word: "Không xem được").html }
    if rows.isEmpty { return EmptyState("Không ai xem được", "Không chức danh nào của cơ quan xem được.").html }
    return """
      \(table.html)\(pager.html)<p class="hint">Người được ủy quyền làm thay xem được như chức danh mình thay. Mỗi lần mở trang này đều được ghi lại.</p>
      """
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [.init("Người"), .init("Đơn vị"), .init("Vì sao, nguồn nào, từ khi nào")],
      rows: rows.map { row in
        let reasons = row.reasons.map { one -> HTML in
          let source: HTML =
            one.path.map { ", <a class=\"in-text\" href=\"\($0)\">\(one.source)</a>" }
            ?? (one.source.isEmpty ? .empty : ", \(one.source)")
          return "<li>\(one.text)\(source), từ \(one.since)</li>"
        }
        return .init(cells: ["\(row.name)", "\(row.unit)", "<ul>\(reasons)</ul>"])
      }, walkable: false)
  }
}
