import Kernel

/// How long something may take (thời hạn), as law or a leader gives it.
package enum Term: Sendable, Equatable {
  case hours(Int)
  /// «ngày làm việc»: only working days count.
  case workingDays(Int)
  /// «ngày»: calendar days; a last day that is not worked goes to the next one that is.
  case days(Int)
  case months(Int)
  /// A bare date: 24:00 of it, not rolled, since somebody chose it.
  case on(Day)
  /// The end of the next working day's morning (QĐ 28/2018, article 6.2).
  case nextMorning
}

extension WorkCalendar {
  /// The moment at which a term that begins at `start` has run out: done in time means done before it.
  ///
  /// The day of the event is not counted, the last day runs to 24:00 (Civil Code, articles 147 and 148).
  package func due(_ term: Term, from start: Instant) -> Instant {
    switch term {
    case .hours(let count): start + .seconds(count * 3600)
    case .nextMorning: firstSessionEnds(on: nextWorkingDay(after: start.day))
    default: Instant(lastDay(of: term, from: start.day) + 1)
    }
  }

  /// The last day of a term counted in days.
  package func lastDay(of term: Term, from day: Day) -> Day {
    switch term {
    case .workingDays(let count): adding(workingDays: count, to: day)
    case .days(let count): roll(day + count)
    case .months(let count): roll(day.adding(months: count))
    case .on(let chosen): chosen
    case .hours(let count): (Instant(day) + .seconds(count * 3600)).day
    case .nextMorning: nextWorkingDay(after: day)
    }
  }
}

extension Day {
  /// The same day of the month so many months on, else the last day of that month.
  package func adding(months count: Int) -> Day {
    let (year, month, dayOfMonth) = parts
    let target = year * 12 + month - 1 + count
    for length in stride(from: dayOfMonth, through: 28, by: -1) {
      if let day = Day(year: target / 12, month: target % 12 + 1, day: length) { return day }
    }
    return Day(year: target / 12, month: target % 12 + 1, day: dayOfMonth) ?? self
  }
}
