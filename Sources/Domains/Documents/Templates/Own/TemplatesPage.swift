import Kernel
import Markup

/// The 29 types, each with the template that is in force in the agency.
struct TemplatesPage {
  struct Line {
    var type: DocumentType
    var own: AgencyTemplate?
  }

  var agencyName: String
  var lines: [Line]
  /// The tabs of «Quản trị» are for who administers.
  var isAdministrator: Bool

  static let title = "Mẫu văn bản"

  var html: HTML {
    """
    \(HTML.when(isAdministrator, AdministrationTabs.html(current: .templates)))\
    \(PageHead(Self.title, line: "\(agencyName). Dự thảo mới bắt đầu từ mẫu ở đây; mẫu của hệ thống theo Nghị định 30/2020/NĐ-CP.").html)
    \(table.html)
    """
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title, columns: [.init("Tên loại", .long), .init("Mẫu đang dùng", .long), .init("Tệp")],
      rows: lines.map { line in
        .init(cells: [
          "<a href=\"\(TemplatePaths.show(line.type))\" data-open>\(line.type.name)</a>", state(line),
          "<a href=\"\(TemplatePaths.file(line.type))\">Tải<span class=\"for-ear\"> mẫu \(line.type.name)</span></a>",
        ])
      })
  }

  private func state(_ line: Line) -> HTML {
    guard let own = line.own else { return "<span class=\"hint\">của hệ thống</span>" }
    let lacking = own.lacking(for: line.type)
    let note: HTML = .when(
      !lacking.isEmpty, "<br><span class=\"hint\">thiếu: \(lacking.map(\.label).joined(separator: ", "))</span>")
    return "\(own.fileName)\(note)"
  }
}
