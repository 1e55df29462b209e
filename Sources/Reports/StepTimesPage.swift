import Kernel
import Lists
import Markup
import WebApp

/// How long work stood at each step, by unit and person: the steps of a line add up to its whole, to the second.
struct StepTimesPage {
  struct Line {
    var name: String
    var path: String?
    /// One for each step: so long, in so many pieces of work; nil where there was none.
    var steps: [Step?]
    var whole: String
    var isSum = false
  }

  struct Step {
    var time: String
    /// On average for each piece of work.
    var mean: String
    var count: Figure
  }

  var form: PeriodForm
  var agencyName: String
  var periodLine: String
  var chips: Chips
  var tools: ListTools?
  var stepLabels: [String]
  var lines: [Line]
  var who: String
  /// How the registry kept its limits with what arrived in the period; nil where nobody may ask.
  var registry: RegistryTimes?

  var parts = ReportPart.ofUnits

  static let title = "Thời gian ở từng bước"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "\(agencyName). \(periodLine)").html)\(ReportPart.tabs(.times, parts))\(form.html)\(chips.html)\
    \(tools?.html)\
    \(lines.isEmpty ? EmptyState("Trong kỳ này chưa giao việc nào", "Chọn kỳ khác để xem.").html : table.html)\
    <p class="hint report-note">Việc đã giao trong kỳ; giờ tính liên tục từ lúc việc tới một bước đến lúc rời bước ấy, kể cả ngày \
    nghỉ. Cộng các bước bằng đúng tổng thời gian việc còn mở.</p>\(registry?.html)
    """
  }

  private var table: DataTable {
    DataTable(
      caption: Self.title,
      columns: [.init(who, .long)] + stepLabels.map { .init($0, .figures) } + [.init("Cộng", .figures)],
      rows: lines.map { line in
        let name: HTML = line.path.map { "<a href=\"\($0)\">\(line.name)</a>" } ?? "\(line.name)"
        return DataTable.Row(
          cells: [line.isSum ? "<b>\(line.name)</b>" : name] + line.steps.map(cell) + ["\(line.whole)"])
      }, walkable: false)
  }

  private func cell(_ step: Step?) -> HTML {
    guard let step else { return "<span class=\"quiet\">–</span>" }
    return "\(step.time)<small>\(step.count.html) việc, trung bình \(step.mean)</small>"
  }
}
