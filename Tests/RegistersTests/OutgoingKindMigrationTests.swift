import Audit
import Database
import FileVault
import Foundation
import Jobs
import Kernel
import Organization
import TestSupport
import Testing

@testable import Registers

@Suite("DI-01 sổ văn bản đi vào sơ đồ dữ liệu đang dùng") struct OutgoingKindMigrationTests {
  private static let others = AuditMigrations.all + FileVaultMigrations.all + OrganizationMigrations.all

  @Test("a filled old schema keeps its books, numbers and what points at them") func keepsWhatStands() async throws {
    let old = Self.others + RegistersMigrations.all.filter { $0.name < "2026-11-28" }
    try await withDatabase(old) { database in
      try await database.write { try ExampleBody.fill(in: $0) }
      let books = Books(database: database)
      for record in 1...3 as ClosedRange<Int64> { try await books.take(record) }
      let before = try await books.all()
      try Migrator(Self.others + RegistersMigrations.all).migrate(database)
      #expect(try await books.all() == before && before.map(\.lastNumber) == [3])
      #expect(try await books.take(4).number == 4)
      #expect(try await books.check(before[0].id).isWhole)
      let opened = try await books.open(OpenRegister(.outgoing, year: 2026))
      #expect(opened.name == "Sổ đăng ký văn bản đi" && opened.nextNumber == 1)
      // The constraints and the index are the new table's too.
      await #expect(throws: (any Error).self) {
        try await database.write { try $0.run("UPDATE registers SET kind = 'other' WHERE id = \(opened.id)") }
      }
      await #expect(throws: (any Error).self) {
        try await database.write { try $0.run("DELETE FROM registers WHERE id = \(before[0].id)") }
      }
      await #expect(throws: (any Error).self) {
        try await database.write {
          try $0.run("UPDATE registers SET kind = 'outgoing', name = \(opened.name) WHERE id = \(before[0].id)")
        }
      }
    }
  }
}
