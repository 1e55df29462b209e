import Access
import Audit
import Database
import Drafts
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Copies

@Suite("COPY-04 HS-11 bàn giao việc quyết định sao") struct HandOverCopyTests {
  private func item(_ copy: DocumentCopy, in database: any Database) async throws -> WorkItem.ID {
    let items = try await database.read { try WorkStore($0).items(of: .documentCopy(copy.id)) }
    return try #require(items.first { $0.kind == .decideCopy }).id
  }

  private func handOver(
    _ copy: DocumentCopy, to successor: Kernel.Actor, by actor: Kernel.Actor = Cast.leader, in database: any Database
  ) async throws {
    let act = HandOverCopyDecision(copy.id, try await item(copy, in: database), to: successor.post, reason: "nghỉ hưu")
    try await database.write { try act.perform(by: actor, in: $0) }
  }

  @Test("who follows decides and signs in their own name; who left decides no longer; both names are told")
  func passesOn() async throws {
    try await withCopies { database in
      let copy = try await database.ask(try await database.issued())
      try await handOver(copy, to: Cast.headOfOffice, in: database)
      let passed = try await database.find(copy.id)
      #expect(passed.terms.decider == Cast.headOfOffice.post && passed.deciderName.contains("Vũ Thị Thanh Mai"))
      #expect(passed.version == copy.version + 1)
      let late = await #expect(throws: Refusal.self) { try await database.decide(passed, by: Cast.leader) }
      #expect(late?.kind == .forbidden)
      let decided = try await database.decide(passed, by: Cast.headOfOffice)
      #expect(decided.signature?.name == "Vũ Thị Thanh Mai")
      let told = try await database.read {
        try AuditStore($0).story(of: .documentCopy(copy.id), limit: 20).compactMap(\.sentence)
      }
      #expect(
        told.contains {
          $0.contains("Trần Văn Quang") && $0.contains("sang Vũ Thị Thanh Mai") && $0.contains("nghỉ hưu")
        }, "\(told)")
    }
  }

  @Test("goes to nobody who may not sign copies, from nobody but who decides, and not when it is decided")
  func refused() async throws {
    try await withCopies { database in
      let copy = try await database.ask(try await database.issued())
      for (successor, actor, kind) in [
        (Cast.officerInCharge, Cast.leader, Refusal.Kind.conflict), (Cast.unitHead, Cast.leader, .conflict),
        (Cast.leader, Cast.leader, .conflict), (Cast.headOfOffice, Cast.unitHead, .forbidden),
        (Cast.headOfOffice, Cast.officerOfAnotherAgency, .notFound),
      ] {
        let refusal = await #expect(throws: Refusal.self) {
          try await handOver(copy, to: successor, by: actor, in: database)
        }
        #expect(refusal?.kind == kind, "\(actor.postTitle) to \(successor.postTitle): \(refusal?.message ?? "")")
      }
      #expect(try await database.find(copy.id) == copy)
      _ = try await database.decide(copy)
      let late = await #expect(throws: Refusal.self) { try await handOver(copy, to: Cast.headOfOffice, in: database) }
      #expect(late?.kind == .conflict)
    }
  }
}
