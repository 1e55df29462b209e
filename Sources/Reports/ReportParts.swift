import Kernel
import Markup
import WebApp

/// The parts of the room «Báo cáo», each at its own address.
enum ReportPart: CaseIterable {
  case board, handling, followUp, outgoing, times, dossiers, accesses

  var label: String {
    switch self {
    case .board: "Theo dõi"
    case .handling: "Tình hình giải quyết"
    case .followUp: "Sổ theo dõi"
    case .outgoing: "Văn bản đi"
    case .times: "Thời gian từng bước"
    case .dossiers: "Hồ sơ"
    case .accesses: "Lượt truy cập"
    }
  }

  var path: String {
    switch self {
    case .board: ReportsPaths.board
    case .handling: ReportsPaths.handling
    case .followUp: ReportsPaths.followUp
    case .outgoing: ReportsPaths.outgoing
    case .times: ReportsPaths.times
    case .dossiers: ReportsPaths.dossiers
    case .accesses: ReportsPaths.accessesChosen
    }
  }

  /// What heads and clerks of units read.
  static let ofUnits = allCases.filter { $0 != .accesses }

  /// What this actor may read.
  static func shown(to actor: Actor) -> [ReportPart] {
    allCases.filter { part in
      switch part {
      case .dossiers: ReportsAccess.dossierScope(of: actor) != nil
      case .accesses: ReportsAccess.systemScope(of: actor) != nil || ReportsAccess.accessedScope(of: actor) != nil
      default: ReportsAccess.scope(of: actor) != nil
      }
    }
  }

  static func tabs(_ shown: ReportPart, _ parts: [ReportPart]) -> HTML {
    Tabs(label: "Báo cáo", parts.map { .init($0.label, path: $0.path, selected: $0 == shown) }).html
  }
}

/// Which days a report tells of, as a form in the address.
struct PeriodForm {
  var action: String
  var period: ReportPeriod
  var choices: [ReportPeriod]
  /// Why what was typed could not be used.
  var problem: String?
  /// What else the address asks for, kept.
  var kept: [(String, String)] = []

  var html: HTML {
    let name = ReportsPaths.Name.self
    let isFree = period.code.isEmpty
    let known = choices.contains(period) || isFree ? choices : [period] + choices
    let options = known.map { Field.Choice($0.code, "\($0.label) (\($0.daysText))") }
    let fields = [
      Field(
        "Kỳ báo cáo", name: name.period, value: period.code,
        kind: .select(isFree ? [Field.Choice("", "Theo ngày đã chọn")] + options : options), width: .third),
      Field(
        "hoặc từ ngày", name: name.from, value: isFree ? period.days.lowerBound.text : "", kind: .day, width: .quarter),
      Field("đến ngày", name: name.to, value: isFree ? period.days.upperBound.text : "", kind: .day, width: .quarter),
    ]
    let hidden = kept.filter { !$0.1.isEmpty }.map {
      "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML
    }
    return """
      <form class="filter" method="get" action="\(action)" aria-label="Chọn kỳ báo cáo">\(hidden)\(fields.map(\.html))\
      <div class="filter-acts">\(Button("Xem").html)</div></form>\
      \(problem.map { Notice(.caution, $0).html })
      """
  }
}

/// A figure that opens its rows; nothing to open at zero.
struct Figure: Sendable {
  var count: Int
  var path: String
  /// The most that is counted; more is shown as «1.000+».
  var cap: Int?

  init(_ count: Int, _ path: String, cap: Int? = nil) {
    self.count = count
    self.path = path
    self.cap = cap
  }

  var text: String { cap.map { count > $0 ? "\($0.grouped)+" : count.grouped } ?? count.grouped }

  var html: HTML { count == 0 ? "<span class=\"quiet\">0</span>" : "<a class=\"figures\" href=\"\(path)\">\(text)</a>" }
}

extension Int {
  /// `1.250`, as numbers are written in Vietnamese.
  var grouped: String {
    var digits = String(magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: ".")
  }
}

extension Duration {
  /// «3 ngày 4 giờ», «25 phút», «40 giây»: the two greatest parts.
  static func text(milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    let parts = [
      (seconds / 86_400, "ngày"), (seconds / 3600 % 24, "giờ"), (seconds / 60 % 60, "phút"), (seconds % 60, "giây"),
    ]
    let first = parts.firstIndex { $0.0 > 0 } ?? 3
    return parts[first..<min(first + 2, 4)].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
      .ifEmpty("0 giây")
  }
}

extension String {
  fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
