import Kernel
import Lists
import Markup
import WebApp

/// «Báo cáo tình hình giải quyết văn bản đi» (PL6-OUT): a line for each unit, type or urgency; every figure opens its
/// rows.
struct OutgoingReportPage {
  struct Line {
    var name: String
    var figures: [Figure]
    /// Of the part that has it.
    var onTimeShare: String?
    var isSum = false
  }

  /// One table: what became of drafts, of documents, of what was sent.
  struct Part {
    var label: String
    var columns: [String]
    var lines: [Line]
    /// What its figures count.
    var note: String
  }

  var form: PeriodForm
  var agencyName: String
  var periodLine: String
  var chips: Chips
  var tools: ListTools?
  /// What the first column holds.
  var head: String
  var parts: [Part]

  var rooms = ReportPart.ofUnits

  static let title = "Báo cáo tình hình giải quyết văn bản đi"

  var html: HTML {
    let shown = parts.filter { !$0.lines.isEmpty }
    let body: HTML =
      shown.isEmpty
      ? EmptyState("Trong kỳ này chưa có dự thảo, văn bản đi nào", "Chọn kỳ khác để xem.").html
      : "\(shown.map(section))"
    return """
      \(PageHead(Self.title, line: "\(agencyName). \(periodLine)").html)\(ReportPart.tabs(.outgoing, rooms))\(form.html)\
      \(chips.html)\(tools?.html)\(body)
      """
  }

  private func section(_ part: Part) -> HTML {
    "<h2 class=\"report-part\">\(part.label)</h2>\(table(part).html)<p class=\"hint report-note\">\(part.note)</p>"
  }

  private func table(_ part: Part) -> DataTable {
    let hasShare = part.lines.contains { $0.onTimeShare != nil }
    return DataTable(
      caption: part.label,
      columns: [.init(head, .long)] + part.columns.map { .init($0) } + (hasShare ? [.init("Tỷ lệ đúng hạn")] : []),
      rows: part.lines.map { line in
        DataTable.Row(
          cells: [line.isSum ? "<b>\(line.name)</b>" : "\(line.name)"] + line.figures.map(\.html)
            + (hasShare ? ["\(line.onTimeShare ?? "")"] : []))
      }, walkable: false)
  }
}
