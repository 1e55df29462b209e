import Kernel
import Testing
import WorkCalendar

@testable import Work

@Suite("DEN-14 nhắc hạn: trước, trong và sau ngày hạn") struct ReminderTests {
  private static let calendar = WorkCalendar(years: CalendarYear.known)

  private static func day(_ text: String) -> Day { Day(isoText: text) ?? Day(number: 0) }

  /// Last day, day of the work being given, days before, moment looked at, what is told.
  static let cases: [(String, String, Int, String, Int, DeadlineReminder?)] = [
    ("2026-11-13", "2026-11-02", 2, "2026-11-10", 23, nil),
    ("2026-11-13", "2026-11-02", 2, "2026-11-11", 0, .nears),
    ("2026-11-13", "2026-11-11", 2, "2026-11-12", 9, nil),
    ("2026-11-13", "2026-11-02", 0, "2026-11-12", 9, nil),
    ("2026-11-13", "2026-11-02", 2, "2026-11-13", 0, .today),
    ("2026-11-13", "2026-11-13", 2, "2026-11-13", 9, nil),
    ("2026-11-13", "2026-11-13", 2, "2026-11-14", 0, .passed),
    // Over a weekend and over Culture day: two working days before the 25th is the 20th.
    ("2026-11-25", "2026-11-02", 2, "2026-11-19", 23, nil),
    ("2026-11-25", "2026-11-02", 2, "2026-11-20", 0, .nears),
    // A deadline on a day off stays there.
    ("2026-11-15", "2026-11-02", 1, "2026-11-13", 7, .nears),
    ("2026-11-15", "2026-11-02", 1, "2026-11-15", 7, .today),
  ]

  @Test("each at its time, and not to who got the work after it", arguments: cases.indices) func due(index: Int) {
    let (last, given, before, at, hour, expected) = Self.cases[index]
    let found = DeadlineReminder.due(
      Deadline(due: Instant(Self.day(last) + 1)), since: Instant(Self.day(given), hour: 8), daysBefore: before,
      calendar: Self.calendar, now: Instant(Self.day(at), hour: hour))
    #expect(found == expected)
  }
}
