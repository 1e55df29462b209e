import Audit
import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import Notifications

/// Runs `body` on a database that holds the example body and what it is told.
func withNotifications<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  try await withDatabase(
    AuditMigrations.all + OrganizationMigrations.all + NotificationsMigrations.all, clock: clock
  ) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

let paper = RecordReference(code: "paper", number: 7)

extension Database {
  func tell(
    _ event: NotificationEvent, _ principals: [Principal], by actor: Actor? = nil, source: Int64 = 0,
    on subject: RecordReference = paper
  ) async throws {
    try await write {
      try Notifications.tell(event, principals, on: subject, "lý do", by: actor, source: source, in: $0)
    }
  }

  func unread(_ actor: Actor) async throws -> Int {
    try await read { try NotificationStore($0).unreadCount(of: actor, cap: 100) }
  }

  func told(_ actor: Actor) async throws -> [Notification] {
    try await read { try NotificationStore($0).list(of: actor, page: .newest, limit: 100) }
  }
}

@Suite("Thông báo: ai được báo, ai đã đọc") struct NotificationsTests {
  @Test("a desk is told once and each of its people reads for themselves") func readingIsPersonal() async throws {
    try await withNotifications { database in
      try await database.tell(.workGiven, [.unit(ExampleBody.mineralsUnit)], by: Cast.leader)
      #expect(try await database.unread(Cast.unitHead) == 1)
      #expect(try await database.unread(Cast.unitClerk) == 1)
      #expect(try await database.unread(Cast.officerInCharge) == 0, "an officer is no part of the desk")
      #expect(try await database.unread(Cast.officerOfAnotherUnit) == 0)
      let told = try #require(try await database.told(Cast.unitHead).first)
      #expect(told.tellerName == Cast.leader.personName && told.words == "lý do" && !told.isRead)
      try await database.write { _ = try ReadNotification(told.id).perform(by: Cast.unitHead, in: $0) }
      #expect(try await database.unread(Cast.unitHead) == 0)
      #expect(try await database.told(Cast.unitHead).map(\.isRead) == [true])
      #expect(try await database.unread(Cast.unitClerk) == 1)
      await #expect(throws: Refusal.self, "not told to them") {
        try await database.write { _ = try ReadNotification(told.id).perform(by: Cast.officerOfAnotherUnit, in: $0) }
      }
    }
  }

  @Test("who acts is not told of their own act, at their post or at their desk") func ownActs() async throws {
    try await withNotifications { database in
      try await database.tell(
        .workGiven, [.post(Cast.unitHead.post), .unit(ExampleBody.mineralsUnit)], by: Cast.unitHead)
      #expect(try await database.unread(Cast.unitHead) == 0)
      #expect(try await database.told(Cast.unitHead) == [])
      #expect(try await database.unread(Cast.unitClerk) == 1)
    }
  }

  @Test("all is read at once, and what comes later is new") func readingAll() async throws {
    let clock = TestClock()
    try await withNotifications(clock: clock) { database in
      let person = Cast.officerInCharge
      for _ in 0..<3 {
        try await database.tell(.workGiven, [.post(person.post)])
        clock.advance(by: .seconds(50))
      }
      #expect(try await database.unread(person) == 3)
      try await database.write { try ReadAllNotifications().perform(by: person, in: $0) }
      #expect(try await database.unread(person) == 0)
      #expect(try await database.told(person).allSatisfy(\.isRead))
      clock.advance(by: .seconds(1))
      try await database.tell(.workUrged, [.post(person.post)])
      #expect(try await database.unread(person) == 1)
      #expect(try await database.told(person).map(\.event) == [.workUrged, .workGiven, .workGiven, .workGiven])
      clock.advance(by: .seconds(400 * 86_400))
      try await database.write { try NotificationStore($0).prune(toldBefore: $0.now - .seconds(86_400)) }
      #expect(try await database.told(person) == [])
    }
  }

  @Test("what is taken back within the time of undo was never told", arguments: [13, 14])
  func takingBack(seconds: Int) async throws {
    let clock = TestClock()
    try await withNotifications(clock: clock) { database in
      try await database.tell(.workGiven, [.unit(ExampleBody.mineralsUnit)], by: Cast.leader, source: 42)
      try await database.tell(.workGiven, [.unit(ExampleBody.mineralsUnit)], by: Cast.leader, source: 43)
      clock.advance(by: .seconds(seconds))
      try await database.write { try Notifications.takeBack(sources: [42], on: paper, in: $0) }
      #expect(try await database.unread(Cast.unitHead) == (seconds <= 13 ? 1 : 2))
    }
  }

  @Test("a list goes on by key, and a destroyed record is forgotten") func pages() async throws {
    try await withNotifications { database in
      let person = Cast.officerInCharge
      for number in 1...7 {
        try await database.tell(
          .workGiven, [.post(person.post)], on: RecordReference(code: "paper", number: Int64(number)))
      }
      let (first, rest) = try await database.read { transaction in
        let store = NotificationStore(transaction)
        let first = try store.list(of: person, page: .newest, limit: 4)
        return (first, try store.list(of: person, page: .before(first[3].id.number), limit: 4))
      }
      #expect((first + rest).map(\.subject.number) == [7, 6, 5, 4, 3, 2, 1])
      try await database.write { try Notifications.forget(paper, in: $0) }
      #expect(try await database.unread(person) == 6)
    }
  }

  @Test("kinds have codes of their own, and a kind that is gone is still told of") func kinds() {
    #expect(Set(NotificationEvent.all.map(\.code)).count == NotificationEvent.all.count)
    for event in NotificationEvent.all { #expect(NotificationEvent(storedCode: event.code) == event) }
    #expect(NotificationEvent(storedCode: "old.kind").mail == .none)
  }
}
