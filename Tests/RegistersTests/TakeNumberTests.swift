import Database
import Kernel
import Organization
import Registers
import TestSupport
import Testing

@Suite("DEN-08, PL6-15 số đến liên tục trong năm") struct TakeNumberTests {
  @Test(arguments: [0, 30]) func twoHundredClerksGetTwoHundredNumbers(percentFailing: Int) async throws {
    try await withBooks { books, _ in
      let answers = await withTaskGroup(of: TakenNumber?.self) { group in
        for record in 1...Int64(200) {
          let failing = Int.random(in: 0..<100) < percentFailing
          group.addTask { try? await books.take(record, failing: failing) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let numbers = answers.compactMap { $0?.number }.sorted()
      #expect(percentFailing > 0 || numbers.count == 200)
      #expect(numbers == Array(1...numbers.count))
      let book = try #require(try await books.all().first)
      let check = try await books.check(book.id)
      #expect(check.count == numbers.count && check.isWhole && check.last == numbers.last)
      #expect(try await books.all().count == 1)
    }
  }

  @Test("mỗi cơ quan, mỗi sổ một dãy số") func agenciesAndBooksCountApart() async throws {
    try await withBooks { books, _ in
      let numbers = [
        try await books.take(1).number, try await books.take(2, by: Cast.clerkOfAnotherAgency).number,
        try await books.take(3, by: Cast.secondClerk).number,
        try await books.take(4, bookName: "Sổ đơn thư").number,
      ]
      #expect(numbers == [1, 1, 2, 1])
    }
  }

  @Test func aRecordGetsOneNumber() async throws {
    try await withBooks { books, _ in
      let taken = try await books.take(1)
      await #expect(throws: Refusal.self) { try await books.take(1) }
      #expect(try await books.take(2).number == 2)
      try await books.cancel(taken.number, in: taken.book)
      #expect(try await books.take(1).number == 3)
    }
  }

  @Test func theNextNumberIsShownBeforeItIsTaken() async throws {
    try await withBooks { books, clock in
      let act = TakeNumber(for: RecordReference(code: "example", number: 9), .incoming, arrivedAt: clock.now)
      let preview = { () async throws in
        try await books.database.read { try act.preview(by: Cast.registryClerk, in: $0)?.number }
      }
      #expect(try await preview() == 1)
      try await books.take(1)
      #expect(try await preview() == 2)
    }
  }

  @Test func openingOfTheBookIsInTheAudit() async throws {
    try await withBooks { books, _ in
      let taken = try await books.take(1)
      #expect(try await books.story(of: .register(taken.book)) == ["mở Sổ đăng ký văn bản đến năm 2026"])
    }
  }
}

@Suite("DEN-08 ranh giới năm") struct YearBoundaryTests {
  /// 23:59:59 on 31/12/2026 in Viet Nam.
  let lastSecond = Instant(Day(number: 20_818), hour: 23, minute: 59, second: 59)
  /// 00:00 on 01/01/2027 in Viet Nam.
  let newYear = Instant(Day(number: 20_819))

  @Test func theInstantsAreThoseOfTheCalendar() {
    #expect(lastSecond.isoText == "2026-12-31T23:59:59+07:00")
    #expect(newYear.isoText == "2027-01-01T00:00:00+07:00")
    #expect(newYear.milliseconds == 1_798_736_400_000)
  }

  @Test func theYearIsThatOfArrivalInVietnameseTime() async throws {
    try await withBooks(at: lastSecond) { books, clock in
      let old = try await books.take(1)
      clock.set(newYear)
      let new = try await books.take(2)
      #expect((old.year, old.number) == (2026, 1))
      #expect((new.year, new.number) == (2027, 1))
    }
  }

  @Test func aLatePaperGetsTheOldBooksNextNumberUntilTheClerkClosesIt() async throws {
    try await withBooks(at: lastSecond) { books, clock in
      let old = try await books.take(1)
      clock.set(newYear + .seconds(86_400))
      try await books.take(2)
      let late = try await books.take(3, arrivedAt: lastSecond)
      #expect((late.year, late.number) == (2026, 2))
      try await books.close(books.book(old.book))
      let tooLate = try await books.take(4, arrivedAt: lastSecond)
      #expect((tooLate.year, tooLate.number) == (2027, 2))
      let entry = try await books.database.read {
        try NumberStore($0).entry(of: RecordReference(code: "example", number: 4))
      }
      #expect(entry?.day == lastSecond.day)
    }
  }

  @Test func aYearWithoutABookIsNotOpenedAfterwards() async throws {
    try await withBooks(at: newYear) { books, _ in
      let taken = try await books.take(1, arrivedAt: lastSecond)
      #expect((taken.year, taken.number) == (2027, 1))
      #expect(try await books.all().map(\.year) == [2027])
    }
  }

  @Test func aBookIsClosedOnceByTheClerkAfterItsYear() async throws {
    try await withBooks(at: lastSecond) { books, clock in
      let taken = try await books.take(1)
      let book = try await books.book(taken.book)
      await #expect(throws: Refusal.self) { try await books.close(book) }
      clock.set(newYear)
      await #expect(throws: Refusal.self) { try await books.close(book, by: Cast.leader) }
      try await books.close(book)
      await #expect(throws: Refusal.self) { try await books.close(book) }
      let story = try await books.story(of: .register(book.id))
      #expect(story.first == "khóa Sổ đăng ký văn bản đến năm 2026 ở số 1")
    }
  }
}
