import Kernel
import Markup

/// What was done in the place of one absent person: for them, when they are back.
struct DelegatedActsPage {
  struct Line {
    var at: Instant
    /// Nil of what is withheld or was destroyed.
    var sentence: String?
    /// «Số đến 1247, 283/VP-HC».
    var record: String
    var path: String?
  }

  var delegation: Delegation
  var state: String
  var lines: [Line]

  var title: String { "\(delegation.standInName) làm thay \(delegation.absentName)" }

  var html: HTML {
    let facts = DefinitionList([
      .init("Thời gian", text: "\(delegation.firstDay.text) – \(delegation.lastDay.text)"),
      .init("Phạm vi", text: delegation.scopeText), .init("Lý do", text: delegation.reason),
      .init("Người lập", text: "\(delegation.madeBy), \(delegation.madeAt.text)"), .init("Tình trạng", text: state),
    ])
    return """
      \(PageHead(title).html)\(facts.html)<section><h2>Việc đã làm thay</h2>\(lines.isEmpty ? empty : list)</section>
      <p><a href="\(IdentityPaths.delegations)">Mọi ủy quyền</a></p>
      """
  }

  private var empty: HTML { "<p class=\"hint\">Chưa có việc nào được làm thay.</p>" }

  private var list: HTML { "<ol class=\"story\">\(lines.map(item))</ol>" }

  private func item(_ line: Line) -> HTML {
    let record: HTML =
      line.path.map { "<a href=\"\($0)\">\(line.record)</a>: " } ?? (line.record.isEmpty ? .empty : "\(line.record): ")
    return """
      <li><time datetime="\(line.at.isoText)">\(line.at.text)</time> \(record)\
      \(line.sentence ?? "(nội dung không còn xem được)")</li>
      """
  }
}
