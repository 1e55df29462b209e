import Kernel
import Markup
import Work

/// What became of a handover: how far it is, what went to whom, what stayed and why; the minutes for each receiver.
struct HandoverPage {
  struct Line {
    var code: String
    var subject: String
    /// Nil for what the reader may not open.
    var path: String?
    var kind: String
    var to: String
    var due: String
    /// Why it stayed; empty for what went.
    var refusal: String
  }

  /// What one receiver got.
  struct Receiver {
    var name: String
    /// «Việc giải quyết văn bản đến: 12; Dự thảo đang soạn: 3».
    var counts: String
    /// The minutes, by the name of the format.
    var files: [(label: String, path: String)]
  }

  var personName: String
  var reason: String
  var askedBy: String
  var askedAt: String
  /// Nil while it goes on.
  var finishedAt: String?
  var receivers: [Receiver]
  var shown: HandoverLine.Outcome
  var lines: [Line]
  var chips: Chips
  var pager = Pager()
  var progress: ProgressLine?
  var livePath: String?
  var backPath: String

  var title: String { "Bàn giao của \(personName)" }

  var html: HTML {
    let line = finishedAt.map { "Đã bàn giao lúc \($0)." } ?? "Đang bàn giao; có thể rời trang, hệ thống vẫn làm tiếp."
    return """
      \(PageHead(title, line: "\(line)", acts: [Button("Xem những gì còn lại", path: backPath)]).html)\
      <div id="handover-progress"\(HTML.attribute("data-live", livePath))>\(progress?.html)</div>\
      \(DefinitionList([.init("Lý do", text: reason), .init("Người thực hiện", text: "\(askedBy), \(askedAt)")]).html)\
      \(minutes)\(chips.html)\(lines.isEmpty ? empty : table)\(pager.html)
      """
  }

  private var minutes: HTML {
    guard finishedAt != nil, !receivers.isEmpty else { return .empty }
    let rows = receivers.map { receiver in
      """
      <li><b>\(receiver.name)</b><br>\(receiver.counts)<div class="acts">\
      \(receiver.files.map { Button($0.label, path: $0.path).html })</div></li>
      """ as HTML
    }
    return "<section class=\"sheet-block\"><h2>Biên bản bàn giao</h2><ul class=\"plain-list\">\(rows)</ul></section>"
  }

  private var empty: HTML {
    EmptyState("Không có gì ở nhóm này", "Chọn nhóm khác ở trên.").html
  }

  private var table: HTML {
    DataTable(
      caption: shown.label,
      columns: [
        .init("Nhóm"), .init("Số, ký hiệu"), .init("Nội dung", .long), .init("Hạn", .figures), .init("Người nhận"),
      ] + (shown == .refused ? [.init("Lý do", .long)] : []),
      rows: lines.map { line in
        let subject: HTML =
          line.path.map { "<a class=\"subject\" href=\"\($0)\">\(line.subject)</a>" } ?? "\(line.subject)"
        let cells: [HTML] = [
          "\(line.kind)", "\(line.code)", subject, "\(line.due)",
          "\(line.to.isEmpty ? (shown == .refused ? "không ai" : "không cần") : line.to)",
        ]
        return .init(cells: cells + (shown == .refused ? ["\(line.refusal)"] : []))
      }, walkable: false
    ).html
  }
}
