import Jobs
import Kernel
import Markup

/// «Kết xuất»: the choice of a format for a list, and the files made before.
struct ListExportsPage {
  struct Line {
    var export: ListExport
    /// Nil once it is made.
    var job: Job?
    /// Nil when its list is gone.
    var listPath: String?
  }

  /// A list that waits for a format.
  struct Proposal {
    var list: String
    var listTitle: String
    var address: String
    var criteria: [String]
    var columnNames: [String]
    var columnsPath: String
    var backPath: String
  }

  var lines: [Line]
  var proposed: Proposal?
  var seal: FormSeal

  static let title = "Kết xuất"
  static let keys: [KeyHint] = []

  var isWorking: Bool { lines.contains { $0.export.madeAt == nil && $0.job?.state != .failed } }

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Tệp được làm ở nền, có thể rời trang này. Tệp giữ một tuần, chỉ anh/chị tải được.").html)
    \(proposed.map(form) ?? .empty)
    <section id="ket-xuat"\(HTML.attribute("data-live", isWorking ? ListsPaths.exportProgress : nil))>\
    <h2>Tệp đã làm</h2>\(lines.isEmpty ? empty : table.html)</section>
    """
  }

  private func form(_ proposal: Proposal) -> HTML {
    let criteria = proposal.criteria.isEmpty ? "Mọi dòng của danh sách." : proposal.criteria.joined(separator: "; ")
    let choices = ListExport.Format.allCases.map { Field.Choice($0.rawValue, $0.label) }
    return """
      <section class="sheet-block"><h2>Kết xuất «\(proposal.listTitle)»</h2>\
      <dl class="facts"><div><dt>Điều kiện</dt><dd>\(criteria)</dd></div>\
      <div><dt>Cột</dt><dd>\(proposal.columnNames.joined(separator: ", ")). \
      <a href="\(proposal.columnsPath)">Đổi cột</a></dd></div></dl>\
      \(ActForm(action: ListsPaths.exports, seal: seal, content: """
        <input type="hidden" name="\(ListsPaths.Name.list)" value="\(proposal.list)">\
        <input type="hidden" name="\(ListsPaths.Name.address)" value="\(proposal.address)">\
        \(FieldGroup(fields: [
          Field(
            "Dạng tệp", name: ListsPaths.Name.format, value: ListExport.Format.xlsx.rawValue, kind: .select(choices),
            hint: "Excel nhận đến 100.000 dòng; Word và PDF đến 5.000 dòng.", width: .half)
        ]).html)\
        <div class="acts">\(Button("Làm tệp", style: .primary, key: "ctrl+enter").html)\
        <a href="\(proposal.backPath)">Thôi, về danh sách</a></div>
        """).html)</section>
      """
  }

  private var empty: HTML {
    EmptyState("Chưa có tệp nào", "Ở một danh sách hoặc ở Tra cứu, bấm «Kết xuất» để lấy các dòng ra tệp.").html
  }

  private var table: DataTable {
    DataTable(
      caption: "Tệp kết xuất, mới nhất lên đầu",
      columns: [
        .init("Danh sách", .long), .init("Yêu cầu lúc", .figures), .init("Số dòng", .figures), .init("Tệp", .long),
      ], rows: lines.map(row), walkable: false)
  }

  private func row(_ line: Line) -> DataTable.Row {
    let export = line.export
    let title: HTML = line.listPath.map { "<a href=\"\($0)\">\(export.title)</a>" } ?? "\(export.title)"
    let criteria: HTML = .when(!export.criteria.isEmpty, "<small>\(export.criteria)</small>")
    let count: HTML =
      export.madeAt == nil ? .empty : "\(export.rowCount)\(HTML.when(export.isCut, "<small>các dòng đầu</small>"))"
    return DataTable.Row(
      id: "ket-xuat-\(export.id)", cells: ["\(title)\(criteria)", "\(export.askedAt.text)", count, file(line)])
  }

  private func file(_ line: Line) -> HTML {
    let export = line.export
    if export.madeAt != nil {
      return "<a href=\"\(ListsPaths.file(export.id))\" download>\(export.format.label)</a>"
    }
    guard let job = line.job else { return "Đang chờ làm tệp" }
    if job.state == .failed { return "<b>Chưa làm được tệp.</b> \(job.lastError ?? "") Báo quản trị để chạy lại." }
    if let error = job.lastError { return "<b>Chưa làm được tệp.</b> \(error) Hệ thống sẽ tự làm lại." }
    let text = job.progress.note.isEmpty ? "Đang chờ làm tệp" : job.progress.note
    return ProgressLine(key: "export-\(export.id)", text: text, value: nil, max: 1).html
  }
}
