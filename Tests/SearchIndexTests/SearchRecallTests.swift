import Database
import Kernel
import SearchIndex
import TestSupport
import Testing

extension Actor {
  /// An actor of the invented body.
  static func of(agency: Int64 = 1, unit: Int64 = 1, post: Int64 = 1, roles: Set<Role>) -> Actor {
    Actor(
      account: AccountID(post), person: PersonID(post), personName: "Trần Thị Thử", post: PostID(post),
      postTitle: "Chuyên viên", unit: UnitID(unit), unitName: "Vụ Thử nghiệm", agency: AgencyID(agency),
      agencyName: "Cục Thử nghiệm", roles: roles, address: "192.0.2.1")
  }

  static let clerk = Actor.of(roles: [.registryClerk])
  static let clerkOfOtherAgency = Actor.of(agency: 2, post: 2, roles: [.registryClerk])
  static let unitHead = Actor.of(unit: 3, post: 3, roles: [.unitHead])
  static let officer = Actor.of(unit: 4, post: 7, roles: [.officer])
  static let stranger = Actor.of(agency: 9, unit: 9, post: 9, roles: [.registryClerk, .unitHead])
  static let cast = [clerk, clerkOfOtherAgency, unitHead, officer, stranger]
}

@Suite("PL6-64 tìm thấy đủ khi gõ không dấu, đúng khi gõ có dấu") struct SearchRecallTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func equalsReadingEveryText(seed: UInt64) async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      let records = InventedRecord.many(150, seed: seed)
      var random = FixedRandom(seed: seed &+ 100)
      let texts = records.map { ($0.subject.written(&random), $0.pages.map { $0.written(&random) }) }
      try await database.write { transaction in
        for (record, text) in zip(records, texts) {
          try SearchIndex.put(
            record.reference, metadata: text.0.replacing("\n", with: " "),
            parts: text.1.enumerated().map { SearchPart(part: $0 + 1, text: $1) }, principals: record.principals,
            in: transaction)
        }
      }
      let queries = (0..<120).map { _ in InventedQuery(&random) }
      let wrong = try await database.read { transaction in
        try queries.flatMap { query in
          try Actor.cast.compactMap { actor -> String? in
            let expected = records.reversed().filter { record in
              !Set(record.principals).isDisjoint(with: actor.principals) && query.finds(record)
            }.map(\.reference)
            let found = try SearchIndex.search(
              SearchQuery(query.typed), to: actor, limit: 1_000, in: transaction
            ).hits.map(\.record)
            return found == expected ? nil : "\(query) as \(actor.post): \(expected.count), found \(found.count)"
          }
        }
      }
      #expect(wrong == [])
      // The queries are no good if they find nothing.
      #expect(queries.count(where: { query in records.contains { query.finds($0) } }) > 60)
    }
  }
}
