import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import FilePlans

@Suite("HS-11 HS-02 bàn giao hồ sơ dự kiến trong danh mục") struct HandOverPlanLineTests {
  private func line(_ plan: FilePlan, in database: any Database) async throws -> FilePlanEntry {
    try #require(try await database.outline(plan).lines.first { $0.entry.facts.title == "Kiểm tra sau cấp phép" }).entry
  }

  private func handOver(
    _ entry: FilePlanEntry, to successor: Kernel.Actor, by actor: Kernel.Actor = Cast.officerInCharge,
    in database: any Database
  ) async throws {
    try await database.write { transaction in
      let post = try OrganizationStore(transaction).post(successor.post)
      try HandOverPlanLine(entry.id, to: post, reason: "chuyển công tác").perform(by: actor, in: transaction)
    }
  }

  private func formed(by actor: Kernel.Actor, in database: any Database) async throws -> Int {
    try await database.read { try FilePlanStore($0).lines(formedBy: actor.post, from: 2026, limit: 9).count }
  }

  @Test(
    "a line that is being made names who follows; one that was put forward keeps its words",
    arguments: FilePlan.State.allCases)
  func states(state: FilePlan.State) async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: state)
      let before = try await line(plan, in: database)
      try await handOver(before, to: Cast.unitClerk, in: database)
      let after = try await line(plan, in: database)
      #expect(after.currentMaker.post == Cast.unitClerk.post)
      if state == .drafting {
        #expect(after.facts.maker.post == Cast.unitClerk.post && after.follower == nil)
      } else {
        #expect(after.facts == before.facts)
        #expect(after.makerText == "Bùi Quốc Khánh, nay Đỗ Thị Hồng Nhung")
      }
      #expect(try await formed(by: Cast.officerInCharge, in: database) == 0)
      #expect(try await formed(by: Cast.unitClerk, in: database) == 1)
      let told = try await database.story(plan).first { $0.contains("bàn giao việc lập hồ sơ") }
      #expect(told?.contains("từ Bùi Quốc Khánh sang Đỗ Thị Hồng Nhung, lý do: chuyển công tác") == true)
      // It goes on to a third, and no more from the first.
      try await handOver(after, to: Cast.unitHead, by: Cast.unitClerk, in: database)
      let late = await #expect(throws: Refusal.self) { try await handOver(after, to: Cast.unitClerk, in: database) }
      #expect(late?.kind == .conflict)
      #expect(try await formed(by: Cast.unitHead, in: database) == 1)
    }
  }

  @Test("it is who follows to open it, and next year's plan names them; the rest stays within the unit") func follows()
    async throws
  {
    try await withPlans { database in
      let plan = try await database.plan(in: .issued)
      let entry = try await line(plan, in: database)
      let away = await #expect(throws: Refusal.self) {
        try await handOver(entry, to: Cast.officerOfAnotherUnit, in: database)
      }
      #expect(away?.message.contains("trong cùng đơn vị") == true)
      try await handOver(entry, to: Cast.unitClerk, in: database)
      for (actor, isOwn) in [(Cast.unitClerk, true), (Cast.officerInCharge, false)] {
        let found = try await database.read { try FilePlanStore($0).find(entry.id, visibleTo: actor) }
        #expect(found.isOwn == isOwn)
        let first = try await database.read { try FilePlanStore($0).openable(in: 2026, for: actor)[0].notation }
        #expect((first == entry.notation) == isOwn)
      }
      let next = try await database.makePlan(2027)
      _ = try await database.write {
        try CopyFilePlan(next.id, from: plan.id, headings: [], entries: [entry.id], replacement: nil)
          .perform(by: Cast.archivist, in: $0)
      }
      let copied = try #require(try await database.outline(next).lines.first?.entry)
      #expect(copied.facts.maker.post == Cast.unitClerk.post && copied.follower == nil)
    }
  }
}
