import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Drafts

@Suite("ST-01 ST-03 bàn giao việc của dự thảo") struct HandOverDraftWorkTests {
  @Test("writing goes to a colleague of the unit, wherever the draft stands; who wrote before stays on their versions")
  func writing() async throws {
    for (reach, after) in [(Reach.drafting, DraftProgress.assigned), (.form, .form)] {
      try await withDrafts { database in
        let id = try await database.draft(reach)
        let item = try await database.read { transaction in
          try #require(try WorkStore(transaction).items(of: .draft(id)).first { $0.kind == .writeDraft }).id
        }
        let stranger = try await database.refusal {
          try HandOverDraftWork(item, on: id, to: Cast.officerOfAnotherUnit.post, reason: "Nghỉ")
            .perform(by: Cast.officerInCharge, in: $0)
        }
        #expect(stranger?.message.contains("chỉ người trong đơn vị") == true)
        try await database.write {
          try HandOverDraftWork(item, on: id, to: Cast.unitClerk.post, reason: "Nghỉ thai sản")
            .perform(by: Cast.officerInCharge, in: $0)
        }
        let draft = try await database.find(id, as: Cast.unitClerk)
        #expect(draft.drafter == Cast.unitClerk.post && draft.progress == after)
        let versions = try await database.read { try DraftVersionStore($0).list(of: id) }
        #expect(versions.map(\.author) == [Cast.officerInCharge.post])
        #expect(try await VerifyDrafts(database: database).run().wrong.isEmpty)
      }
    }
  }

  @Test("a signature is handed to nobody; an opinion to anybody of the agency") func others() async throws {
    try await withDrafts { database in
      let signing = try await database.draft(.signing)
      let station = try await database.read { try Drafting.item(signing, $0) }
      let refused = try await database.refusal {
        try HandOverDraftWork(station, on: signing, to: Cast.deputyLeader.post, reason: "Đi họp")
          .perform(by: Cast.leader, in: $0)
      }
      #expect(refused?.message.contains("người có thẩm quyền") == true)
      let id = try await database.draft(.drafting)
      let item = try await database.write { transaction in
        try AskDraftOpinions(
          id, of: [.post(Cast.officerOfAnotherUnit.post)], question: "Ý kiến?", due: transaction.now.day + 3
        ).perform(by: Cast.officerInCharge, in: transaction)
        return try #require(try WorkStore(transaction).items(of: .draft(id)).last).id
      }
      try await database.write {
        try HandOverDraftWork(item, on: id, to: Cast.headOfOffice.post, reason: "Chuyển công tác")
          .perform(by: Cast.officerOfAnotherUnit, in: $0)
      }
      let held = try await database.read { try WorkStore($0).items(of: .draft(id)) }.first { $0.id == item }
      #expect(held?.holder == .post(Cast.headOfOffice.post) && held?.isOpen == true)
    }
  }
}
