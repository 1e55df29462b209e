import IncomingDocuments
import Kernel
import Markup
import WebApp

/// «Theo dõi»: where every open document of the agency waits, how many, how long, by unit and by step.
struct BoardPage {
  struct Step {
    var label: String
    var count: Figure
    var late: Figure
    /// «12 ngày 3 giờ»: how long the oldest and the middle one wait; empty when nothing waits.
    var oldest: String
    var median: String
  }

  struct UnitRow {
    var name: String
    /// One for each step, then all.
    var counts: [Figure]
    var late: Figure
  }

  var steps: [Step]
  var stepLabels: [String]
  var units: [UnitRow]
  /// How the registry kept its limits in the last month; nil where nobody may ask.
  var registry: RegistryTimes?
  /// When it was counted.
  var at: String
  /// So many pieces of work were looked at; there were more.
  var cut: String?

  var parts = ReportPart.ofUnits

  static let title = "Theo dõi"
  static let keys: [KeyHint] = .list

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Văn bản đang mở chờ ở đâu, tính đến \(at). Mỗi số mở đúng danh sách của nó.").html)\
    \(ReportPart.tabs(.board, parts))\
    \(cut.map { Notice(.caution, $0).html })\
    <h2 class="report-part">Theo bước</h2>\(stepTable.html)\(registry?.html)<h2 class="report-part">Theo đơn vị</h2>\
    \(units.isEmpty ? EmptyState("Không có việc nào đang mở", "Việc đã giao mà chưa xong hiện ở đây, theo đơn vị.").html : unitTable.html)
    """
  }

  private var stepTable: DataTable {
    DataTable(
      caption: "Việc đang mở theo bước",
      columns: [
        .init("Bước", .long), .init("Đang chờ", .figures), .init("Quá hạn", .figures), .init("Lâu nhất", .figures),
        .init("Trung vị", .figures),
      ],
      rows: steps.map { step in
        DataTable.Row(cells: ["\(step.label)", step.count.html, step.late.html, "\(step.oldest)", "\(step.median)"])
      }, walkable: false)
  }

  private var unitTable: DataTable {
    DataTable(
      caption: "Việc đang mở theo đơn vị và bước",
      columns: [.init("Đơn vị", .long)] + stepLabels.map { .init($0, .figures) }
        + [.init("Cộng", .figures), .init("Quá hạn", .figures)],
      rows: units.map { unit in
        DataTable.Row(cells: ["\(unit.name)"] + unit.counts.map(\.html) + [unit.late.html])
      }, walkable: false)
  }
}
