import Access
import Database
import FileVault
import Foundation
import Identity
import IncomingDocuments
import Kernel
import Logging
import Organization
import Registers
import SearchIndex
import TestSupport
import Testing

@testable import App

@Suite("Sinh văn bản để đo") struct GenerateDocumentsTests {
  private static let count = 300

  /// What a filled installation holds, and what the officer of the thousandth documents finds in it.
  private struct Filled: Equatable, Sendable {
    var documents: [String]
    var texts: Int
    var numbers: [Int]
    var found: Int
    var isIndexSound: Bool
  }

  private static func filled(seed: UInt64) async throws -> Filled {
    let clock = SteppedClock()
    return try await withDatabase(Modules.migrations, clock: clock) { database, folder in
      try await database.write { try ExampleBody.fill(in: $0) }
      let installation = try await Installation(
        settings: try await Settings.read(flags: ["data": folder.path], file: nil), database: database, clock: clock,
        logger: Logger(label: "generate"))
      let end = Instant(Day(year: 2026, month: 11, day: 6) ?? Day(number: 0), hour: 10, minute: 0, second: 0)
      let act = GenerateDocuments(count: count, seed: seed, end: end)
      try await act.run(installation, clock: clock) { _ in }
      await #expect(throws: Refusal.self) { try await act.run(installation, clock: clock) { _ in } }
      let report = try await IndexCheck(Modules.indexed, of: database).run(isMending: false) { _, _ in }
      let filled = try await database.read { transaction in
        let rows = try transaction.rows("SELECT * FROM incoming_documents ORDER BY arrival_number")
        let texts = try transaction.rows("SELECT COUNT(*) AS n FROM incoming_texts")[0]
        let found = try SearchIndex.search(SearchQuery("viec"), to: Cast.officerOfAnotherUnit, in: transaction)
        return try Filled(
          documents: rows.map {
            try "\($0.get("arrival_date", as: String.self)) \($0.get("subject", as: String.self))"
          },
          texts: texts.get("n"), numbers: rows.map { try $0.get("arrival_number") }, found: found.hits.count,
          isIndexSound: report.isSound && report.checked == count)
      }
      try await installation.modules.identity.passwords.close()
      try await installation.vault.close()
      return filled
    }
  }

  @Test("the same seed gives the same documents, another one others; all stand in book and index") func same()
    async throws
  {
    let (one, other) = (try await Self.filled(seed: 7), try await Self.filled(seed: 7))
    #expect(one == other)
    #expect(one.isIndexSound)
    #expect(one.numbers == Array(1...Self.count))
    #expect(one.texts > Self.count * 3 / 2)
    #expect(one.found >= 1)
    #expect(try await Self.filled(seed: 8).documents != one.documents)
  }
}
