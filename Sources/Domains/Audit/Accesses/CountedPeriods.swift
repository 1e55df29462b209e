import Kernel

/// The periods into which accesses to records are counted: the day, its month and its year, each as the beginning of the
/// day's ISO text.
package enum CountedPeriods {
  /// Every period that a day lies in.
  static func of(_ day: Day) -> [String] {
    let text = day.isoText
    return [text, String(text.prefix(7)), String(text.prefix(4))]
  }

  /// Whole years, whole months and days that make up these days together: as few as can be.
  package static func covering(_ days: ClosedRange<Day>) -> [String] {
    var (periods, day): ([String], Day) = ([], days.lowerBound)
    while day <= days.upperBound {
      let text = day.isoText
      if let next = nextYear(after: day), next - 1 <= days.upperBound {
        periods.append(String(text.prefix(4)))
        day = next
      } else if let next = nextMonth(after: day), next - 1 <= days.upperBound {
        periods.append(String(text.prefix(7)))
        day = next
      } else {
        periods.append(text)
        day = day + 1
      }
    }
    return periods
  }

  /// Nil unless the day begins a year.
  private static func nextYear(after day: Day) -> Day? {
    let parts = day.parts
    return parts.month == 1 && parts.day == 1 ? Day(year: parts.year + 1, month: 1, day: 1) : nil
  }

  /// Nil unless the day begins a month.
  private static func nextMonth(after day: Day) -> Day? {
    let (year, month, first) = day.parts
    guard first == 1 else { return nil }
    return month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
  }
}
