import Access
import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

private let today = TestClock().now.day
private let due = today + 8

@Suite("DEN-13 hạn: gia hạn, đổi hạn, đổi chủ trì") struct DeadlineChangeTests {
  @Test("more time is granted by whoever set the deadline, never beyond the unit's own", arguments: [true, false])
  func extensions(grants: Bool) async throws {
    try await withRegistry { database in
      let work = try await given(database)
      let earlier = try await database.refusal {
        try AskExtension(work.officer.id, on: work.id, due: due - 3, reason: "Thiếu số liệu").perform(
          by: Cast.officerInCharge, in: $0)
      }
      #expect(earlier?.message.contains("phải sau hạn đang có") == true)
      try await database.write {
        try AskExtension(work.officer.id, on: work.id, due: due + 5, reason: "Thiếu số liệu").perform(
          by: Cast.officerInCharge, in: $0)
      }
      let again = try await database.refusal {
        try AskExtension(work.officer.id, on: work.id, due: due + 6, reason: "Nữa").perform(
          by: Cast.officerInCharge, in: $0)
      }
      #expect(again?.message.contains("đang chờ trả lời") == true)
      #expect(try await database.inbox(.decide, of: Cast.unitHead) == [.extendIncoming])
      let asked = try await database.item(of: work.id, held: .post(Cast.unitHead.post))
      let beyond = try await database.refusal {
        try DecideExtension(asked.id, on: work.id, due: due + 5, reason: "").perform(by: Cast.unitHead, in: $0)
      }
      #expect(beyond?.message.contains("muộn hơn hạn của đơn vị") == true)
      try await database.write {
        try DecideExtension(asked.id, on: work.id, due: grants ? due : nil, reason: grants ? "" : "Không đủ lý do")
          .perform(by: Cast.unitHead, in: $0)
      }
      let item = try await database.item(of: work.id, held: .post(Cast.officerInCharge.post))
      #expect(item.dueAt == Instant((grants ? due : due - 2) + 1))
      let kept = try await database.read { transaction in
        (
          try DeadlineStore(transaction).changes(of: .incomingDocument(work.id)).map(\.from),
          try DeadlineStore(transaction).extensions(of: .incomingDocument(work.id)).map(\.isGranted)
        )
      }
      #expect(kept.0 == (grants ? [Instant(due - 1)] : []))
      #expect(kept.1 == [grants])
      #expect(try await database.inbox(.decide, of: Cast.unitHead) == [])
    }
  }

  @Test("who gave the work changes its deadline and its lead, with history; nobody else does") func changes()
    async throws
  {
    try await withRegistry { database in
      let work = try await given(database)
      let other = try await database.refusal {
        try SetDeadline(work.unit.id, on: work.id, due: due + 4, reason: "Gấp").perform(by: Cast.deputyLeader, in: $0)
      }
      #expect(other?.kind == .forbidden)
      try await database.write {
        try SetDeadline(work.unit.id, on: work.id, due: due + 4, reason: "Cho thêm").perform(by: Cast.leader, in: $0)
      }
      #expect(
        try await database.item(of: work.id, held: .unit(ExampleBody.mineralsUnit)).dueAt == Instant(due + 5))
      try await database.write {
        _ = try ReplaceLead(work.unit.id, on: work.id, by: legal, reason: "Đúng lĩnh vực").perform(
          by: Cast.leader, in: $0)
      }
      let lead = try await database.item(of: work.id, held: .unit(ExampleBody.legalUnit))
      #expect(lead.role == .lead && lead.dueAt == Instant(due + 5) && lead.instruction == "Giao Vụ Khoáng sản")
      #expect(try await database.find(work.id).progress == .directed)
      let sees = try await database.read {
        try Access.maySee(.incomingDocument(work.id), actor: Cast.officerInCharge, in: $0)
      }
      #expect(!sees, "what was recalled is seen no longer")
    }
  }
}
