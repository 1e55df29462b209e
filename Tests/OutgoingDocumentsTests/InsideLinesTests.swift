import Audit
import Database
import Documents
import Exchange
import Kernel
import Markup
import Notifications
import Organization
import TestSupport
import Testing

@testable import IncomingDocuments
@testable import OutgoingDocuments
@testable import Registers

@Suite("DI-15 dòng nơi nhận trong hệ thống") struct InsideLinesTests {
  @Test("a unit's line says who opened it and when; then the issue is not undone any more") func unitReads()
    async throws
  {
    try await withDesk { database in
      let (id, _) = try await database.sendBelow()
      func line() async throws -> OutgoingRecipient {
        let recipients = try await database.recipients(of: id)
        return try #require(recipients.first { $0.unit == ExampleBody.legalUnit })
      }
      for actor in [Cast.registryClerk, Cast.leader] {
        try await database.write { try NoteReadInside(id).perform(by: actor, in: $0) }
      }
      #expect(try await line().state == .sent, "only the unit itself")
      for _ in 0..<2 { try await database.write { try NoteReadInside(id).perform(by: Cast.headOfTwo, in: $0) } }
      let read = try await line()
      #expect(read.state == .received && read.answer.hasSuffix("đã xem") && read.answeredAt != nil)
      let story = try await database.read {
        try AuditStore($0).storyLater(of: .outgoingDocument(id), limit: 20).get()
          .count { $0.sentence?.contains("xem văn bản gửi") == true }
      }
      #expect(story == 1)
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      }
    }
  }

  private func row(_ id: OutgoingDocument.ID, _ database: any Database) async throws -> RegisterRow {
    let document = try await database.find(id)
    let rows = try await database.read { transaction in
      let book = try RegisterStore(transaction).find(document.book, visibleTo: Cast.registryClerk)
      let entries = try NumberStore(transaction).entries(of: book.id, month: nil, after: 0, through: 9, limit: 9)
      return try OutgoingRegisterContents().rows(ofBookOf: document.agency, entries, in: transaction)
    }
    return try #require(rows[.outgoingDocument(id)])
  }

  @Test("the register says by whom, under which number and when it was taken over, the same proof once")
  func receipts() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let outside = ["Sở Xây dựng", "Sở Nội vụ"]
      let (id, packet) = try await database.sendBelow { $0.recipients += outside }
      clock.advance(by: .seconds(600))
      try await database.register(packet.id)
      clock.advance(by: .seconds(600))
      try await database.write { try NoteReadInside(id).perform(by: Cast.headOfTwo, in: $0) }
      try await database.write { transaction in
        let waiting = try OutgoingRecipientStore(transaction).list(of: id).filter { $0.state == .waiting }
        _ = try RecordSending(id, to: waiting.map(\.id), by: .byHand, proof: "Ông Tâm ký nhận").perform(
          by: Cast.registryClerk, in: transaction)
      }
      #expect(
        try await row(id, database).cells[8]
          == "Cục Địa chất miền Bắc: số đến 1, 08:40 05/11/2026; "
          + "Vụ Pháp chế: \(Cast.headOfTwo.nameOnRecord), 08:50 05/11/2026; Ông Tâm ký nhận")
      #expect(try await !row(id, database).isCancellable, "what was issued keeps its number")
    }
  }

  @Test("the day of sending stands there once something was sent; who had nothing by a recall is told apart")
  func neverSent() async throws {
    try await withDesk { database in
      let id = try await database.numberReady { $0.recipients = ["Sở Xây dựng", "Sở Nội vụ"] }
      #expect(try await row(id, database).cells[7].isEmpty)
      try await database.issue(id)
      #expect(try await row(id, database).cells[7].isEmpty, "issued, and still on the clerk's desk")
      try await database.write { transaction in
        let first = try OutgoingRecipientStore(transaction).list(of: id)[0]
        _ = try RecordSending(id, to: [first.id], by: .post, proof: "RB 01VN").perform(
          by: Cast.registryClerk, in: transaction)
      }
      #expect(try await row(id, database).cells[7] == "05/11/2026")
      let version = try await database.find(id).version
      _ = try await database.write {
        try RecallOutgoingDocument(id, reason: "Sai phụ lục", formVersion: version).perform(by: Cast.leader, in: $0)
      }
      #expect(try await row(id, database).cells[9] == "Đã thu hồi: Sai phụ lục. Không gửi, đã thu hồi: Sở Nội vụ")
      let shown = try await database.read { try OutgoingDocumentScreen.read(id, by: Cast.registryClerk, in: $0) }
      #expect(shown.shownRecipients.map(\.state.label) == ["Đã gửi", "Không gửi, đã thu hồi"])
    }
  }

  @Test("what a registry leaves in its intake is told to its clerks once; urgent ones after minutes (DEN-02)")
  func remindsOfWaiting() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let (_, usual) = try await database.sendBelow()
      _ = try await database.sendBelow { $0.facts.urgency = .express }
      func told() async throws -> [RecordReference] {
        try await database.write { transaction in
          let late = try RemindRegistry.late(in: ExampleBody.northernDepartment, transaction)
          for one in late { try RemindRegistry.tell(one, transaction) }
          return late.map(\.subject)
        }
      }
      func heard() async throws -> Int {
        try await database.read { transaction in
          try NotificationStore(transaction).list(of: Cast.clerkOfAnotherAgency, page: .newest, limit: 9)
            .count { $0.event == .registryClock }
        }
      }
      #expect(try await told() == [])
      clock.advance(by: .seconds(15 * 60 + 1))
      #expect(try await told().count == 1, "the urgent one")
      clock.advance(by: .seconds(7 * 86_400))
      #expect(try await told().count == 2)
      #expect(try await told().count == 2)
      #expect(try await heard() == 2, "each once")
      try await database.register(usual.id)
      #expect(try await told().count { $0 == .packet(usual.id) } == 0, "it stands in the book now")
    }
  }
}
