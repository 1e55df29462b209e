import Kernel
import Lists
import Markup
import WebApp

/// «Báo cáo tình hình giải quyết văn bản đến» (PL6-OUT): a line for each unit or person, every figure opens its rows.
struct HandlingReportPage {
  struct Line {
    var name: String
    /// To the people of a unit.
    var path: String?
    /// Received, then one for each fate.
    var figures: [Figure]
    /// Of what had a deadline and is done; empty when nothing is.
    var onTimeShare: String
    var isSum = false
  }

  var form: PeriodForm
  var agencyName: String
  /// «Tháng 11/2026 (01/11/2026–30/11/2026)», and when it was counted.
  var periodLine: String
  var chips: [Chips]
  var tools: ListTools?
  var lines: [Line]
  /// What the first column holds.
  var who: String

  var parts = ReportPart.ofUnits

  static let title = "Báo cáo tình hình giải quyết văn bản đến"
  static let keys: [KeyHint] = []

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName). \(periodLine)").html)\(ReportPart.tabs(.handling, parts))\(form.html)\
    \(chips.map(\.html))\(tools?.html)\
    \(lines.isEmpty ? EmptyState("Trong kỳ này chưa giao việc nào", "Chọn kỳ khác, hoặc xem việc đang mở ở «Theo dõi».").html : table.html)\
    <p class="hint report-note">Đếm việc đã giao trong kỳ, không tính việc đã trả lại hay thu hồi. Đúng hay trễ hạn tính đến lúc xem, \
    theo lịch làm việc của cơ quan.</p>
    """
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [.init(who, .long), .init("Tổng số", .figures)]
        + WorkFate.allCases.map { .init($0.shortLabel) } + [.init("Tỷ lệ đúng hạn")],
      rows: lines.map { line in
        let name: HTML = line.path.map { "<a href=\"\($0)\">\(line.name)</a>" } ?? "\(line.name)"
        return DataTable.Row(
          cells: [line.isSum ? "<b>\(line.name)</b>" : name] + line.figures.map(\.html) + ["\(line.onTimeShare)"])
      }, walkable: false)
  }
}
