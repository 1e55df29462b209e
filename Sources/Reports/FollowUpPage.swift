import IncomingDocuments
import Kernel
import Lists
import Markup
import WebApp

/// «Sổ theo dõi giải quyết văn bản đến»: the decree's seven columns over the documents of a time.
struct FollowUpPage {
  var form: PeriodForm
  var agencyName: String
  var periodLine: String
  /// By progress, each with its count.
  var chips: Chips
  var tools: ListTools?
  var lines: [FollowUpLine]
  var pager = Pager()

  static let title = "Sổ theo dõi giải quyết văn bản đến"
  static let keys: [KeyHint] = .list

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName). \(periodLine)").html)\(ReportPart.tabs(.followUp))\(form.html)\
    \(chips.html)\(tools?.html)\
    \(lines.isEmpty ? EmptyState("Không có văn bản nào", "Văn bản đến trong kỳ, từ lúc được trình hoặc giao, hiện ở đây theo ngày đến.").html : table.html)\
    \(pager.html)
    """
  }

  private var table: DataTable {
    let shapes: [DataTable.Column.Shape] = [.figures, .long, .text, .figures, .text, .text, .text]
    return DataTable(
      caption: Self.title, columns: zip(FollowUpLine.titles, shapes).map { .init($0, $1) },
      rows: lines.map { line in
        let source: HTML = """
          <a href="\(IncomingDocumentPaths.show(line.document))" data-open>\(line.source)</a><small>\(line.subject)</small>
          """
        return DataTable.Row(
          id: "d\(line.document)",
          cells: line.cells.enumerated().map { index, text in index == 1 ? source : "\(text)" })
      }, numbered: true)
  }
}
