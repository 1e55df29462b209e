import Kernel
import VietnameseText
import WebApp

/// The days that a report tells of (kỳ báo cáo): by the calendar, by the windows of Decree 09/2019 (BC-01), or free.
package struct ReportPeriod: Sendable, Equatable {
  enum Length: String, CaseIterable {
    case month = "thang"
    case quarter = "quy"
    case half = "nua-nam"
    case year = "nam"

    var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    }
  }

  /// As it stands in the address; empty for free days.
  package var code: String
  package var label: String
  package var days: ClosedRange<Day>

  private static let decreeMark = "nd09"

  /// The part of a year with this number, from 1. The decree's windows run from the 15th to the 14th: a month from the
  /// 15th of the month before, a year from 15/12 of the year before.
  init?(_ length: Length, _ number: Int, of year: Int, byDecree: Bool) {
    let first = (number - 1) * length.months + 1
    guard (1901...2199).contains(year), number >= 1, first + length.months - 1 <= 12,
      let start = Self.day(byDecree ? 15 : 1, month: byDecree ? first - 1 : first, year),
      let next = Self.day(byDecree ? 15 : 1, month: byDecree ? first + length.months - 1 : first + length.months, year)
    else { return nil }
    days = start...(next - 1)
    let name =
      switch length {
      case .month: "Tháng \(number)/\(year)"
      case .quarter: "Quý \(["I", "II", "III", "IV"][number - 1]) năm \(year)"
      case .half: "6 tháng \(number == 1 ? "đầu" : "cuối") năm \(year)"
      case .year: "Năm \(year)"
      }
    label = byDecree ? "\(name) theo Nghị định 09/2019" : name
    code = "\(length.rawValue)_\(year)_\(number)" + (byDecree ? "_\(Self.decreeMark)" : "")
  }

  init?(code: String) {
    let parts = code.split(separator: "_").map(String.init)
    guard parts.count == 3 || (parts.count == 4 && parts[3] == Self.decreeMark),
      let length = Length(rawValue: parts[0]), let year = Int(parts[1]), let number = Int(parts[2])
    else { return nil }
    self.init(length, number, of: year, byDecree: parts.count == 4)
  }

  init(free days: ClosedRange<Day>) {
    (code, label, self.days) = ("", "Từ ngày \(days.lowerBound.text) đến ngày \(days.upperBound.text)", days)
  }

  /// What the address asks for: free days when both are real and in order, else the named part, else this month.
  static func asked(_ address: Form, today: Day) -> (period: ReportPeriod, problem: String?) {
    let name = ReportsPaths.Name.self
    let (from, to) = (address[name.from], address[name.to])
    let named = ReportPeriod(code: address[name.period]) ?? current(today)
    return switch TypedDays(from: from, to: to, today: today) {
    case .none: (named, nil)
    case .days(let days): (ReportPeriod(free: days), nil)
    case .problem(let problem): (named, "\(problem); đang xem \(named.label).")
    }
  }

  /// The last parts of the year, newest first, each by the calendar and by the decree.
  static func choices(today: Day) -> [ReportPeriod] {
    let (year, month, _) = today.parts
    return Length.allCases.flatMap { length in
      let count = [Length.month: 12, .quarter: 5, .half: 3, .year: 3][length] ?? 1
      let parts = 12 / length.months
      let now = year * parts + (month - 1) / length.months
      return (0..<count).flatMap { back in
        [false, true].compactMap { byDecree in
          ReportPeriod(length, (now - back) % parts + 1, of: (now - back) / parts, byDecree: byDecree)
        }
      }
    }
  }

  private static func current(_ today: Day) -> ReportPeriod {
    ReportPeriod(.month, today.parts.month, of: today.year, byDecree: false) ?? ReportPeriod(free: today...today)
  }

  /// - Parameter month: 0 is December of the year before, 13 January of the next.
  private static func day(_ day: Int, month: Int, _ year: Int) -> Day? {
    switch month {
    case 0: Day(year: year - 1, month: 12, day: day)
    case 13: Day(year: year + 1, month: 1, day: day)
    default: Day(year: year, month: month, day: day)
    }
  }

  /// From its first moment to the first one after it.
  var begins: Instant { Instant(days.lowerBound) }
  var ends: Instant { Instant(days.upperBound + 1) }

  /// As it stands first on a report that is taken along.
  var headText: String { "\(label) (\(daysText))" }

  var daysText: String { "\(days.lowerBound.text)–\(days.upperBound.text)" }

  /// What an address carries to ask for the same days.
  var fields: [(String, String)] {
    let name = ReportsPaths.Name.self
    return code.isEmpty
      ? [(name.from, days.lowerBound.text), (name.to, days.upperBound.text)] : [(name.period, code)]
  }
}
