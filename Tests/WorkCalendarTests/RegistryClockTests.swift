import Kernel
import Testing

@testable import WorkCalendar

@Suite("DEN-02 DEN-06 DEN-10 thời hạn của văn thư") struct RegistryClockTests {
  private static let calendar = WorkCalendar(years: CalendarYear.known)

  private static func day(_ text: String) -> Day { Day(isoText: text) ?? Day(number: 0) }

  /// The day of the event and the last day: the calendar's own vectors for one working day.
  static let vectors: [(String, String)] = [
    ("2026-11-05", "2026-11-06"), ("2026-11-06", "2026-11-09"), ("2026-11-07", "2026-11-09"),
    ("2026-11-23", "2026-11-25"), ("2026-02-13", "2026-02-23"), ("2026-01-09", "2026-01-10"),
    ("2025-12-31", "2026-01-05"), ("2026-04-24", "2026-04-28"), ("2026-08-28", "2026-09-03"),
    ("2026-08-21", "2026-08-22"),
  ]

  @Test(
    "within the day of the event, at the latest by 24:00 of the next working day", arguments: vectors,
    [RegistryStep.register, .present, .transfer]) func nextWorkingDay(vector: (String, String), step: RegistryStep)
  {
    let (event, last) = (Self.day(vector.0), Self.day(vector.1))
    for (hour, minute) in [(0, 0), (8, 30), (23, 59)] {
      let start = Instant(event, hour: hour, minute: minute)
      let limits = Self.calendar.limits(of: step, from: start, urgentWithin: nil)
      #expect(limits.soft == Instant(event + 1) && limits.hard == Instant(last + 1), "\(event.text) \(hour):\(minute)")
      let moment = Duration.milliseconds(1)
      #expect(limits.timeliness(now: limits.soft - moment) == .withinDay)
      #expect(limits.timeliness(now: limits.soft) == .lastDay)
      #expect(limits.timeliness(now: limits.hard - moment) == .lastDay)
      #expect(limits.timeliness(now: limits.hard) == .overdue)
      #expect(limits.timeliness(doneAt: limits.hard - moment, now: limits.hard + moment) == .doneOnTime)
      #expect(limits.timeliness(doneAt: limits.hard, now: limits.hard + moment) == .doneLate)
    }
  }

  @Test("receipt is acknowledged on the same calendar day, worked or not, urgent or not", arguments: vectors)
  func acknowledging(vector: (String, String)) {
    let start = Instant(Self.day(vector.0), hour: 16)
    for alarm in [nil, Duration.seconds(900)] {
      let limits = Self.calendar.limits(of: .acknowledge, from: start, urgentWithin: alarm)
      #expect(limits.soft == Instant(start.day + 1) && limits.hard == limits.soft)
      #expect(limits.timeliness(now: limits.hard) == .overdue)
    }
  }

  @Test("what is urgent has its minutes, at night and over midnight too", arguments: [5, 15, 60])
  func urgent(minutes: Int) {
    let start = Instant(Self.day("2026-11-06"), hour: 23, minute: 50)
    let limits = Self.calendar.limits(of: .present, from: start, urgentWithin: .seconds(60 * minutes))
    #expect(limits.isUrgent && limits.hard == start + .seconds(60 * minutes))
    #expect(limits.timeliness(now: start + .seconds(60 * minutes - 1)) == .withinDay)
    #expect(limits.timeliness(now: start + .seconds(60 * minutes)) == .overdue)
  }
}
