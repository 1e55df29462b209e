import Audit
import Database
import Documents
import Exchange
import IncomingDocuments
import Kernel
import Notifications
import Organization
import TestSupport
import Testing
import Work

@testable import OutgoingDocuments

@Suite("DI-15 hạn trả lời") struct OpenLoopTests {
  /// A letter that asks an agency below, a place outside and a unit to answer in a week.
  private func ask(_ database: any Database) async throws -> (id: OutgoingDocument.ID, code: String) {
    let id = try await database.numberReady {
      $0.facts.replyDueDate = $0.facts.issuedDate + 7
      $0.recipients = ["Cục Địa chất miền Bắc", "Sở Xây dựng tỉnh Cẩm Giang", "Vụ Pháp chế"]
    }
    try await database.issue(id)
    return (id, try await database.find(id).codeText)
  }

  private func requests(_ id: OutgoingDocument.ID, _ database: any Database) async throws -> [ReplyRequest] {
    try await database.read { try ReplyRequestStore($0).ofLater(id.number).get() }
  }

  private func unread(_ actor: Actor, _ database: any Database) async throws -> Int {
    try await database.read { try NotificationStore($0).unreadCountLater(of: actor, cap: 20).get() }
  }

  /// The agency below writes back.
  private func answer(_ subject: String, _ database: any Database) async throws -> OutgoingDocument.ID {
    let id = try await database.numberReady(by: Cast.clerkOfAnotherAgency) {
      $0.facts.subject = subject
      $0.facts.unit = Cast.officerOfAnotherAgency.unit
      $0.recipients = [Cast.registryClerk.agencyName]
    }
    try await database.issue(id, by: Cast.clerkOfAnotherAgency)
    return id
  }

  @Test("who only gets to know is asked nothing, urged by nobody, and told so") func informed() async throws {
    try await withDesk { database in
      let id = try await database.numberReady {
        $0.facts.replyDueDate = $0.facts.issuedDate + 7
        ($0.recipients, $0.informed) = (["Cục Địa chất miền Bắc"], ["Vụ Pháp chế", "Cục Địa chất miền Bắc"])
      }
      try await database.issue(id)
      #expect(try await database.recipients(of: id).map(\.isInformed) == [false, true])
      #expect(try await requests(id, database).map(\.name) == ["Cục Địa chất miền Bắc"])
      let events = try await database.read {
        try NotificationStore($0).list(of: Cast.headOfTwo, page: .newest, limit: 1).map(\.event)
      }
      #expect(events == [.workToRead])
    }
  }

  @Test("nobody is noted as urged when all who are silent are outside") func urgesNobody() async throws {
    try await withDesk { database in
      let id = try await database.numberReady {
        $0.facts.replyDueDate = $0.facts.issuedDate + 7
        $0.recipients = ["Sở Xây dựng tỉnh Cẩm Giang"]
      }
      try await database.issue(id)
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try UrgeReplies(id).perform(by: Cast.registryClerk, in: $0) }
      }
      #expect(try await requests(id, database).map(\.urgedCount) == [0])
    }
  }

  @Test("the answer of an agency below closes its loop when it is issued; sent back, it is open again")
  func closesInside() async throws {
    try await withDesk { database in
      let (id, code) = try await ask(database)
      #expect(try await requests(id, database).map(\.isOpen) == [true, true, true])
      let reply = try await answer("Trả lời Công văn số \(code)", database)
      var first = try #require(try await requests(id, database).first)
      let answered = try await database.find(reply, as: Cast.clerkOfAnotherAgency)
      #expect(first.answer?.pairing == .cited && first.answer?.text.hasPrefix(answered.codeText) == true)
      #expect(!first.isLate(today: answered.facts.issuedDate))
      #expect(try await requests(id, database).dropFirst().allSatisfy(\.isOpen))
      let packet = try await database.packet(of: reply)
      try await database.write {
        _ = try ReturnPacket(packet.id, reason: "thiếu phụ lục").perform(by: Cast.registryClerk, in: $0)
      }
      first = try #require(try await requests(id, database).first)
      #expect(first.isOpen)
    }
  }

  @Test("undoing the issue opens it again, and takes back what was asked") func undoes() async throws {
    try await withDesk { database in
      let (id, code) = try await ask(database)
      let reply = try await answer("Trả lời Công văn số \(code)", database)
      _ = try await database.write { try UndoIssue(reply).perform(by: Cast.clerkOfAnotherAgency, in: $0) }
      #expect(try await requests(id, database).allSatisfy(\.isOpen))
      _ = try await database.write { try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await requests(id, database).isEmpty)
    }
  }

  @Test("what comes from outside is paired as it is registered, by the number it cites") func closesOutside()
    async throws
  {
    try await withDesk { database in
      let known = Cast.registryClerk
      try await database.write {
        _ = try AddOutsideAgency(name: "Sở Xây dựng tỉnh Cẩm Giang").perform(by: known, in: $0)
      }
      let (id, code) = try await ask(database)
      try await database.write { transaction in
        var facts = IncomingFacts(arrivalDate: transaction.now.day)
        (facts.issuerName, facts.numberText, facts.notation) = ("Sở Xây dựng tỉnh Cẩm Giang", "77", "SXD-VP")
        (facts.typeKey, facts.subject) = ("congVan", "V/v phúc đáp Công văn số \(code)")
        _ = try RegisterIncomingDocument(facts: facts).perform(by: known, in: transaction)
      }
      let outside = try #require(try await requests(id, database).first { $0.outsideAgency != nil })
      #expect(outside.answer?.pairing == .cited && outside.answer?.text == "77/SXD-VP, số đến 1")
    }
  }

  @Test("a person pairs and takes off again; a recall asks nobody any more") func pairsByHand() async throws {
    try await withDesk { database in
      let (id, _) = try await ask(database)
      let unit = try #require(try await database.recipients(of: id).last)
      await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try PairReply(id, of: unit.id, text: " ").perform(by: Cast.registryClerk, in: $0)
        }
      }
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try UnpairReply(id, of: unit.id).perform(by: Cast.registryClerk, in: $0) }
      }
      let pair = PairReply(id, of: unit.id, text: "họp giao ban 09/11")
      _ = try await database.write { try pair.perform(by: Cast.registryClerk, in: $0) }
      #expect(try await requests(id, database).last?.answer?.pairing == .hand)
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try pair.perform(by: Cast.registryClerk, in: $0) }
      }
      _ = try await database.write { try UnpairReply(id, of: unit.id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await requests(id, database).last?.isOpen == true)
      let version = try await database.find(id).version
      try await database.write {
        _ = try RecallOutgoingDocument(id, reason: "Sai", formVersion: version).perform(by: Cast.leader, in: $0)
      }
      #expect(try await requests(id, database).allSatisfy { !$0.isOpen && $0.isWithdrawn })
    }
  }

  @Test("one press urges everybody who is silent: their registry, then whoever leads, units, and names those outside")
  func urges() async throws {
    try await withDesk { database in
      let (id, _) = try await ask(database)
      let clerk = try await unread(Cast.clerkOfAnotherAgency, database)
      let unit = try await unread(Cast.headOfTwo, database)
      let first = try await database.write { try UrgeReplies(id).perform(by: Cast.headOfOffice, in: $0) }
      #expect(
        first.told == ["Cục Địa chất miền Bắc", "Vụ Pháp chế"] && first.outside == ["Sở Xây dựng tỉnh Cẩm Giang"])
      #expect(try await unread(Cast.clerkOfAnotherAgency, database) == clerk + 1)
      #expect(try await unread(Cast.headOfTwo, database) == unit + 1)
      let received = try await database.register(try await database.packet(of: id).id)
      let work = try await database.direct(received)
      let officer = try await unread(Cast.officerOfAnotherAgency, database)
      _ = try await database.write { try UrgeReplies(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await unread(Cast.officerOfAnotherAgency, database) == officer + 1)
      #expect(
        try await requests(id, database).map(\.urgedCount) == [2, 0, 2], "who was told by nobody was not urged")
      let urgings = try await database.read { try WorkUrgingStore($0).list(of: .incomingDocument(received)) }
      #expect(urgings.map(\.item) == [work.id] && urgings.first?.text.contains("lần 2") == true)
      for actor in [Cast.headOfTwo, Cast.clerkOfAnotherAgency] {
        await #expect(throws: Refusal.self) {
          try await database.write { _ = try UrgeReplies(id).perform(by: actor, in: $0) }
        }
      }
    }
  }
}
