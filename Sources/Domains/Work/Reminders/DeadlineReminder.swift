import Kernel
import Notifications
import WorkCalendar

/// Of what somebody is reminded about a deadline (nhắc hạn): before, on and after the day, each once (DEN-14). That
/// something is late is computed, never stored; only that a person was told is.
package enum DeadlineReminder: String, Sendable, CaseIterable {
  case nears, today, passed
  /// The calendar made its last day a day off.
  case dayOff

  package var event: NotificationEvent {
    switch self {
    case .nears: .deadlineNears
    case .today: .deadlineToday
    case .passed: .deadlinePassed
    case .dayOff: .deadlineOnDayOff
    }
  }

  /// What its holder is to be told now; nil for nothing. Who got the work after the moment of a reminder knows already.
  package static func due(
    _ deadline: Deadline, since given: Instant, daysBefore: Int, calendar: WorkCalendar, now: Instant
  ) -> DeadlineReminder? {
    let last = deadline.lastDay
    if now >= deadline.due { return .passed }
    if now.day == last { return given < Instant(last) ? .today : nil }
    var (day, left) = (last, daysBefore)
    while left > 0 {
      day = day - 1
      if calendar.isWorkingDay(day) { left -= 1 }
    }
    return daysBefore > 0 && now >= Instant(day) && given < Instant(day) ? .nears : nil
  }
}
