import Foundation
import Kernel
import Testing

@Suite("Ngày Việt Nam (UTC+7)") struct DayTests {
  @Test func partsAgreeWithTheCalendarForAHundredYears() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -25_567, through: 47_482, by: 37) {
      let day = Day(number: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      #expect(day.parts.year == parts.year && day.parts.month == parts.month && day.parts.day == parts.day)
      #expect(day.weekday == ((parts.weekday ?? 0) + 5) % 7 + 1)
      #expect(Day(isoText: day.isoText) == day)
    }
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "", "2026-11-0a"])
  func refusesWhatIsNoDay(text: String) { #expect(Day(isoText: text) == nil) }

  @Test func theYearTurnsAtVietnameseMidnight() throws {
    let eve = try #require(Day(year: 2026, month: 12, day: 31))
    #expect(Instant(milliseconds: 1_798_736_399_000).day == eve)
    #expect(Instant(milliseconds: 1_798_736_400_000).day == eve + 1)
    #expect(Instant(milliseconds: 1_798_736_399_000).preciseText == "23:59:59 31/12/2026")
  }
}

@Suite("Khóa bản ghi") struct IdentifierSourceTests {
  @Test func slotsNeverMeet() {
    let instant = Instant(milliseconds: 1_762_300_000_000)
    let sources = (0..<8).map(IdentifierSource.init(slot:))
    let keys = sources.flatMap { source in (0..<500).map { _ in source.next("t", at: instant) } }
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0 < 1 << 53 })
  }
}
