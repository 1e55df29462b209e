import Database
import Kernel
import SearchIndex
import TestSupport
import Testing

/// An invented record with facts that filters ask for.
private struct FiledRecord: Sendable {
  static let types = ["congVan", "keHoach", "toTrinh"]
  static let issuers = [
    "Bộ Tài chính", "Bộ Tài nguyên và Môi trường", "Sở Tài chính tỉnh Thử Nghiệm", "Văn phòng Bộ", "Sở Tư pháp",
  ]
  static let firstDay = Day(year: 2023, month: 11, day: 20) ?? Day(number: 0)
  static let days = 900

  var record: InventedRecord
  var type: String
  var issuer: String
  var day: Day

  static func many(_ count: Int, seed: UInt64) -> [FiledRecord] {
    var random = FixedRandom(seed: seed)
    // Some texts are long enough for several entries.
    return InventedRecord.many(count, seed: seed).map { record in
      var record = record
      if Int.random(in: 0..<16, using: &random) == 0 {
        // Common words only, on every page of them: what is found together stands in one entry.
        record.pages += (0..<4).map { _ in
          (0..<3_000).map { _ in InventedSyllable.all[Int.random(in: 0..<6, using: &random)] }
        }
      }
      return FiledRecord(
        record: record, type: types[Int.random(in: 0..<types.count, using: &random)],
        issuer: issuers[Int.random(in: 0..<issuers.count, using: &random)],
        day: firstDay + Int.random(in: 0..<days, using: &random))
    }
  }

  func put(in transaction: any Transaction) throws {
    var random = FixedRandom(seed: UInt64(record.reference.number))
    try SearchIndex.put(
      record.reference, metadata: record.subject.written(&random).replacing("\n", with: " "), facets: facets,
      parts: record.pages.enumerated().map { SearchPart(part: $0 + 1, text: $1.written(&random)) },
      principals: record.principals, in: transaction)
  }

  var facets: [SearchFacet] { [.value("loai", type), .text("cq", issuer), .day("den", day)] }
}

/// Words, what may not stand there, and filters; and which records they mean by definition.
private struct FiledQuery: CustomStringConvertible {
  var wanted: InventedQuery?
  var excluded: InventedSyllable?
  var type: String?
  var issuer: (typed: String, names: Set<String>)?
  var from: Day?
  var to: Day?
  static let today = FiledRecord.firstDay + 1_000

  private static let typedIssuers: [(String, Set<String>)] = [
    ("bo tai chinh", ["Bộ Tài chính"]), ("tài chính", ["Bộ Tài chính", "Sở Tài chính tỉnh Thử Nghiệm"]),
    ("sở", ["Sở Tài chính tỉnh Thử Nghiệm", "Sở Tư pháp"]),
    ("bộ", ["Bộ Tài chính", "Bộ Tài nguyên và Môi trường", "Văn phòng Bộ"]),
    ("so", ["Sở Tài chính tỉnh Thử Nghiệm", "Sở Tư pháp"]), ("bỏ", []),
    (
      "tài",
      [
        "Bộ Tài chính", "Bộ Tài nguyên và Môi trường", "Sở Tài chính tỉnh Thử Nghiệm",
      ]
    ),
  ]

  init(_ random: inout FixedRandom) {
    func draw(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &random) == 0 }
    if !draw(3) { wanted = InventedQuery(&random) }
    if draw(3) { excluded = InventedSyllable.all.randomElement(using: &random) }
    if draw(3) { type = FiledRecord.types.randomElement(using: &random) }
    if draw(3) { issuer = Self.typedIssuers.randomElement(using: &random).map { ($0, $1) } }
    if draw(2) { from = FiledRecord.firstDay + Int.random(in: -50..<950, using: &random) }
    if draw(2) { to = FiledRecord.firstDay + Int.random(in: -50..<950, using: &random) }
    if wanted == nil, excluded == nil, type == nil, issuer == nil { type = FiledRecord.types[0] }
  }

  var typed: String { (wanted?.typed ?? "") + (excluded.map { " -\($0.exact)" } ?? "") }

  var description: String {
    "«\(typed)» \(type ?? "") \(issuer?.typed ?? "") \(from?.isoText ?? "")…\(to?.isoText ?? "")"
  }

  var query: SearchQuery {
    var conditions: [SearchCondition] = []
    if let type { conditions += SearchCondition.value("loai", type) }
    if let issuer { conditions += SearchCondition.text("cq", issuer.typed) }
    if from != nil || to != nil { conditions += SearchCondition.days("den", from: from, to: to, today: Self.today) }
    return SearchQuery(typed, conditions: conditions)
  }

  func finds(_ filed: FiledRecord) -> Bool {
    if let wanted, !wanted.finds(filed.record) { return false }
    if let excluded, InventedQuery.Term(syllables: [excluded], isExact: excluded.hasDiacritics).stands(in: filed.record)
    {
      return false
    }
    if let type, type != filed.type { return false }
    if let issuer, !issuer.names.contains(filed.issuer) { return false }
    if let from, filed.day < from { return false }
    if let to, filed.day > to { return false }
    return true
  }
}

extension InventedQuery.Term {
  fileprivate func stands(in record: InventedRecord) -> Bool { record.fields.contains { finds(in: $0) } }
}

@Suite("PL6-64 điều kiện lọc trong chỉ mục") struct SearchConditionTests {
  @Test("filters and exclusions equal reading every record, for everyone of the cast", arguments: [11, 12] as [UInt64])
  func equalsReadingEveryRecord(seed: UInt64) async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      let records = FiledRecord.many(120, seed: seed)
      var random = FixedRandom(seed: seed &+ 100)
      try await database.write { transaction in
        for record in records { try record.put(in: transaction) }
      }
      let queries = (0..<80).map { _ in FiledQuery(&random) }
      let wrong = try await database.read { transaction in
        try queries.flatMap { query in
          try Actor.cast.flatMap { try Self.mistakes(query, of: $0, among: records, in: transaction) }
        }
      }
      #expect(wrong == [])
      #expect(
        queries.count(where: { query in records.contains { query.finds($0) } }) > 25, "the queries find too little")
    }
  }

  private static func mistakes(
    _ query: FiledQuery, of actor: Actor, among records: [FiledRecord], in transaction: any Transaction
  ) throws -> [String] {
    let expected = records.reversed().filter { filed in
      !Set(filed.record.principals).isDisjoint(with: actor.principals) && query.finds(filed)
    }.map(\.record.reference)
    let asked = query.query
    let found = try SearchIndex.search(asked, to: actor, limit: 1_000, in: transaction).hits.map(\.record)
    let best = try SearchIndex.best(asked, to: actor, limit: 1_000, in: transaction).map(\.record)
    let count = try SearchIndex.count(asked, to: actor, in: transaction)
    var wrong: [String] = []
    if found != expected { wrong.append("\(query) as \(actor.post): \(expected.count), found \(found.count)") }
    if Set(best) != Set(expected) || best.count != expected.count {
      wrong.append("\(query) as \(actor.post): \(expected.count), best \(best.count)")
    }
    if count != CappedCount(number: expected.count, isCapped: false) {
      wrong.append("\(query) as \(actor.post): \(expected.count), counted \(count.text)")
    }
    return wrong
  }

  @Test("facts that change are found as they are now") func refaceting() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      let records = FiledRecord.many(20, seed: 3)
      let changed = records.map { filed in
        var filed = filed
        filed.type = filed.type == "congVan" ? "keHoach" : "congVan"
        return filed
      }
      try await database.write { transaction in
        for record in records { try record.put(in: transaction) }
        for record in changed {
          try SearchIndex.refacet(record.record.reference, facets: record.facets, in: transaction)
        }
      }
      let query = SearchQuery("", conditions: SearchCondition.value("loai", "keHoach"))
      let found = try await database.read { transaction in
        try SearchIndex.search(query, to: .clerk, in: transaction).hits.map(\.record)
      }
      let expected = changed.reversed().filter { filed in
        filed.type == "keHoach" && !Set(filed.record.principals).isDisjoint(with: Actor.clerk.principals)
      }
      #expect(!found.isEmpty && found == expected.map(\.record.reference))
    }
  }

  @Test("the best match stands first") func relevance() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      let filler = String(repeating: "chữ thường ngày ", count: 200)
      try await database.write { transaction in
        for (number, subject, text) in [
          (1, "Kiểm kê tài sản", "Kiểm kê tài sản công, kiểm kê đất, kiểm kê rừng."),
          (2, "Họp giao ban", filler + "kiểm kê."),
          (3, "Kế hoạch", filler),
        ] as [(Int64, String, String)] {
          try SearchIndex.put(
            RecordReference(code: "paper", number: number), metadata: subject, parts: [SearchPart(part: 1, text: text)],
            principals: [.agency(AgencyID(1))], in: transaction)
        }
      }
      let (best, newest) = try await database.read { transaction in
        let query = SearchQuery("kiem ke")
        return (
          try SearchIndex.best(query, to: .clerk, in: transaction).map(\.record.number),
          try SearchIndex.search(query, to: .clerk, in: transaction).hits.map(\.record.number)
        )
      }
      #expect(best == [1, 2])
      #expect(newest == [2, 1])
    }
  }

  @Test("of two words the rarer one tells more", .enabled(if: TestEngine.engine == .sqlite)) func weights() async throws
  {
    try await withDatabase(SearchIndexMigrations.all) { database in
      let others = (10..<60).map { (Int64($0) * 8, "chung việc khác") }
      try await database.write { transaction in
        for (number, text) in [(1, "quặng quặng quặng chung"), (8, "quặng chung chung chung")] + others {
          try SearchIndex.put(
            RecordReference(code: "paper", number: number), metadata: text, parts: [],
            principals: [.agency(AgencyID(1))], in: transaction)
        }
      }
      let best = try await database.read { transaction in
        try SearchIndex.best(SearchQuery("chung quặng"), to: .clerk, in: transaction).map(\.record.number)
      }
      #expect(best == [1, 8])
    }
  }
}
