import Audit
import Database
import Documents
import Kernel
import Notifications
import Organization
import TestSupport
import Testing
import WorkCalendar

@testable import IncomingDocuments

/// Thursday 05/11/2026, 08:30.
private let today = TestClock().now.day

@Suite("DEN-06 báo nhận cho nơi gửi trong ngày") struct ReceptionNoticeTests {
  private func facts(_ number: String, _ channel: ArrivalChannel, on day: Day = today) -> IncomingFacts {
    var facts = IncomingFacts.example(number: number, day: day)
    facts.channel = channel
    return facts
  }

  @Test("owed for what came electronically, until it is noted; nothing for paper") func owed() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let mail = try await database.register(facts("1", .email)).id
      let packet = try await database.register(facts("2", .packet)).id
      let paper = try await database.register(facts("3", .paper)).id
      func owed() async throws -> [IncomingDocument.ID] {
        try await database.read { transaction in
          let store = IncomingDocumentStore(transaction)
          let list = try store.unacknowledged(visibleTo: Cast.registryClerk).map(\.id)
          #expect(try store.unacknowledgedCountLater(visibleTo: Cast.registryClerk).get() == list.count)
          return list
        }
      }
      #expect(try await owed() == [mail, packet])
      try await database.write {
        try AcknowledgeReceipt(document: mail, on: today, way: .email).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await owed() == [packet])
      let story = try await database.read { try AuditStore($0).story(of: .incomingDocument(mail), limit: 1) }
      #expect(story.first?.sentence?.hasSuffix("báo nhận cho nơi gửi ngày \(today.text), qua Thư điện tử") == true)
      for (id, reason) in [(mail, "đã ghi báo nhận"), (paper, "không nợ báo nhận")] {
        let refusal = try await database.refusal {
          try AcknowledgeReceipt(document: id, on: today, way: .axis).perform(by: Cast.registryClerk, in: $0)
        }
        #expect(refusal?.message.contains(reason) == true)
      }
      #expect(try await database.lists(.acknowledge) == [.onTime: [mail], .waiting: [packet]])
      clock.set(Instant(today + 1))
      #expect(try await database.lists(.acknowledge) == [.onTime: [mail], .waiting: [packet], .waitingLate: [packet]])
      try await database.write {
        try AcknowledgeReceipt(document: packet, on: today + 1, way: .phone).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await database.lists(.acknowledge) == [.onTime: [mail], .late: [packet]])
    }
  }

  @Test("the day lies between arrival and today; only the registry of the agency notes it") func refused() async throws
  {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let id = try await database.register(facts("1", .email)).id
      clock.set(Instant(today + 1, hour: 9))
      for (day, reason) in [(today - 1, "trước ngày đến"), (today + 2, "sau hôm nay")] {
        let refusal = try await database.refusal {
          try AcknowledgeReceipt(document: id, on: day, way: .email).perform(by: Cast.registryClerk, in: $0)
        }
        #expect(refusal?.message.contains(reason) == true)
      }
      for actor in [Cast.leader, Cast.headOfOffice] {
        let refusal = try await database.refusal {
          try AcknowledgeReceipt(document: id, on: today, way: .email).perform(by: actor, in: $0)
        }
        #expect(refusal?.kind == .forbidden)
      }
      for actor in [Cast.officerOfAnotherUnit, Cast.officerOfAnotherAgency] {
        let refusal = try await database.refusal {
          try AcknowledgeReceipt(document: id, on: today, way: .email).perform(by: actor, in: $0)
        }
        #expect(refusal?.kind == .notFound)
      }
    }
  }

  @Test("a corrected channel is followed") func corrected() async throws {
    try await withRegistry { database in
      let id = try await database.register(facts("1", .email)).id
      for (channel, count) in [(ArrivalChannel.byHand, 0), (.packet, 1)] {
        let version = try await database.find(id).version
        try await database.write { [facts = facts("1", channel)] in
          try CorrectIncomingDocument(id, facts: facts, reason: "Ghi nhầm", formVersion: version).perform(
            by: Cast.registryClerk, in: $0)
        }
        #expect(try await database.count("reception_notices") == count)
      }
    }
  }

  @Test("the registry is reminded once, before the office closes") func reminded() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let agency = Cast.registryClerk.agency
      let id = try await database.register(facts("1", .email)).id
      func told() async throws -> [String] {
        try await database.write { transaction in
          for late in try RemindRegistry.late(in: agency, transaction) { try RemindRegistry.tell(late, transaction) }
        }
        return try await database.read {
          try NotificationStore($0).list(of: Cast.registryClerk, page: .newest, limit: 9).map(\.words)
        }
      }
      clock.set(Instant(today, hour: 15, minute: 59))
      #expect(try await told() == [])
      clock.set(Instant(today, hour: 16))
      #expect(try await told() == ["báo nhận trong ngày"])
      // What comes later than that is reminded of when it has stood for a while.
      let late = try await database.register(facts("2", .email)).id
      #expect(try await told().count == 1)
      clock.advance(by: .seconds(15 * 60))
      #expect(try await told().count == 2)
      for one in [id, late] {
        try await database.write {
          try AcknowledgeReceipt(document: one, on: today, way: .email).perform(by: Cast.registryClerk, in: $0)
        }
      }
      clock.set(Instant(today + 3))
      #expect(
        try await database.read { try RemindRegistry.late(in: agency, $0) }.filter { $0.step == .acknowledge }.isEmpty)
    }
  }
}
