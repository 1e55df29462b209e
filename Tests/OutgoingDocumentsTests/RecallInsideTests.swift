import Access
import Audit
import Database
import Exchange
import IncomingDocuments
import Kernel
import Markup
import Organization
import Registers
import TestSupport
import Testing
import WebApp
import Work

@testable import Notifications
@testable import OutgoingDocuments

@Suite("DI-10, PL6-81 thu hồi trong hệ thống") struct RecallInsideTests {
  private func recall(_ id: OutgoingDocument.ID, _ database: any Database) async throws {
    let version = try await database.find(id).version
    _ = try await database.write {
      try RecallOutgoingDocument(id, reason: "Sai phụ lục", formVersion: version).perform(by: Cast.leader, in: $0)
    }
  }

  private func unread(_ actor: Actor, _ database: any Database) async throws -> Int {
    try await database.read { try NotificationStore($0).unreadCountLater(of: actor, cap: 20).get() }
  }

  @Test("half handled: work stops down the branch, the record and its number stay, who opened it is told")
  func stopsHalfHandled() async throws {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      let received = try await database.register(packet.id)
      let work = try await database.direct(received)
      try await database.write {
        try AcceptWork(work.id, on: received).perform(by: Cast.officerOfAnotherAgency, in: $0)
      }
      let before = try await unread(Cast.officerOfAnotherAgency, database)
      try await recall(id, database)
      let told = try await database.read { transaction in
        try OutgoingDocumentScreen.read(id, by: Cast.registryClerk, in: transaction).shownRecipients
          .first { $0.name == "Cục Địa chất miền Bắc" }?.line
      }
      #expect(told?.contains("đang giải quyết; báo thu hồi") == true, "how far it was stays said: \(told ?? "")")
      let theirs = try await database.incoming(received)
      #expect(theirs.recalled?.reason == "Sai phụ lục" && theirs.progress == .recalled && theirs.state == .registered)
      #expect(theirs.arrivalNumber == 1 && theirs.fileCount == 1)
      let items = try await database.items(of: received)
      #expect(!items.isEmpty && items.allSatisfy { !$0.isOpen })
      #expect(items.filter { $0.state == .recalled }.allSatisfy { $0.outcome == "nơi gửi thu hồi: Sai phụ lục" })
      #expect(try await unread(Cast.officerOfAnotherAgency, database) == before + 1)
      #expect(try await unread(Cast.clerkOfAnotherAgency, database) > 0)
      let line = try await database.packet(of: id)
      #expect(line.state == .inProgress && line.recall?.reason == "Sai phụ lục" && line.recall?.confirmedAt == nil)
      try await isFrozen(received, database)
      try await isRead(received, id, by: Cast.officerOfAnotherAgency, database)
      try await isRead(received, id, by: Cast.leaderOfAnotherAgency, database)
      let report = try VerifyProgress(database: database).run()
      #expect(report.documents == 1 && report.wrong.isEmpty)
      let story = try await database.read {
        try AuditStore($0).story(of: .incomingDocument(received)).compactMap(\.sentence)
      }
      #expect(story.contains("thu hồi văn bản đã gửi đến, lý do: Sai phụ lục; số đến giữ nguyên"))
    }
  }

  /// Whoever had it reads it on, and their newest notice says by number, code and subject what was recalled, by which
  /// agency and why.
  private func isRead(
    _ id: IncomingDocument.ID, _ sent: OutgoingDocument.ID, by actor: Actor, _ database: any Database
  ) async throws {
    #expect(try await database.incoming(id, as: actor).recalled?.reason == "Sai phụ lục")
    let ours = try await database.find(sent)
    let page = try await database.read { transaction in
      try NotificationsScreen.read(
        Form(), directory: RecordDirectory([IncomingDocumentSource()]), seal: FormSeal(csrf: "c"),
        by: actor, in: transaction)
    }
    let line = try #require(page.lines.first)
    #expect(line.sentence == "\(Cast.leader.agencyName) thu hồi văn bản đã gửi")
    #expect(line.codeText == "Số đến 1, \(ours.codeNumber)/\(ours.facts.notation)")
    #expect(line.subject == ours.facts.subject && line.words == "Sai phụ lục" && line.path != nil)
  }

  private func isFrozen(_ id: IncomingDocument.ID, _ database: any Database) async throws {
    let document = try await database.incoming(id)
    let acts: [@Sendable (any Transaction) throws -> Void] = [
      {
        _ = try PresentIncomingDocument(id, to: [Cast.leaderOfAnotherAgency.post]).perform(
          by: Cast.clerkOfAnotherAgency, in: $0)
      },
      {
        try GiveDirective(id, text: "Giao tiếp", places: [.init(.post(Cast.officerOfAnotherAgency.post), .lead)])
          .perform(
            by: Cast.leaderOfAnotherAgency, in: $0)
      },
      {
        try CorrectIncomingDocument(id, facts: document.facts, reason: "sửa", formVersion: document.version).perform(
          by: Cast.clerkOfAnotherAgency, in: $0)
      },
      {
        try CancelNumber(document.book, number: document.arrivalNumber, reason: "thu hồi").perform(
          by: Cast.clerkOfAnotherAgency, telling: IncomingRegisterContents(), in: $0)
      },
    ]
    for act in acts {
      let refusal = await #expect(throws: Refusal.self) { try await database.write { try act($0) } }
      #expect(refusal?.message.contains("thu hồi") == true)
    }
  }

  @Test("without a number it is withdrawn from the intake, and cannot be registered any more") func withdraws()
    async throws
  {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      try await recall(id, database)
      #expect(try await database.packet(of: id).state == .withdrawn)
      #expect(try await database.intake(of: Cast.clerkOfAnotherAgency).isEmpty)
      let refusal = await #expect(throws: Refusal.self) { try await database.register(packet.id) }
      #expect(refusal?.message.contains("Sai phụ lục") == true)
      await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try ReturnPacket(packet.id, reason: "trả").perform(by: Cast.clerkOfAnotherAgency, in: $0)
        }
      }
    }
  }

  @Test("the receiver's clerk says that it is cancelled there, once, and the issuer reads it") func confirms()
    async throws
  {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      try await database.register(packet.id)
      await #expect(throws: Refusal.self) {
        try await database.write { try ConfirmRecall(packet.id).perform(by: Cast.clerkOfAnotherAgency, in: $0) }
      }
      try await recall(id, database)
      #expect(try await database.read { try PacketStore($0).recalled(visibleTo: Cast.clerkOfAnotherAgency) }.count == 1)
      for actor in [Cast.registryClerk, Cast.leaderOfAnotherAgency] {
        await #expect(throws: Refusal.self) {
          try await database.write { try ConfirmRecall(packet.id).perform(by: actor, in: $0) }
        }
      }
      try await database.write { try ConfirmRecall(packet.id).perform(by: Cast.clerkOfAnotherAgency, in: $0) }
      #expect(try await database.packet(of: id).recall?.confirmedBy == Cast.clerkOfAnotherAgency.nameOnRecord)
      #expect(try await database.read { try PacketStore($0).recalled(visibleTo: Cast.clerkOfAnotherAgency) }.isEmpty)
      await #expect(throws: Refusal.self) {
        try await database.write { try ConfirmRecall(packet.id).perform(by: Cast.clerkOfAnotherAgency, in: $0) }
      }
    }
  }
}
