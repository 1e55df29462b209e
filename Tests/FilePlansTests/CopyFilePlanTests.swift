import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import FilePlans

@Suite("HS-01 lấy danh mục từ năm trước") struct CopyFilePlanTests {
  private func copy(
    _ from: FilePlan, to plan: FilePlan, in database: any Database,
    choosing: (FilePlanOutline.Line) -> Bool = { _ in true }, replacement: UnitID? = nil,
    by actor: Actor = Cast.archivist
  ) async throws -> CopyFilePlan.Outcome {
    let outline = try await database.outline(from)
    let chosen = Set(outline.lines.filter(choosing).map(\.entry.id))
    return try await database.write {
      try CopyFilePlan(plan.id, from: from.id, headings: [], entries: chosen, replacement: replacement).perform(
        by: actor, in: $0)
    }
  }

  @Test("chosen dossiers come with their headings, without numbers, the year moved along") func chosen() async throws {
    try await withPlans { database in
      let from = try await database.plan(in: .issued)
      let plan = try await database.makePlan(2027)
      let done = try await copy(from, to: plan, in: database, choosing: { $0.notation != "02.KS" })
      #expect(done == .init(headings: 3, entries: 2, replaced: 0))
      #expect(
        try await database.notations(plan) == ["01.TCCB Tuyển dụng công chức năm 2027", "02.KS Kiểm tra sau cấp phép"])
      #expect(try await database.outline(plan).lines.allSatisfy(\.isProvisional))
      // Taken once more, nothing comes twice.
      let again = try await copy(from, to: plan, in: database)
      #expect(again == .init(headings: 0, entries: 1, replaced: 0))
      #expect(try await database.outline(from).lines.map(\.notation) == ["01.TCCB", "02.KS", "03.KS"])
    }
  }

  @Test("who left is replaced by their unit, a unit that is no more by the one chosen") func makers() async throws {
    try await withPlans { database in
      let from = try await database.plan(in: .issued)
      let plan = try await database.makePlan(2027)
      try await database.write { transaction in
        try transaction.run(
          "UPDATE posts SET ended_on = \(transaction.now.day) WHERE id = \(Cast.officerInCharge.post)")
      }
      let left = try await copy(from, to: plan, in: database, choosing: { $0.notation == "03.KS" })
      #expect(left.replaced == 1)
      #expect(try await database.outline(plan).lines.map(\.entry.facts.maker) == [.minerals])
      try await database.write { transaction in
        try transaction.run(
          "UPDATE units SET closed_on = \(transaction.now.day) WHERE id = \(ExampleBody.mineralsUnit)")
      }
      let refusal = await #expect(throws: Refusal.self) {
        try await copy(from, to: plan, in: database, choosing: { $0.notation == "02.KS" })
      }
      #expect(refusal?.reasons.map(\.field) == [CopyFilePlan.replacementField])
      _ = try await copy(
        from, to: plan, in: database, choosing: { $0.notation == "02.KS" }, replacement: ExampleBody.legalUnit)
      #expect(try await database.outline(plan).lines.map(\.entry.facts.maker) == [.minerals, .legal])
    }
  }

  @Test("only keepers, and only from the own agency") func rights() async throws {
    try await withPlans { database in
      let from = try await database.plan(in: .issued)
      let plan = try await database.makePlan(2027)
      let unit = await #expect(throws: Refusal.self) {
        try await copy(from, to: plan, in: database, by: Cast.unitHead)
      }
      #expect(unit?.kind == .forbidden)
      let other = try await database.makePlan(2027, by: Cast.clerkOfAnotherAgency)
      let foreign = await #expect(throws: Refusal.self) {
        try await copy(from, to: other, in: database, by: Cast.clerkOfAnotherAgency)
      }
      #expect(foreign?.kind == .notFound)
    }
  }
}
