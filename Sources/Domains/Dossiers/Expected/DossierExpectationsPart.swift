import Markup

/// What a dossier is expected to hold: each line with what stands for it, or that it is missing.
struct DossierExpectationsPart {
  struct Row {
    var name: String
    /// «Biên bản, văn bản đi».
    var kind: String
    var need: String
    var state: StateMark
    /// Things in the dossier that stand for it.
    var met: [Met] = []
    /// «không có, vì …»; empty when nobody said so.
    var excuse = ""
    var act: HTML = .empty
  }

  struct Met {
    var title: String
    var path: String?
    /// Why it was taken for the line: «loại Biên bản, có chữ «họp»».
    var why: String
    var undo: HTML
  }

  static let id = "thanh-phan"

  var rows: [Row]
  /// Nothing that must be there is missing.
  var isComplete: Bool
  var acts: HTML

  var html: HTML {
    guard !rows.isEmpty else { return acts.isEmpty ? .empty : "<div class=\"acts\">\(acts)</div>" }
    // What is missing stands on the head already.
    let told: HTML = .when(isComplete, "<p>\(StateMark("Đủ thành phần bắt buộc", .done).html)</p>")
    return """
      <section id="\(Self.id)"><h2>Thành phần hồ sơ</h2>\(told)\(table)<div class="acts">\(acts)</div></section>
      """
  }

  private var table: HTML {
    DataTable(
      caption: "Thành phần hồ sơ",
      columns: [
        .init("Thành phần", .long), .init("Loại, nguồn"), .init("Mức độ"), .init("Trạng thái"), .init("Văn bản", .long),
        .init("Việc", .narrow, labelHidden: true),
      ],
      rows: rows.map { row in
        let met = row.met.map { one -> HTML in
          let title: HTML = one.path.map { "<a href=\"\($0)\">\(one.title)</a>" } ?? "\(one.title)"
          let why: HTML = .when(!one.why.isEmpty, " <span class=\"quiet\">\(one.why)</span>")
          return "<li>\(title)\(why) \(one.undo)</li>"
        }
        let list: HTML = .when(!met.isEmpty, "<ul class=\"prints\">\(met)</ul>")
        return .init(cells: [
          "\(row.name)", "\(row.kind)", "\(row.need)", row.state.html, "\(list)\(row.excuse)", row.act,
        ])
      }, walkable: false
    ).html
  }
}
