import Audit
import Database
import Exchange
import Kernel
import Organization
import TestSupport
import Testing

@testable import IncomingDocuments
@testable import OutgoingDocuments

@Suite("DI-09 thay thế, sửa đổi, đính chính") struct RelationTests {
  private func relate(
    _ id: OutgoingDocument.ID, _ kind: DocumentRelation.Kind, _ code: String, _ database: any Database,
    by actor: Actor = Cast.registryClerk
  ) async throws {
    try await database.write {
      _ = try RelateDocument(id, kind, code, year: $0.now.day.year).perform(by: actor, in: $0)
    }
  }

  private func relations(_ id: OutgoingDocument.ID, _ database: any Database) async throws -> [DocumentRelation] {
    try await database.read { try DocumentRelationStore($0).ofLater(id.number).get() }
  }

  private func decision(
    _ subject: String, _ database: any Database, _ file: Character = "a"
  ) async throws -> OutgoingDocument.ID {
    try await database.numberReady {
      ($0.facts.typeKey, $0.facts.subject) = ("quyetDinh", subject)
      $0.recipients = ["Cục Địa chất miền Bắc"]
      $0.files = [.example(file)]
    }
  }

  @Test("it has a direction, holds from the issue of the later one, and a recall ends it") func holds() async throws {
    try await withDesk { database in
      let older = try await decision("Quy chế làm việc", database)
      let code = try await database.find(older).codeText
      let newer = try await decision("Quy chế làm việc mới", database, "b")
      await #expect(throws: Refusal.self) { try await relate(newer, .replace, code, database) }
      try await database.issue(older)
      let newerCode = try await database.find(newer).codeText
      let turned = await #expect(throws: Refusal.self) { try await relate(older, .replace, newerCode, database) }
      #expect(turned?.reasons.contains { $0.message.contains("ban hành sau") } == true)
      try await relate(newer, .replace, code, database)
      var relation = try #require(try await relations(older, database).first)
      #expect(relation.newer.document == newer.number && relation.older.codeText == code)
      #expect(relation.inForceSince == nil)
      try await database.issue(newer)
      relation = try #require(try await relations(older, database).first)
      let now = try await database.find(newer)
      #expect(relation.inForceSince != nil)
      #expect(relation.sentence == "Đã bị thay thế bởi \(now.codeText) ngày \(now.facts.issuedDate.text)")
      try await database.write {
        _ = try RecallOutgoingDocument(newer, reason: "Sai", formVersion: now.version).perform(by: Cast.leader, in: $0)
      }
      #expect(try await relations(older, database).first?.inForceSince == nil)
    }
  }

  @Test("shown on the copy that another agency received") func isShownThere() async throws {
    try await withDesk { database in
      let older = try await decision("Quy chế làm việc", database)
      try await database.issue(older)
      let received = try await database.register(try await database.packet(of: older).id)
      let newer = try await decision("Quy chế làm việc mới", database, "b")
      try await relate(newer, .amend, try await database.find(older).codeText, database)
      func copies() async throws -> [SupersededCopy] {
        let packet = try await database.packet(of: older)
        return try await database.read { try SupersededCopy.read(packet, by: Cast.clerkOfAnotherAgency, in: $0) }
      }
      #expect(try await copies().isEmpty)
      try await database.issue(newer)
      #expect(try await copies().map(\.relation.kind) == [.amend])
      #expect(try await copies().first?.ours == nil)
      let ours = try await database.register(try await database.packet(of: newer).id)
      #expect(try await copies().first?.ours == ours)
      #expect(try await database.incoming(received).state == .registered)
    }
  }

  @Test("what the law does not allow is refused, with the reason") func isRefused() async throws {
    try await withDesk { database in
      let older = try await decision("Quy chế làm việc", database)
      try await database.issue(older)
      let code = try await database.find(older).codeText
      let letter = try await database.numberReady { $0.facts.subject = "Đính chính Quyết định" }
      let newer = try await decision("Quy chế làm việc mới", database, "b")
      let wrong: [(OutgoingDocument.ID, DocumentRelation.Kind, String)] = [
        (letter, .replace, code), (newer, .correct, code), (newer, .replace, "999/QĐ-TCĐC"), (older, .replace, code),
        (newer, .replace, "không phải số"),
      ]
      for (id, kind, code) in wrong {
        await #expect(throws: Refusal.self) { try await relate(id, kind, code, database) }
      }
      await #expect(throws: Refusal.self) { try await relate(newer, .replace, code, database, by: Cast.leader) }
      await #expect(throws: Refusal.self) {
        try await relate(newer, .replace, code, database, by: Cast.clerkOfAnotherAgency)
      }
      try await relate(letter, .correct, code, database)
      await #expect(throws: Refusal.self) { try await relate(letter, .correct, code, database) }
    }
  }

  @Test("undone with a reason, and both stories keep it") func undoes() async throws {
    try await withDesk { database in
      let older = try await decision("Quy chế làm việc", database)
      try await database.issue(older)
      let newer = try await decision("Quy chế làm việc mới", database, "b")
      try await relate(newer, .replace, try await database.find(older).codeText, database)
      let relation = try #require(try await relations(newer, database).first)
      await #expect(throws: Refusal.self) {
        try await database.write {
          try UndoRelation(relation.id, of: newer, reason: " ").perform(by: Cast.registryClerk, in: $0)
        }
      }
      try await database.write {
        try UndoRelation(relation.id, of: newer, reason: "ghi nhầm").perform(by: Cast.registryClerk, in: $0)
      }
      #expect(try await relations(older, database).isEmpty)
      for id in [older, newer] {
        let story = try await database.read {
          try AuditStore($0).story(of: .outgoingDocument(id)).compactMap(\.sentence)
        }
        #expect(story.contains { $0.contains("bỏ quan hệ") && $0.contains("ghi nhầm") })
      }
    }
  }
}
