import Access
import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Disposal
@testable import Dossiers

@Suite("LT-01 hết thời hạn bảo quản") struct RetentionTests {
  private func stored(_ dossier: Dossier.ID, in database: any Database) async throws -> String? {
    try await database.read {
      try $0.rows("SELECT retention_ends_on FROM dossiers WHERE id = \(dossier)")[0].find("retention_ends_on")
    }
  }

  @Test("counts from 31/12 of the year the work ended", arguments: [(2015, 10, "2026-01-01"), (2020, 3, "2024-01-01")])
  func counts(year: Int, years: Int, first: String) async throws {
    try await withDisposing { database in
      let dossier = try await database.ended(in: year, retention: .years(years))
      #expect(try await stored(dossier.id, in: database) == first)
    }
  }

  @Test("is not there while a dossier is open, nor for ever; reopening takes it away") func follows() async throws {
    try await withDisposing { database in
      let open = try await database.open()
      #expect(try await stored(open.id, in: database) == nil)
      let forever = try await database.ended(retention: .permanent)
      #expect(try await stored(forever.id, in: database) == nil)
      let closed = try await database.ended(retention: .years(3), state: .closed)
      #expect(try await stored(closed.id, in: database) == "2019-01-01")
      _ = try await database.write {
        try ReopenDossier(closed.id, reason: "bổ sung", formVersion: closed.version).perform(
          by: Cast.officerInCharge, in: $0)
      }
      #expect(try await stored(closed.id, in: database) == nil)
    }
  }

  @Test("only what is over, the archive's or short and with its unit, and under no order, comes to a review")
  func reviewable() async throws {
    try await withDisposing { database in
      let archived = try await database.ended()
      let short = try await database.ended(in: 2021, retention: .years(3), state: .closed)
      _ = try await database.ended(retention: .years(10), state: .closed)
      _ = try await database.ended(in: 2024)
      _ = try await database.ended(retention: .permanent)
      let held = try await database.ended()
      try await database.write { try EndedDossierStore($0).setHold("lệnh", of: held.id) }
      #expect(try await database.expired() == [short.id, archived.id])
      #expect(try await database.expired(by: Cast.leaderOfAnotherAgency) == [])
    }
  }

  @Test("pages go on by key") func pages() async throws {
    try await withDisposing { database in
      let all = [
        try await database.ended(in: 2013), try await database.ended(in: 2012), try await database.ended(in: 2013),
      ]
      let first = try await database.read { try EndedDossierStore($0).expired(limit: 1, by: Cast.archivist) }
      #expect(first.map(\.id) == [all[1].id])
      let key = try #require(first.first.flatMap { ExpiredKey($0) })
      #expect(ExpiredKey(text: key.text) == key)
      let rest = try await database.read { try EndedDossierStore($0).expired(after: key, limit: 9, by: Cast.archivist) }
      #expect(rest.map(\.id) == [all[0].id, all[2].id])
    }
  }

  @Test("the migration fills what was closed before as closing does") func migration() async throws {
    let filling = try #require(DossierMigrations.all.first { $0.name.hasPrefix("2026-12-03-30") })
    try await withDisposing { database in
      let dossier = try await database.ended()
      try await database.write { transaction in
        try transaction.run("UPDATE dossiers SET retention_ends_on = NULL")
        for statement in filling.statements(transaction.engine) where statement.pieces[0].contains("UPDATE") {
          try transaction.run(statement)
        }
      }
      #expect(try await stored(dossier.id, in: database) == "2026-01-01")
    }
  }
}
