import Kernel

/// How something stands to its deadline. Computed when asked, never stored.
package enum Timeliness: String, Sendable, CaseIterable {
  case noDeadline, onTrack, dueSoon, overdue, doneOnTime, doneLate

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .noDeadline: "Không có thời hạn"
    case .onTrack: "Còn hạn"
    case .dueSoon: "Sắp đến hạn"
    case .overdue: "Quá hạn"
    case .doneOnTime: "Hoàn thành đúng hạn"
    case .doneLate: "Hoàn thành trễ hạn"
    }
  }
}

/// A deadline (thời hạn) seen at a moment.
package struct Deadline: Sendable, Equatable {
  /// When it was given, for how early to warn; nil when unknown.
  package var since: Instant?
  /// The moment at which it is too late.
  package var due: Instant

  package init(due: Instant, since: Instant? = nil) {
    self.due = due
    self.since = since
  }

  /// The last day on which it is still in time.
  package var lastDay: Day { (due - .milliseconds(1)).day }
}

extension WorkCalendar {
  /// One working day ahead; two when the term is longer than ten (calendar rules of the product).
  package func warns(of deadline: Deadline) -> Instant {
    let isLong = deadline.since.map { workingDays(after: $0.day, through: deadline.lastDay) > 10 } ?? false
    var (day, left) = (deadline.lastDay, isLong ? 2 : 1)
    while left > 0 {
      day = day - 1
      if isWorkingDay(day) { left -= 1 }
    }
    return Instant(day)
  }

  /// - Parameter doneAt: when it was finished; nil while it is open.
  package func timeliness(of deadline: Deadline?, doneAt: Instant? = nil, now: Instant) -> Timeliness {
    guard let deadline else { return .noDeadline }
    if let doneAt { return doneAt < deadline.due ? .doneOnTime : .doneLate }
    if now >= deadline.due { return .overdue }
    return now >= warns(of: deadline) ? .dueSoon : .onTrack
  }

  /// «còn 2 ngày làm việc», «hết hôm nay», «quá hạn 3 ngày làm việc».
  package func left(until deadline: Deadline, now: Instant) -> String {
    let (today, last) = (now.day, deadline.lastDay)
    if now >= deadline.due {
      let late = workingDays(after: last, through: today)
      return late == 0 ? "vừa quá hạn" : "quá hạn \(late) ngày làm việc"
    }
    if today == last {
      return deadline.due == Instant(last + 1) ? "hết hôm nay" : "đến \(deadline.due.clockText) hôm nay"
    }
    let days = workingDays(after: today, through: last)
    return days == 0 ? "đến \(last.text)" : "còn \(days) ngày làm việc"
  }
}
