import Kernel
import Organization
import Registers
import TestSupport
import Testing

/// Any order of opening, taking, failing, cancelling and closing leaves every book without repeats and without holes.
@Suite("DEN-08 dãy số không trùng, không khuyết") struct SeriesPropertyTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13] as [UInt64]) func heldByEverySequence(seed: UInt64) async throws {
    let december = Instant(Day(number: 20_810), hour: 9)
    try await withBooks(at: december) { books, clock in
      var dice = Dice(state: seed)
      var given: [RegisterBook.ID: [Int]] = [:]
      for step in 1...Int64(150) {
        clock.advance(by: .seconds(Int.random(in: 0..<14_400, using: &dice)))
        try await play(step, books, clock.now, &dice, &given)
      }
      for book in try await books.all() {
        let check = try await books.check(book.id)
        let numbers = given[book.id] ?? []
        #expect(check.isWhole && check.count == numbers.count)
        #expect(numbers == Array(book.firstNumber..<book.firstNumber + numbers.count))
        #expect(book.lastNumber == book.paperThrough + numbers.count)
      }
    }
  }

  private func play(
    _ step: Int64, _ books: Books, _ now: Instant, _ dice: inout Dice, _ given: inout [RegisterBook.ID: [Int]]
  ) async throws {
    let book = try await books.all().randomElement(using: &dice)
    switch Int.random(in: 0..<20, using: &dice) {
    case 0:
      let paper = Int.random(in: 0...50, using: &dice)
      let act = OpenRegister(.incoming, year: now.day.year, paperThrough: paper, reason: "sổ giấy đến số \(paper)")
      try await ignoringRefusals { try await books.open(act) }
    case 1: if let book { try await ignoringRefusals { try await books.close(book) } }
    case 2...4:
      guard let book, let number = given[book.id]?.randomElement(using: &dice) else { return }
      try await ignoringRefusals { try await books.cancel(number, in: book.id) }
    case 5...7: try await ignoringRefusals { try await books.take(step, failing: true) }
    default:
      let age = Int.random(in: 0..<864_000, using: &dice)
      let taken = try await books.take(step, arrivedAt: now - .seconds(age))
      given[taken.book, default: []].append(taken.number)
    }
  }

  private func ignoringRefusals(_ body: () async throws -> some Sendable) async throws {
    do { _ = try await body() } catch is Refusal {}
  }
}
