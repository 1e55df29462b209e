import FilePlans
import Kernel
import Testing

@Suite("LT-01 thời hạn bảo quản") struct RetentionPeriodTests {
  @Test(arguments: [
    ("Vĩnh viễn", RetentionPeriod.permanent), ("vv", .permanent), ("20 năm", .years(20)), (" 5 ", .years(5)),
    ("70 nam", .years(70)),
  ]) func readsWhatPeopleWrite(typed: String, period: RetentionPeriod) {
    #expect(RetentionPeriod(typed: typed) == period)
    #expect(RetentionPeriod(code: period.code) == period)
  }

  @Test(arguments: ["", "0 năm", "101", "-5", "lâu dài", "1.5 năm"]) func refusesAnythingElse(typed: String) {
    #expect(RetentionPeriod(typed: typed) == nil)
  }

  @Test func theLongerOneIsGreater() {
    #expect([RetentionPeriod.permanent, .years(5), .years(70)].sorted() == [.years(5), .years(70), .permanent])
  }

  @Test func countsFromTheEndOfTheYearInWhichTheWorkEnded() throws {
    let ended = try #require(Day(year: 2026, month: 3, day: 15))
    #expect(RetentionPeriod.years(5).endsOn(workEnded: ended) == Day(year: 2032, month: 1, day: 1))
    #expect(RetentionPeriod.permanent.endsOn(workEnded: ended) == nil)
  }
}
