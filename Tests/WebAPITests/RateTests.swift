import Kernel
import Testing

@testable import WebAPI

@Suite("API rate limit") struct RateTests {
  private let start = Instant(Day(number: 20_762), hour: 8)

  @Test("as many at once as a minute has, then one after the other; tokens do not share") func bucket() {
    let rates = APIRateLimit(perMinute: 60)
    for left in (0..<60).reversed() {
      let verdict = rates.take(1, at: start)
      #expect(verdict.isAllowed && verdict.remaining == left)
    }
    #expect(rates.take(1, at: start) == .init(isAllowed: false, limit: 60, remaining: 0, resetSeconds: 1))
    #expect(rates.take(2, at: start).isAllowed)
    #expect(rates.take(1, at: start + .seconds(1)).isAllowed)
    #expect(!rates.take(1, at: start + .seconds(1)).isAllowed)
    #expect(rates.take(1, at: start + .seconds(3600)).remaining == 59)
  }

  @Test("a clock that was set back refills nothing and breaks nothing") func clock() {
    let rates = APIRateLimit(perMinute: 1)
    #expect(rates.take(1, at: start).isAllowed)
    #expect(!rates.take(1, at: start - .seconds(7200)).isAllowed)
  }
}
