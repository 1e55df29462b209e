import Kernel
import Testing

@testable import Work

@Suite("Work by its deadline") struct DueGroupTests {
  /// A working morning of each weekday, Monday 02/11/2026 first.
  @Test("every deadline stands in exactly one group, whatever the weekday", arguments: 0...6) func whole(weekday: Int) {
    let now = Instant(Day(number: 20_759) + weekday, hour: 8, minute: 30)
    let moments = (-48...(24 * 16)).map { now + .seconds(Int64($0) * 3600) } + [now, WorkStore.never]
    for due in moments {
      let holding = DueGroup.allCases.filter { group in
        let bounds = group.bounds(now: now)
        return due > bounds.after && due <= bounds.through
      }
      #expect(holding == [DueGroup(due: due == WorkStore.never ? nil : due, now: now)], "\(due.text)")
    }
  }

  @Test("24:00 of a day is that day", arguments: [(0, "today"), (1, "thisWeek"), (3, "thisWeek"), (4, "later")])
  func ends(days: Int, group: String) {
    // Thursday 05/11/2026; the week ends on Sunday.
    let now = Instant(Day(number: 20_762), hour: 8, minute: 30)
    #expect(DueGroup(due: Instant(now.day + days + 1), now: now).rawValue == group)
    #expect(DueGroup(due: now, now: now) == .overdue && DueGroup(due: nil, now: now) == .never)
  }
}
