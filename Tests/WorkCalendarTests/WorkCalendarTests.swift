import Kernel
import Testing

@testable import WorkCalendar

private let calendar = WorkCalendar(years: CalendarYear.known)

private func day(_ text: String) throws -> Day {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  return try #require(Day(year: parts[2], month: parts[1], day: parts[0]))
}

@Suite("Working days") struct WorkingDayTests {
  @Test("a year has as many working days as its notice leaves", arguments: [(2025, 250), (2026, 249)])
  func yearsAreCounted(year: Int, count: Int) { #expect(calendar.year(year).workingDayCount == count) }

  struct Vector: Sendable, CustomTestStringConvertible {
    var from: String
    var term: Term
    var due: String
    var testDescription: String { "\(from) + \(term) = \(due)" }
  }

  static let vectors = [
    Vector(from: "05/11/2026", term: .workingDays(1), due: "06/11/2026"),
    Vector(from: "06/11/2026", term: .workingDays(1), due: "09/11/2026"),
    Vector(from: "07/11/2026", term: .workingDays(1), due: "09/11/2026"),
    Vector(from: "23/11/2026", term: .workingDays(1), due: "25/11/2026"),
    Vector(from: "20/11/2026", term: .workingDays(2), due: "25/11/2026"),
    Vector(from: "13/02/2026", term: .workingDays(1), due: "23/02/2026"),
    Vector(from: "12/02/2026", term: .workingDays(3), due: "24/02/2026"),
    Vector(from: "09/01/2026", term: .workingDays(1), due: "10/01/2026"),
    Vector(from: "31/12/2025", term: .workingDays(1), due: "05/01/2026"),
    Vector(from: "24/04/2026", term: .workingDays(1), due: "28/04/2026"),
    Vector(from: "24/04/2026", term: .workingDays(5), due: "06/05/2026"),
    Vector(from: "28/08/2026", term: .workingDays(1), due: "03/09/2026"),
    Vector(from: "21/08/2026", term: .workingDays(1), due: "22/08/2026"),
    Vector(from: "25/10/2026", term: .days(30), due: "25/11/2026"),
    Vector(from: "03/07/2026", term: .days(60), due: "03/09/2026"),
    Vector(from: "03/01/2026", term: .days(7), due: "10/01/2026"),
    Vector(from: "30/11/2026", term: .months(3), due: "01/03/2027"),
    Vector(from: "30/04/2025", term: .months(12), due: "04/05/2026"),
    Vector(from: "29/02/2024", term: .months(12), due: "28/02/2025"),
  ]

  @Test("terms end at 24:00 of the day that the Civil Code gives", arguments: vectors)
  func termsEnd(vector: Vector) throws {
    let start = Instant(try day(vector.from), hour: 16)
    #expect(calendar.due(vector.term, from: start) == Instant(try day(vector.due) + 1))
    #expect(Deadline(due: calendar.due(vector.term, from: start)).lastDay.text == vector.due)
  }

  @Test("QD-05 what is signed in the afternoon is sent by the end of the next working morning") func morningRule()
    throws
  {
    let due = calendar.due(.nextMorning, from: Instant(try day("06/11/2026"), hour: 16))
    #expect(due == Instant(try day("09/11/2026"), hour: 12))
  }

  @Test(
    "a half day off counts as a working day in every term; only the one rule of the morning looks at it",
    arguments: [CalendarYear.Mark.Kind.morningOff, .afternoonOff])
  func halfDaysCount(kind: CalendarYear.Mark.Kind) throws {
    let monday = try day("09/11/2026")
    var marks = calendar.year(2026).marks
    marks[monday] = .init(kind, name: "Họp toàn cơ quan")
    let halved = WorkCalendar(years: [CalendarYear(2026, marks: marks, isConfirmed: true)])
    #expect(halved.isWorkingDay(monday))
    #expect(halved.year(2026).workingDayCount == calendar.year(2026).workingDayCount)
    for vector in Self.vectors where vector.from.hasSuffix("2026") && vector.due.hasSuffix("2026") {
      let start = Instant(try day(vector.from), hour: 16)
      #expect(halved.due(vector.term, from: start) == calendar.due(vector.term, from: start), "\(vector)")
    }
    #expect(halved.workingDays(after: monday - 3, through: monday) == 1)
    let sent = halved.due(.nextMorning, from: Instant(monday - 3, hour: 16))
    #expect(sent == Instant(monday, hour: kind == .morningOff ? 17 : 12))
  }

  @Test("a date that a leader chose stays, also on a day off") func chosenDayStays() throws {
    #expect(calendar.lastDay(of: .on(try day("24/11/2026")), from: try day("20/11/2026")).text == "24/11/2026")
  }

  @Test("hours run from the moment") func hoursRun() throws {
    let start = Instant(try day("06/11/2026"), hour: 16, minute: 20)
    #expect(calendar.due(.hours(48), from: start).text == "16:20 08/11/2026")
  }
}

@Suite("Lunar calendar") struct LunarCalendarTests {
  @Test(
    "the two holidays fall where the official calendar has them",
    arguments: [
      (1985, "21/01/1985", ""), (2024, "10/02/2024", "18/04/2024"), (2025, "29/01/2025", "07/04/2025"),
      (2026, "17/02/2026", "26/04/2026"), (2027, "06/02/2027", "16/04/2027"), (2028, "26/01/2028", "04/04/2028"),
      (2029, "13/02/2029", "23/04/2029"), (2030, "02/02/2030", "12/04/2030"), (2031, "23/01/2031", "01/04/2031"),
      (2032, "11/02/2032", "19/04/2032"), (2033, "31/01/2033", "09/04/2033"), (2034, "19/02/2034", "28/04/2034"),
      (2035, "08/02/2035", "17/04/2035"),
    ])
  func holidaysFall(year: Int, newYear: String, hungKings: String) {
    #expect(LunarCalendar.newYear(of: year)?.text == newYear)
    if !hungKings.isEmpty { #expect(LunarCalendar.hungKings(of: year)?.text == hungKings) }
  }

  @Test("a year without a notice follows the rules and says so") func provisionalYear() throws {
    let year = CalendarYear.provisional(2027)
    #expect(!year.isConfirmed)
    let off = year.days.map(\.day.text)
    for text in [
      "01/01", "05/02", "08/02", "09/02", "10/02", "11/02", "16/04", "30/04", "03/05", "02/09", "03/09", "24/11",
    ] {
      #expect(off.contains("\(text)/2027"), "\(text) is off in 2027")
    }
    #expect(off.count == 12)
  }

  @Test("2026 as the rules give it differs from its notice only by the swapped days") func rulesAgreeWithNotice() throws
  {
    let (rules, notice) = (CalendarYear.provisional(2026), calendar.year(2026))
    let swapped = Set(rules.marks.keys).symmetricDifference(notice.marks.keys).map(\.text).sorted()
    #expect(swapped == ["02/01/2026", "10/01/2026", "22/08/2026", "31/08/2026"])
  }
}

extension WorkingDayTests {
  @Test("working days of a span are those of its days, over swapped, entered and provisional years")
  func spansAgreeWithDays() throws {
    let first = try #require(Day(year: 2024, month: 12, day: 20))
    for start in stride(from: first.number, to: first.number + 1_400, by: 17) {
      for length in [1, 2, 6, 7, 13, 90, 400] {
        let (from, to) = (Day(number: start), Day(number: start + length))
        let counted = (from.number + 1...to.number).count { calendar.isWorkingDay(Day(number: $0)) }
        #expect(calendar.workingDays(after: from, through: to) == counted, "\(from.text) \(to.text)")
      }
    }
  }
}

@Suite("Timeliness") struct TimelinessTests {
  private let deadline = Deadline(due: Instant(Day(number: 20_780) + 1), since: Instant(Day(number: 20_773)))

  @Test("a deadline is seen as far, near, past, met or missed") func lights() throws {
    let last = deadline.lastDay
    #expect(last.weekday <= 5)
    let warned = calendar.warns(of: deadline)
    #expect(calendar.workingDays(after: warned.day, through: last) == 1)
    let before = deadline.due - .milliseconds(1)
    #expect(calendar.timeliness(of: nil, now: before) == .noDeadline)
    #expect(calendar.timeliness(of: deadline, now: warned - .milliseconds(1)) == .onTrack)
    #expect(calendar.timeliness(of: deadline, now: warned) == .dueSoon)
    #expect(calendar.timeliness(of: deadline, now: before) == .dueSoon)
    #expect(calendar.timeliness(of: deadline, now: deadline.due) == .overdue)
    #expect(calendar.timeliness(of: deadline, doneAt: before, now: deadline.due) == .doneOnTime)
    #expect(calendar.timeliness(of: deadline, doneAt: deadline.due, now: deadline.due) == .doneLate)
  }

  @Test(
    "what is left is told in working days",
    arguments: [
      ("18/11/2026", "còn 4 ngày làm việc"), ("24/11/2026", "còn 1 ngày làm việc"), ("25/11/2026", "hết hôm nay"),
      ("26/11/2026", "quá hạn 1 ngày làm việc"), ("01/12/2026", "quá hạn 4 ngày làm việc"),
    ])
  func whatIsLeft(now: String, text: String) throws {
    let deadline = Deadline(due: Instant(try day("25/11/2026") + 1))
    #expect(calendar.left(until: deadline, now: Instant(try day(now), hour: 9)) == text)
  }
}
