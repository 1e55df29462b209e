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
  /// The same as a book, with what is asked for in the address.
  var printFields: [(name: String, value: String)] = []
  var lines: [FollowUpLine]
  var pager = Pager()

  var parts = ReportPart.ofUnits

  static let title = "Sổ theo dõi giải quyết văn bản đến"
  static let keys: [KeyHint] = .list

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName). \(periodLine)").html)\(ReportPart.tabs(.followUp, parts))\(form.html)\
    \(chips.html)\(tools?.html)\(printing)\
    \(lines.isEmpty ? EmptyState("Không có văn bản nào", "Văn bản đến trong kỳ, từ lúc được trình hoặc giao, hiện ở đây theo ngày đến.").html : table.html)\
    \(pager.html)
    """
  }

  /// A volume of what is shown, with its number.
  private var printing: HTML {
    guard !printFields.isEmpty else { return .empty }
    let kept = printFields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }
    let volume = Field(
      "Quyển số", name: FollowUpPrintRoutes.volume, value: "1", kind: .number, width: .quarter)
    let buttons = FollowUpPrintRoutes.formats.map { format in
      Button(format.label, formAction: "\(ReportsPaths.followUpPrint)/\(format.name)").html
    }
    return """
      <details class="folded"><summary>In thành sổ</summary>\
      <form method="get" action="\(ReportsPaths.followUpPrint)/pdf">\(kept)\(FieldGroup(nil, [volume.html]).html)\
      <p class="hint">Bìa có tên cơ quan, năm, từ ngày đến ngày, quyển số; đủ bảy cột theo mẫu.</p>\
      <div class="acts">\(buttons)</div></form></details>
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
