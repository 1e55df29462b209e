import Kernel

/// Which days an agency works (ngày làm việc), and when its morning ends. A value: read once, asked many times.
///
/// Monday to Friday are worked but for the days off of the yearly notice; a Saturday of that notice is worked instead
/// of a swapped weekday. Years that nobody entered follow the rules of the Labour Code, as a provisional year.
package struct WorkCalendar: Sendable, Equatable {
  private var years: [Int: CalendarYear]
  package var hours: OfficeHours

  package init(years: [CalendarYear] = [], hours: OfficeHours = OfficeHours()) {
    self.years = Dictionary(years.map { ($0.year, $0) }) { $1 }
    self.hours = hours
    fill(years: Set(years.map(\.year)))
  }

  /// Provisional years stand between and after those known, so that a term may run over into the next year.
  private mutating func fill(years known: Set<Int>) {
    guard let first = known.min(), let last = known.max() else { return }
    for year in first...(last + 2) where years[year] == nil { years[year] = .provisional(year) }
  }

  /// The year as entered, or as the rules give it.
  package func year(_ year: Int) -> CalendarYear { years[year] ?? .provisional(year) }

  package func isWorkingDay(_ day: Day) -> Bool {
    switch year(day.year).mark(on: day)?.kind {
    case .worked: true
    case .off: false
    case .morningOff, .afternoonOff, nil: day.weekday <= 5
    }
  }

  /// When a day's first session ends: the morning's, or the afternoon's where the morning is off.
  package func firstSessionEnds(on day: Day) -> Instant {
    let isMorningOff = year(day.year).mark(on: day)?.kind == .morningOff
    let minutes = isMorningOff ? hours.afternoonEnds : hours.morningEnds
    return Instant(day, hour: minutes / 60, minute: minutes % 60)
  }

  /// The first working day after `day`.
  package func nextWorkingDay(after day: Day) -> Day { roll(day + 1) }

  /// `day` itself when it is worked, else the first working day after it.
  package func roll(_ day: Day) -> Day {
    var day = day
    while !isWorkingDay(day) { day = day + 1 }
    return day
  }

  /// The last day of a term of `count` working days. The day it begins on is never counted (Civil Code, article 147).
  package func adding(workingDays count: Int, to day: Day) -> Day {
    var day = day
    for _ in 0..<count { day = nextWorkingDay(after: day) }
    return day
  }

  /// Working days after `first` up to and with `last`; 0 when `last` is not later.
  package func workingDays(after first: Day, through last: Day) -> Int {
    guard first < last else { return 0 }
    // Monday to Friday first, then what the years mark otherwise.
    var count = Self.weekdays(through: last) - Self.weekdays(through: first)
    for number in first.year...last.year {
      for (day, mark) in year(number).marks where day.year == number && day > first && day <= last {
        switch mark.kind {
        case .off: count -= day.weekday <= 5 ? 1 : 0
        case .worked: count += day.weekday > 5 ? 1 : 0
        case .morningOff, .afternoonOff: break
        }
      }
    }
    return count
  }

  /// Days from Monday to Friday up to and with `day`, counted from the week of the first day of 1970, a Thursday.
  private static func weekdays(through day: Day) -> Int {
    (day.number - day.weekday + 4) / 7 * 5 + min(day.weekday, 5)
  }
}

/// When the parts of an agency's working day begin and end, in minutes after midnight.
package struct OfficeHours: Sendable, Equatable {
  package var morningBegins: Int
  package var morningEnds: Int
  package var afternoonBegins: Int
  package var afternoonEnds: Int

  /// 07:30–12:00 and 13:00–17:00. The end of the morning stands for the one rule that is bound to the hour (QD-05).
  package init(
    morningBegins: Int = 450, morningEnds: Int = 720, afternoonBegins: Int = 780, afternoonEnds: Int = 1020
  ) {
    self.morningBegins = morningBegins
    self.morningEnds = morningEnds
    self.afternoonBegins = afternoonBegins
    self.afternoonEnds = afternoonEnds
  }

  /// Whether the four follow one another within a day.
  package var isInOrder: Bool {
    0 <= morningBegins && morningBegins < morningEnds && morningEnds <= afternoonBegins
      && afternoonBegins < afternoonEnds && afternoonEnds <= 1440
  }
}
