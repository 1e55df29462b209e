import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import FilePlans

@Suite("HS-03 hồ sơ mở từ danh mục") struct OpenableEntryTests {
  private func openable(
    _ database: any Database, _ actor: Actor, _ text: String = ""
  ) async throws -> [String] {
    try await database.read { try FilePlanStore($0).openable(in: 2026, for: actor, matching: text) }.map(\.notation)
  }

  @Test("nothing is opened from what is not issued; then one's own come first") func order() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .approved)
      #expect(try await openable(database, Cast.officerInCharge).isEmpty)
      let line = try await database.outline(plan).lines[0].entry
      await #expect(throws: Refusal.self) {
        try await database.read { try FilePlanStore($0).find(line.id, visibleTo: Cast.officerInCharge) }
      }
      try await database.take(.issue, plan)
      // 03.KS names the officer, 01 and 02 the unit.
      #expect(try await openable(database, Cast.officerInCharge) == ["03.KS", "01.TCCB", "02.KS"])
      #expect(try await openable(database, Cast.unitHead) == ["01.TCCB", "02.KS", "03.KS"])
      let own = try await database.read { try FilePlanStore($0).openable(in: 2026, for: Cast.unitHead) }
      #expect(own.map(\.isOwn) == [true, true, false])
      let others = try await database.read { try FilePlanStore($0).openable(in: 2026, for: Cast.headOfTwo) }
      #expect(others.map(\.isOwn) == [false, false, false])
      // What is being added cannot be opened yet.
      try await database.take(.addEntry, plan)
      #expect(try await openable(database, Cast.unitHead).count == 3)
      #expect(try await database.read { try FilePlanStore($0).openable(in: 2025, for: Cast.unitHead) }.isEmpty)
    }
  }

  @Test(
    "found by words with or without diacritics, and by number",
    arguments: [
      ("cap phep", ["02.KS", "03.KS"]), ("Cấp phép THĂM DÒ", ["02.KS"]), ("tuyen cong chuc", ["01.TCCB"]),
      ("01.tccb", ["01.TCCB"]), ("100%", []), ("_", []), ("khong co", []),
    ]) func search(text: String, wanted: [String]) async throws
  {
    try await withPlans { database in
      _ = try await database.plan(in: .issued)
      #expect(try await openable(database, Cast.unitHead, text) == wanted)
    }
  }

  @Test("one of them, with its year and where it stands") func one() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .issued)
      let line = try await database.outline(plan).lines[2]
      let found = try await database.read {
        try FilePlanStore($0).find(line.entry.id, visibleTo: Cast.officerInCharge)
      }
      #expect((found.notation, found.year, found.headingTitle, found.isOwn) == ("03.KS", 2026, "Khoáng sản", true))
      #expect(found.entry.facts.retention == .years(10))
    }
  }
}
