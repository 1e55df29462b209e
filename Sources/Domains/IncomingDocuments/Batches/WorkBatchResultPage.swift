import Kernel
import Markup

/// What became of a batch: how many were done, and those that were not, each with its reason.
struct WorkBatchResultPage {
  struct Line {
    var code: String
    var subject: String
    /// Nil for what may be seen no longer.
    var path: String?
    var reason: String
  }

  var act: WorkBatch.Act
  var counts: [WorkBatchLine.State: Int]
  /// The state whose lines are shown.
  var shown: WorkBatchLine.State
  var lines: [Line]
  var chips: Chips
  var pager = Pager()
  /// While it goes on.
  var progress: ProgressLine?
  var livePath: String?
  var undo: HTML = .empty
  var undoneLine = ""
  var back: String

  static let keys: [KeyHint] = .list + [KeyHint("u", "hoàn tác")]

  private var total: Int { counts.values.reduce(0, +) }

  var title: String { "\(act.label) hàng loạt: \(summary)" }

  /// «đã nhận việc 12/15 văn bản, 3 không làm được».
  static func summary(_ act: WorkBatch.Act, _ counts: [WorkBatchLine.State: Int]) -> String {
    let total = counts.values.reduce(0, +)
    let refused = counts[.refused, default: 0]
    let undone = counts[.undone, default: 0]
    var words = "\(act.done.lowercased()) \(counts[.done, default: 0])/\(total) văn bản"
    if refused > 0 { words += ", \(refused) không làm được" }
    if undone > 0 { words += ", \(undone) đã hoàn tác" }
    return words
  }

  private var summary: String { Self.summary(act, counts) }

  var html: HTML {
    """
    \(PageHead("\(act.label) hàng loạt", line: "\(summary.prefix(1).uppercased() + summary.dropFirst()).", acts: [Button("Về danh sách", style: .primary, path: back)]).html)\
    \(undo)\(HTML.when(!undoneLine.isEmpty, Notice(.changed, undoneLine).html))\
    <div id="batch-progress"\(HTML.attribute("data-live", livePath))>\(progress?.html)</div>\(chips.html)\
    \(lines.isEmpty ? empty : list)\(pager.html)
    """
  }

  private var empty: HTML {
    shown == .waiting
      ? EmptyState("Không còn văn bản nào chờ", "Xem kết quả ở các nhóm trên.").html
      : EmptyState("Không có văn bản nào ở nhóm này", "Chọn nhóm khác ở trên, hoặc về danh sách.").html
  }

  private var list: HTML {
    "<section class=\"work-group\"><h2>\(shown.label)</h2><ul data-list>\(lines.map(row))</ul></section>"
  }

  private func row(_ line: Line) -> HTML {
    let subject: HTML =
      line.path.map { "<a class=\"subject\" href=\"\($0)\" data-open>\(line.subject)</a>" }
      ?? "<p class=\"subject\">\(line.subject)</p>"
    return """
      <li data-row><div class="work-main"><p class="work-line"><span class="code">\(line.code)</span></p>\(subject)\
      \(HTML.when(!line.reason.isEmpty, "<p class=\"batch-why\">\(line.reason)</p>"))</div></li>
      """
  }
}
