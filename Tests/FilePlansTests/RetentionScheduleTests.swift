import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import FilePlans

@Suite("LT-07 bảng thời hạn lưu trữ") struct RetentionScheduleTests {
  private static let rules = [
    RetentionRule(
      place: 1, group: "Tổ chức", title: "Hồ sơ tuyển dụng, thi nâng ngạch công chức", retention: .years(20)),
    RetentionRule(place: 2, group: "Tổ chức", title: "Hồ sơ gốc cán bộ, công chức", retention: .permanent),
    RetentionRule(
      place: 3, group: "Khoáng sản", title: "Hồ sơ cấp giấy phép thăm dò khoáng sản", retention: .permanent),
  ]

  private func add(
    _ name: String, on day: Day, in database: any Database, _ rules: [RetentionRule] = Self.rules,
    by actor: Actor = Cast.archivist
  ) async throws -> RetentionSchedule {
    try await database.write {
      try AddRetentionSchedule(
        .init(name: name, issuer: "Bộ Tài nguyên", decisionCode: "10/2026/TT-BTN", effectiveOn: day), rules
      ).perform(by: actor, in: $0)
    }
  }

  private func inForce(_ database: any Database, on day: Day) async throws -> String? {
    try await database.read { try RetentionStore($0).inForce(of: Cast.archivist.agency, on: day)?.facts.name }
  }

  @Test("the last that took effect holds; ended, the one before it holds again") func versions() async throws {
    try await withPlans { database in
      let today = TestClock().now.day
      _ = try await add("Cũ", on: today - 400, in: database)
      let new = try await add("Mới", on: today - 10, in: database)
      _ = try await add("Sang năm", on: today + 60, in: database)
      #expect(try await inForce(database, on: today) == "Mới")
      #expect(try await inForce(database, on: today + 60) == "Sang năm")
      #expect(try await inForce(database, on: today - 500) == nil)
      _ = try await database.write {
        try EndRetentionSchedule(new.id, formVersion: 1).perform(by: Cast.administrator, in: $0)
      }
      #expect(try await inForce(database, on: today) == "Cũ")
      let stale = await #expect(throws: Refusal.self) {
        try await database.write {
          try EndRetentionSchedule(new.id, formVersion: 1).perform(by: Cast.archivist, in: $0)
        }
      }
      #expect(stale?.kind == .conflict)
    }
  }

  @Test("a title gets the term of the row with the nearest words, and the row as its reason") func proposes()
    async throws
  {
    try await withPlans { database in
      _ = try await add("Bảng ngành", on: TestClock().now.day, in: database)
      let agency = Cast.archivist.agency
      let found = try await database.read { transaction in
        let store = RetentionStore(transaction)
        return try [
          "Hồ sơ tuyển dụng công chức năm 2026", "Cap phep tham do mo Khe Sim", "Hồ sơ về việc của năm 2026", "Xe ô tô",
        ].map { try store.proposals(for: $0, of: agency).map { ($0.rule.place, $0.rule.retention) } }
      }
      #expect(found.map { $0.first?.0 } == [1, 3, nil, nil])
      #expect(found[0].first?.1 == .years(20))
      let elsewhere = try await database.read {
        try RetentionStore($0).proposals(for: "Hồ sơ tuyển dụng công chức", of: Cast.clerkOfAnotherAgency.agency)
      }
      #expect(elsewhere.isEmpty)
    }
  }

  @Test("every reason at once; only keepers and administrators; another agency's does not exist") func rights()
    async throws
  {
    try await withPlans { database in
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write {
          try AddRetentionSchedule(.init(name: "", issuer: "", decisionCode: "", effectiveOn: nil), []).perform(
            by: Cast.archivist, in: $0)
        }
      }
      #expect(refusal?.reasons.count == 5)
      for actor in [Cast.unitHead, Cast.officerInCharge, Cast.leader] {
        let refused = await #expect(throws: Refusal.self) {
          try await add("Bảng", on: TestClock().now.day, in: database, by: actor)
        }
        #expect(refused?.kind == .forbidden)
      }
      let mine = try await add("Bảng", on: TestClock().now.day, in: database)
      let foreign = await #expect(throws: Refusal.self) {
        try await database.read { try RetentionStore($0).find(mine.id, visibleTo: Cast.clerkOfAnotherAgency) }
      }
      #expect(foreign?.kind == .notFound)
    }
  }

  @Test("rows without a term are headings; rows are found with or without diacritics, page by page") func rows()
    async throws
  {
    let reading = RetentionReading(
      sheet([
        ["STT", "Tên nhóm hồ sơ, tài liệu", "Thời hạn lưu trữ"], ["", "1. Tài liệu tổng hợp", ""],
        ["1", "Kế hoạch công tác", "Vĩnh viễn"], ["2", "Giấy mời họp", "2 năm"], ["", "2. Tổ chức", ""],
        ["3", "Tuyển dụng", "lâu"], ["4", "Gốc cán bộ", "VV"],
      ]))
    #expect(reading.rules.map(\.group) == ["Tài liệu tổng hợp", "Tài liệu tổng hợp", "Tổ chức"])
    #expect(reading.faults.map(\.row) == [6])
    try await withPlans { database in
      let kept = try await add("Bảng", on: TestClock().now.day, in: database, reading.rules)
      let found = try await database.read { transaction in
        let store = RetentionStore(transaction)
        return [
          try store.rules(of: kept.id, matching: "to chuc"), try store.rules(of: kept.id, matching: "mời"),
          try store.rules(of: kept.id, after: 1, limit: 1),
        ].map { $0.map(\.place) }
      }
      #expect(found == [[3], [2], [2]])
    }
  }
}
