import Kernel
import Testing

@testable import WorkCalendar

@Suite("DI-08, QD-05 hạn phát hành") struct IssueClockTests {
  private let calendar = WorkCalendar(years: CalendarYear.known)

  private func instant(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(Day(year: 2026, month: month, day: day) ?? Day(number: 0), hour: hour, minute: minute)
  }

  @Test("on paper: by 24:00 of the next working day") func onPaper() {
    let limits = calendar.limits(ofIssuing: instant(11, 6, 16), electronically: false, urgentWithin: nil)
    #expect(limits.soft == instant(11, 7, 0) && limits.hard == instant(11, 10, 0))
  }

  @Test("electronically: by the end of the next working morning") func electronically() {
    let limits = calendar.limits(ofIssuing: instant(11, 6, 16), electronically: true, urgentWithin: nil)
    #expect(limits.hard == instant(11, 9, 12))
    #expect(limits.timeliness(now: instant(11, 9, 11, 59)) == .lastDay)
    #expect(limits.timeliness(now: instant(11, 9, 12)) == .overdue)
  }

  @Test("urgent: at once, whatever the way", arguments: [true, false]) func urgent(electronically: Bool) {
    let signed = instant(11, 6, 16)
    let limits = calendar.limits(ofIssuing: signed, electronically: electronically, urgentWithin: .seconds(900))
    #expect(limits.isUrgent && limits.hard == signed + .seconds(900))
  }
}
