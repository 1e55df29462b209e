import Database
import Documents
import Jobs
import Kernel
import Notifications
import Organization
import TestSupport
import Testing
import Work
import WorkCalendar

@testable import IncomingDocuments

/// Thursday 05/11/2026, 08:30.
private let today = TestClock().now.day

@Suite("DEN-02 DEN-10 DEN-14 nhắc hạn, báo chậm, đôn đốc theo quy tắc") struct RemindingTests {
  @Test("a holder is told before, on and after the day, each once, however often the job runs") func reminding()
    async throws
  {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let id = try await database.register().id
      try await database.direct(id, due: today + 8)
      var told: [[NotificationEvent]] = []
      for day in 0...10 {
        clock.set(Instant(today + day, hour: 9))
        for _ in 0..<2 { try await database.write { try RemindOfDeadlines.remind(in: $0) } }
        told.append(try await database.events(of: Cast.unitHead).filter { $0 != .workGiven })
      }
      // Friday the 13th is the last day: reminded on Wednesday, on the day, and after it.
      #expect(told[5] == [] && told[6] == [.deadlineNears])
      #expect(told[8] == [.deadlineToday, .deadlineNears])
      #expect(told[9] == [.deadlinePassed, .deadlineToday, .deadlineNears] && told[10] == told[9])
      let words = try await database.read {
        try NotificationStore($0).list(of: Cast.unitHead, page: .newest, limit: 1).map(\.words)
      }
      #expect(words == ["hạn \((today + 8).textWithWeekday)"])
    }
  }

  @Test("another deadline is reminded of anew; what is done is not") func movedAndDone() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let (id, other) = (try await database.register().id, try await database.register(.example(number: "9")).id)
      for one in [id, other] { try await database.direct(one, due: today) }
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      let done = try await database.item(of: other, held: .unit(ExampleBody.mineralsUnit))
      try await database.write { transaction in
        try SetDeadline(item.id, on: id, due: today + 1, reason: "Chờ số liệu").perform(
          by: Cast.leader, in: transaction)
        try CompleteWork(done.id, on: other, result: "Xong").perform(by: Cast.unitHead, in: transaction)
      }
      clock.set(Instant(today + 2, hour: 9))
      try await database.write { try RemindOfDeadlines.remind(in: $0) }
      #expect(try await database.events(of: Cast.unitHead).filter { $0 == .deadlinePassed }.count == 1)
    }
  }

  @Test("a new day off is told to whose deadline falls on it, and to nobody else") func daysOff() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let friday = today + 8
      let (id, other) = (try await database.register().id, try await database.register(.example(number: "9")).id)
      try await database.direct(id, due: friday)
      try await database.direct(other, due: friday + 3)
      clock.advance(by: .seconds(60))
      try await database.write {
        try MarkCalendarDays(
          agency: Cast.administrator.agency, first: friday, last: friday, kind: .off, name: "Nghỉ theo thông báo",
          formVersion: 0
        ).perform(by: Cast.administrator, in: $0)
      }
      // Given knowing the new calendar.
      let late = try await database.register(.example(number: "10")).id
      clock.advance(by: .seconds(60))
      try await database.direct(late, due: friday)
      for _ in 0..<2 { try await database.write { try RemindOfDeadlines.tellDaysOff(in: $0) } }
      #expect(try await database.events(of: Cast.unitHead).filter { $0 == .deadlineOnDayOff }.count == 1)
      #expect(try await database.read { try CalendarChangeStore($0).waitingForJob() } == [])
    }
  }

  @Test("what is not presented in time is told to the registry once; urgent after its minutes") func registry()
    async throws
  {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let agency = Cast.registryClerk.agency
      let usual = try await database.register().id
      var facts = IncomingFacts.example(number: "9")
      facts.urgency = .express
      _ = try await database.register(facts)
      func told() async throws -> Int {
        try await database.write { transaction in
          for late in try RemindRegistry.late(in: agency, transaction) { try RemindRegistry.tell(late, transaction) }
        }
        return try await database.events(of: Cast.registryClerk).filter { $0 == .registryClock }.count
      }
      clock.advance(by: .seconds(14 * 60))
      #expect(try await told() == 0)
      clock.advance(by: .seconds(61))
      #expect(try await told() == 1, "the urgent one")
      clock.set(Instant(today + 1, hour: 23, minute: 59))
      #expect(try await told() == 1)
      clock.set(Instant(today + 2))
      #expect(try await told() == 2, "the usual one, at the end of the next working day")
      #expect(try await told() == 2)
      try await database.write {
        _ = try PresentIncomingDocument(usual, to: [Cast.leader.post]).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(
        try await database.read { try RemindRegistry.late(in: agency, $0) }.count == 1, "only the urgent one waits")
    }
  }

  @Test("presenting in time, late, and not yet: each figure is the length of its list") func presentingFates()
    async throws
  {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let inTime = try await database.register().id
      let late = try await database.register(.example(number: "9")).id
      var facts = IncomingFacts.example(number: "10")
      facts.urgency = .urgent
      let urgent = try await database.register(facts).id
      func present(_ id: IncomingDocument.ID) async throws {
        try await database.write {
          _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: Cast.registryClerk, in: $0)
        }
      }
      func lists(_ words: String = "") async throws -> [RegistryFate.Outcome: Set<IncomingDocument.ID>] {
        try await database.lists(.present, words)
      }
      clock.set(Instant(today + 1, hour: 23, minute: 59))
      try await present(inTime)
      try await present(urgent)
      #expect(try await lists() == [.onTime: [inTime], .late: [urgent]])
      clock.set(Instant(today + 2))
      #expect(try await lists() == [.onTime: [inTime], .late: [urgent], .waitingLate: [late]])
      #expect(try await lists("đá vôi")[.waitingLate] == [late], "with words too")
      try await present(late)
      #expect(try await lists() == [.onTime: [inTime], .late: [urgent, late]])
      clock.set(Instant(today + 40))
      #expect(try await lists().isEmpty, "a month is looked at")
    }
  }

  @Test("what was sent and not received is told to whom it was sent, once; of what is urgent to the registry too")
  func transfers() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let agency = Cast.registryClerk.agency
      let usual = try await database.register().id
      var facts = IncomingFacts.example(number: "9")
      facts.urgency = .express
      let urgent = try await database.register(facts).id
      for id in [usual, urgent] { try await database.direct(id, due: today + 8) }
      func told(_ actor: Actor) async throws -> Int {
        try await database.write { transaction in
          for late in try RemindRegistry.late(in: agency, transaction) { try RemindRegistry.tell(late, transaction) }
        }
        return try await database.events(of: actor).filter { $0 == .workUnaccepted }.count
      }
      clock.advance(by: .seconds(14 * 60))
      #expect(try await told(Cast.unitHead) == 0)
      clock.advance(by: .seconds(61))
      #expect(try await told(Cast.unitHead) == 1, "the urgent one")
      #expect(try await told(Cast.registryClerk) == 1)
      try await database.accept(urgent)
      clock.set(Instant(today + 2) - .milliseconds(1))
      #expect(try await told(Cast.unitHead) == 1)
      clock.set(Instant(today + 2))
      #expect(try await told(Cast.unitHead) == 2, "once")
      #expect(try await told(Cast.registryClerk) == 1, "and only the unit")
      #expect(try await database.lists(.transfer) == [.late: [urgent], .waitingLate: [usual]])
      try await database.accept(usual)
      #expect(try await database.lists(.transfer) == [.late: [usual, urgent]])
    }
  }

  @Test("a directive on paper waits from its own day; what was taken back was never transferred") func paperDay()
    async throws
  {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let (inTime, late) = (try await database.register().id, try await database.register(.example(number: "9")).id)
      let recalled = try await database.register(.example(number: "10")).id
      clock.set(Instant(today + 4, hour: 9))
      for (id, day) in [(inTime, today + 1), (late, today)] {
        try await database.write {
          var act = GiveDirective(id, text: "Giao", places: [.init(minerals, .lead)], keyedFor: Cast.leader.post)
          act.writtenOn = day
          _ = try act.perform(by: Cast.registryClerk, in: $0)
        }
        try await database.accept(id)
      }
      // Written on Thursday: to be received by the end of Friday; on Friday: by the end of Monday.
      try await database.direct(recalled, due: today + 8)
      let item = try await database.item(of: recalled, held: .unit(ExampleBody.mineralsUnit))
      _ = try await database.write {
        try RecallWork(item.id, on: recalled, reason: "Nhầm").perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.lists(.transfer) == [.onTime: [inTime], .late: [late]])
      for (day, field) in [(today - 1, "ngày đến"), (today + 5, "sau hôm nay")] {
        let refusal = try await database.refusal {
          var act = GiveDirective(inTime, text: "Giao", places: [], keyedFor: Cast.leader.post)
          act.writtenOn = day
          _ = try act.perform(by: Cast.registryClerk, in: $0)
        }
        #expect(refusal?.message.contains(field) == true)
      }
    }
  }

  @Test("registering is measured from the day of arrival") func registeringFates() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      clock.set(Instant(today + 2, hour: 9))
      let late = try await database.register(.example(day: today)).id
      let inTime = try await database.register(.example(number: "9", day: today + 1)).id
      var facts = IncomingFacts.example(number: "10", day: today + 1)
      facts.urgency = .urgent
      let urgent = try await database.register(facts).id
      #expect(try await database.lists(.register) == [.onTime: [inTime], .late: [late, urgent]])
    }
  }

  @Test("by rule each level once, counted with what was urged by hand; without a rule nobody") func urging()
    async throws
  {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let agency = Cast.leader.agency
      let id = try await database.register().id
      try await database.direct(id, due: today)
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      func urge() async throws -> [String] {
        try await database.write { transaction in
          for due in try UrgeByRule.due(in: agency, transaction) {
            try UrgeByRule.urge(due.item, in: agency, transaction)
          }
        }
        return try await database.read { transaction in
          try WorkUrgingStore(transaction).list(of: .incomingDocument(id)).map {
            "\($0.level.rawValue) \($0.ordinal) \($0.isByRule)"
          }
        }
      }
      clock.set(Instant(today + 5, hour: 9))
      #expect(try await urge() == [], "no rule")
      try await database.write { transaction in
        try SetDeadlineRules(
          agency: agency, rules: DeadlineRules(remindAfter: 1, criticizeAfter: 5, reviewAfter: 10), formVersion: 0
        ).perform(by: Cast.administrator, in: transaction)
      }
      #expect(try await urge() == ["remind 1 true"])
      #expect(try await urge() == ["remind 1 true"], "once")
      try await database.write {
        _ = try UrgeWork(item.id, on: id, level: .remind, text: "").perform(by: Cast.leader, in: $0)
      }
      // Eleven working days late (24/11 is off): both graver levels were reached meanwhile, the gravest is said.
      clock.set(Instant(today + 18, hour: 9))
      #expect(try await urge() == ["remind 1 true", "remind 2 false", "review 3 true"])
      clock.set(Instant(today + 60, hour: 9))
      #expect(try await urge().count == 3)
      #expect(try await database.events(of: Cast.unitHead).filter { $0 == .workUrged }.count == 3)
    }
  }
}

extension Database {
  fileprivate func direct(_ id: IncomingDocument.ID, due: Day) async throws {
    try await write {
      _ = try GiveDirective(id, text: "Giao", places: [.init(minerals, .lead, due: due)]).perform(
        by: Cast.leader, in: $0)
    }
  }

  fileprivate func accept(_ id: IncomingDocument.ID) async throws {
    let item = try await item(of: id, held: .unit(ExampleBody.mineralsUnit))
    try await write { try AcceptWork(item.id, on: id).perform(by: Cast.unitHead, in: $0) }
  }

  fileprivate func events(of actor: Actor) async throws -> [NotificationEvent] {
    try await read { try NotificationStore($0).list(of: actor, page: .newest, limit: 50).map(\.event) }
  }
}
