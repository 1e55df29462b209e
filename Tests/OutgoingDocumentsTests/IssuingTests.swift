import Access
import Audit
import Database
import Documents
import IncomingDocuments
import Kernel
import Notifications
import Organization
import Registers
import TestSupport
import Testing

@testable import OutgoingDocuments

@Suite("DI-08, DI-15 phát hành") struct IssuingTests {
  @Test("refuses without a file that was opened") func needsReadableFiles() async throws {
    try await withDesk { database in
      let bare = try await database.number()
      await #expect(throws: Refusal.self) { try await database.issue(bare.id) }
      let unread = try await database.number {
        $0.files = [.example()]
        $0.isVouchedOpen = true
      }
      await #expect(throws: Refusal.self) { try await database.issue(unread.id) }
      let file = try #require(try await database.read { try OutgoingFileStore($0).list(of: unread.id).first })
      try await database.write {
        try OutgoingFileStore($0).saveReading(PaperReading(trouble: "tệp hỏng"), of: file.id)
      }
      let refusal = await #expect(throws: Refusal.self) { try await database.issue(unread.id) }
      #expect(refusal?.message.contains("không mở được: tệp hỏng") == true)
      #expect(try await database.find(unread.id).state == .numbered)
    }
  }

  @Test("units of the agency see it from then on, and are told") func showsInside() async throws {
    try await withDesk { database in
      let id = try await database.numberReady()
      await #expect(throws: Refusal.self) { try await database.find(id, as: Cast.headOfTwo) }
      try await database.issue(id)
      #expect(try await database.find(id, as: Cast.headOfTwo).state == .issued)
      let recipients = try await database.recipients(of: id)
      #expect(recipients.map(\.state) == [.waiting, .sent] && recipients.map(\.way) == [.post, .inside])
      let told = try await database.read {
        try NotificationStore($0).unreadCountLater(of: Cast.headOfTwo, cap: 10).get()
      }
      #expect(told == 1)
      await #expect(throws: Refusal.self) { try await database.find(id, as: Cast.clerkOfAnotherAgency) }
    }
  }

  @Test("ten seconds of undo, while nothing went out") func undoes() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let id = try await database.numberReady()
      try await database.issue(id)
      clock.advance(by: .seconds(8))
      try await database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await database.find(id).state == .numbered)
      #expect(try await database.recipients(of: id).allSatisfy { $0.state == .waiting && $0.sentAt == nil })
      await #expect(throws: Refusal.self) { try await database.find(id, as: Cast.headOfTwo) }
      try await database.issue(id)
      try await send(id, database)
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      }
      let other = try await database.numberReady { $0.facts.subject = "Văn bản khác" }
      try await database.issue(other)
      clock.advance(by: .seconds(20))
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try UndoIssue(other).perform(by: Cast.registryClerk, in: $0) }
      }
    }
  }

  private func send(_ id: OutgoingDocument.ID, _ database: any Database, proof: String = "RB 0912VN") async throws {
    try await database.write { transaction in
      let waiting = try OutgoingRecipientStore(transaction).list(of: id).filter { $0.state == .waiting }
      _ = try RecordSending(id, to: waiting.map(\.id), by: .post, proof: proof, envelopes: 1).perform(
        by: Cast.registryClerk, in: transaction)
    }
  }

  @Test("each recipient has its line with proof, time and what came back") func recordsSending() async throws {
    try await withDesk { database in
      let id = try await database.numberReady()
      await #expect(throws: Refusal.self) { try await send(id, database) }
      try await database.issue(id)
      await #expect(throws: Refusal.self) { try await send(id, database, proof: "") }
      try await send(id, database)
      await #expect(throws: Refusal.self) { try await send(id, database) }
      let outside = try #require(try await database.recipients(of: id).first)
      #expect(outside.state == .sent && outside.proof == "RB 0912VN" && outside.envelopes == 1)
      let answer = RecordAnswer(id, of: outside.id, .refused, answer: "")
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try answer.perform(by: Cast.registryClerk, in: $0) }
      }
      try await database.write {
        _ = try RecordAnswer(id, of: outside.id, .received, answer: "số đến 15").perform(
          by: Cast.registryClerk, in: $0)
      }
      #expect(try await database.recipients(of: id).first?.state == .received)
      let lines = try await database.read {
        try PostalBookStore($0).lines(from: nil, to: nil, before: nil, limit: 10, visibleTo: Cast.registryClerk)
      }
      #expect(lines.map(\.proof) == ["RB 0912VN"] && lines.map(\.note) == ["Đã nhận: số đến 15"])
    }
  }

  @Test("DI-10, PL6-81: a recall freezes it and keeps its trace") func recalls() async throws {
    try await withDesk { database in
      let id = try await database.numberReady()
      try await database.issue(id)
      try await send(id, database)
      let version = try await database.find(id).version
      await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try RecallOutgoingDocument(id, reason: " ", formVersion: version).perform(by: Cast.leader, in: $0)
        }
      }
      let recalled = try await database.write {
        try RecallOutgoingDocument(id, reason: "Sai phụ lục", formVersion: version).perform(by: Cast.leader, in: $0)
      }
      for step in OutgoingDocument.Step.allCases where step != .send { #expect(recalled.obstacle(to: step) != nil) }
      let outside = try #require(try await database.recipients(of: id).first)
      try await database.write {
        _ = try RecordAnswer(id, of: outside.id, .returned, answer: "trả bản giấy").perform(
          by: Cast.registryClerk, in: $0)
      }
      #expect(try await database.find(id).endReason == "Sai phụ lục")
      let story = try await database.read { try AuditStore($0).story(of: .outgoingDocument(id)).compactMap(\.sentence) }
      #expect(story.contains("thu hồi văn bản, lý do: Sai phụ lục"))
    }
  }

  @Test("its number is cancelled only before it is issued") func cancels() async throws {
    try await withDesk { database in
      let first = try await database.number()
      let cancel = { (id: OutgoingDocument.ID) async throws in
        try await database.write { transaction in
          let document = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.registryClerk)
          try CancelNumber(document.book, number: document.number, reason: "cấp trùng").perform(
            by: Cast.registryClerk, telling: OutgoingRegisterContents(), in: transaction)
        }
      }
      try await cancel(first.id)
      #expect(try await database.find(first.id).state == .cancelled)
      let issued = try await database.numberReady()
      try await database.issue(issued)
      await #expect(throws: Refusal.self) { try await cancel(issued) }
    }
  }
}

@Suite("DI-15 trạng thái, việc, vai") struct OutgoingGridTests {
  private static let registry: Set<OutgoingDocument.Step> = Set(OutgoingDocument.Step.allCases)

  /// Who may take which step, whatever the state.
  static let rights: [(actor: Actor, steps: Set<OutgoingDocument.Step>)] = [
    (Cast.registryClerk, registry), (Cast.secondClerk, registry), (Cast.leader, [.recall, .urge, .withhold]),
    (Cast.headOfOffice, [.recall, .urge, .withhold]), (Cast.unitHead, []), (Cast.officerInCharge, []),
    (Cast.administrator, []),
    (Cast.clerkOfAnotherAgency, []), (Cast.leaderOfAnotherAgency, []),
  ]

  /// Which step each state allows.
  static let allowed: [OutgoingDocument.State: Set<OutgoingDocument.Step>] = [
    .numbered: [.correct, .addFiles, .stamp, .issue, .relate, .cancel, .withhold],
    .issued: [.undoIssue, .send, .sendFurther, .relate, .pairReply, .urge, .recall],
    .recalled: [.send],
    .cancelled: [],
  ]

  @Test func everyStateStepAndRole() async throws {
    try await withDesk { database in
      let id = try await database.numberReady()
      var document = try await database.find(id)
      for state in OutgoingDocument.State.allCases {
        document.state = state
        for step in OutgoingDocument.Step.allCases {
          #expect((document.obstacle(to: step) == nil) == Self.allowed[state]?.contains(step), "\(state) \(step)")
          for (actor, steps) in Self.rights {
            #expect(
              OutgoingDocumentAccess.may(step, document, actor) == steps.contains(step), "\(actor.postTitle) \(step)")
          }
        }
      }
      (document.state, document.isWithheld) = (.numbered, true)
      for step in OutgoingDocument.Step.allCases { #expect(document.obstacle(to: step) != nil, "withheld \(step)") }
    }
  }

  @Test(
    "what another agency or unit may not see does not exist for it",
    arguments: [
      Cast.clerkOfAnotherAgency, Cast.leaderOfAnotherAgency, Cast.officerOfAnotherUnit, Cast.headOfTwo,
    ]) func isHidden(actor: Actor) async throws
  {
    try await withDesk { database in
      let id = try await database.numberReady()
      let refusal = await #expect(throws: Refusal.self) { try await database.issue(id, by: actor) }
      #expect(refusal?.kind == .notFound)
      #expect(try await database.find(id, as: Cast.unitHead).id == id)
    }
  }
}
