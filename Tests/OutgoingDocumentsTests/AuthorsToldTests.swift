import Database
import Documents
import Exchange
import IncomingDocuments
import Kernel
import Notifications
import Organization
import Papers
import TestSupport
import Testing

@testable import Drafts
@testable import OutgoingDocuments

@Suite("ST-01 DI-15 người soạn biết văn bản của mình đến đâu") struct AuthorsToldTests {
  /// What an actor was told of a document, oldest first.
  private func told(
    _ actor: Actor, of id: OutgoingDocument.ID, _ database: any Database
  ) async throws -> [NotificationEvent] {
    try await database.read { transaction in
      try NotificationStore(transaction).list(of: actor, page: .newest, limit: 50)
        .filter { $0.subject == .outgoingDocument(id) }.map(\.event).reversed()
    }
  }

  /// A signed draft of the minerals unit that asks the agency below to answer, numbered and issued.
  private func issued(_ database: any Database) async throws -> OutgoingDocument.ID {
    let draft = try await FromDraftTests.draft(signed: true, database)
    try await database.write { transaction in
      var current = try DraftStore(transaction).find(draft, visibleTo: Cast.officerInCharge)
      current.facts.replyDue = transaction.now.day + 7
      try DraftStore(transaction).save(current, from: current.version)
      try DraftStore(transaction).put(
        [DraftRecipient(.agency(Cast.clerkOfAnotherAgency.agency), name: "Cục Địa chất miền Bắc")], of: draft)
    }
    let id = try await database.number { $0.draft = draft }.id
    try await database.write { transaction in
      var stamping = try #require(try StampingStore(transaction).list(of: id).first)
      stamping.state = .stamped
      try StampingStore(transaction).save(stamping)
      for file in try OutgoingFileStore(transaction).list(of: id) {
        try OutgoingFileStore(transaction).saveReading(PaperReading(pageCount: 1), of: file.id)
      }
    }
    try await database.issue(id)
    return id
  }

  @Test("drafter and head of the unit are told of number, issue, a return and an answer; each of each once")
  func told() async throws {
    try await withDesk { database in
      let id = try await issued(database)
      let document = try await database.find(id)
      #expect(try await told(Cast.officerInCharge, of: id, database) == [.outgoingNumbered, .outgoingIssued])
      #expect(try await told(Cast.unitHead, of: id, database) == [.outgoingNumbered, .outgoingIssued])
      #expect(try await told(Cast.officerOfAnotherUnit, of: id, database) == [])
      // The agency below answers; its issue undone, nobody was told.
      let reply = try await database.numberReady(by: Cast.clerkOfAnotherAgency) {
        $0.facts.subject = "Trả lời Công văn số \(document.codeText)"
        $0.facts.unit = Cast.officerOfAnotherAgency.unit
        $0.recipients = [Cast.registryClerk.agencyName]
      }
      try await database.issue(reply, by: Cast.clerkOfAnotherAgency)
      #expect(try await told(Cast.officerInCharge, of: id, database).last == .outgoingAnswered)
      try await database.write { _ = try UndoIssue(reply).perform(by: Cast.clerkOfAnotherAgency, in: $0) }
      #expect(try await told(Cast.officerInCharge, of: id, database).last == .outgoingIssued)
      let packet = try await database.packet(of: id)
      try await database.write {
        _ = try ReturnPacket(packet.id, reason: "thiếu phụ lục").perform(by: Cast.clerkOfAnotherAgency, in: $0)
      }
      for actor in [Cast.officerInCharge, Cast.unitHead, Cast.registryClerk] {
        #expect(try await told(actor, of: id, database).last == .packetReturned, "\(actor.personName)")
      }
    }
  }

  @Test("an issue that is undone was told to nobody") func undone() async throws {
    try await withDesk { database in
      let id = try await issued(database)
      try await database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await told(Cast.officerInCharge, of: id, database) == [.outgoingNumbered])
    }
  }

  @Test("whoever wrote it urges who owes an answer, so does the head of the unit; others of the agency do not")
  func urges() async throws {
    try await withDesk { database in
      let id = try await issued(database)
      for (actor, may) in [
        (Cast.officerInCharge, true), (Cast.unitHead, true), (Cast.leader, true), (Cast.officerOfAnotherUnit, false),
        (Cast.headOfTwo, false), (Cast.clerkOfAnotherAgency, false),
      ] {
        let document = try await database.find(id)
        #expect(
          try await database.read { try OutgoingDocumentAccess.mayUrge(document, actor, in: $0) } == may,
          "\(actor.personName)")
      }
      let outcome = try await database.write { try UrgeReplies(id).perform(by: Cast.officerInCharge, in: $0) }
      #expect(outcome.told == ["Cục Địa chất miền Bắc"])
    }
  }

  @Test("the signature is one bell for each, also for whoever ordered the draft") func oneBell() async throws {
    try await withDesk { database in
      let draft = try await FromDraftTests.draft(signed: true, database)
      for actor in [Cast.officerInCharge, Cast.unitHead, Cast.registryClerk] {
        let events = try await database.read { transaction in
          try NotificationStore(transaction).list(of: actor, page: .newest, limit: 50)
            .filter { $0.subject == .draft(draft) && [.draftSigned, .workCompleted].contains($0.event) }.map(\.event)
        }
        #expect(events == [.draftSigned], "\(actor.personName)")
      }
    }
  }

  @Test("«Còn nợ trả lời» counts the documents that it lists: open loops that the reader may see") func owed()
    async throws
  {
    try await withDesk { database in
      let first = try await issued(database)
      let second = try await database.numberReady {
        $0.facts.replyDueDate = $0.facts.issuedDate + 7
        $0.facts.unit = Cast.officerOfAnotherUnit.unit
        $0.recipients = ["Cục Địa chất miền Bắc", "Sở Xây dựng tỉnh Cẩm Giang"]
      }
      try await database.issue(second)
      try await database.issue(try await database.numberReady())
      func listed(_ actor: Actor) async throws -> [OutgoingDocument.ID] {
        try await database.read { transaction in
          let store = OutgoingDocumentStore(transaction)
          let listed = try store.newest(.init(isOwed: true), page: .newest, visibleTo: actor).documents.map(\.id)
          #expect(try store.owedCountLater(visibleTo: actor).get() == listed.count)
          // The same with another condition beside it, by another walk.
          #expect(
            try store.newest(.init(state: .issued, isOwed: true), page: .newest, visibleTo: actor).documents.map(\.id)
              == listed)
          return listed
        }
      }
      #expect(try await listed(Cast.registryClerk) == [second, first])
      #expect(try await listed(Cast.officerInCharge) == [first])
      let request = try #require(
        try await database.read { try ReplyRequestStore($0).ofLater(first.number).get().first })
      try await database.write {
        _ = try PairReply(first, of: .init(request.recipient), text: "gọi điện").perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await listed(Cast.officerInCharge) == [])
      #expect(try await told(Cast.officerInCharge, of: first, database).last == .outgoingAnswered)
    }
  }
}
