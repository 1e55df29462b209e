import Database
import Kernel

/// A record that was found, with the entry (part) in which it was found first.
package struct SearchHit: Sendable, Equatable {
  package var record: RecordReference
  /// The entry of the index, for a snippet.
  package var entry: Int64

  package init(record: RecordReference, entry: Int64) {
    self.record = record
    self.entry = entry
  }
}

/// A number that is counted only so far.
package struct CappedCount: Sendable, Equatable {
  package var number: Int
  /// True when there are more than `number`.
  package var isCapped: Bool

  package init(number: Int, isCapped: Bool) {
    self.number = number
    self.isCapped = isCapped
  }

  /// `37`, `1.000+`.
  package var text: String {
    var digits = String(number)
    if digits.count > 3 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -3)) }
    return isCapped ? digits + "+" : digits
  }
}

/// One page of found records, newest first, each once.
package struct SearchPage: Sendable, Equatable {
  package var hits: [SearchHit] = []
  /// Where the page with older ones begins (`.before`); nil when there are none.
  package var older: Int64?
  /// Where the page with newer ones begins (`.after`); nil when there are none.
  package var newer: Int64?

  package init() {}
}

extension SearchIndex {
  /// The records that hold every term and that the actor may see, newest first.
  ///
  /// - Parameters:
  ///   - kinds: codes of record kinds; nil for all.
  ///   - page: keys as given in `SearchPage.older` and `.newer`.
  ///   - limit: records on a page.
  package static func search(
    _ query: SearchQuery, to actor: Actor, kinds: [String]? = nil, page: KeysetPage = .newest, limit: Int = 50,
    in transaction: any Transaction
  ) throws -> SearchPage {
    guard !query.isEmpty else { return SearchPage() }
    let match = SearchMatch(query, actor: actor, kinds: kinds)
    let found = try FoundRecords(match: match, page: page, limit: limit, in: transaction)
    return found.page
  }

  /// Relevance is told among this many newest matches.
  package static let rankedMax = 2_000

  /// The records that match best among the newest entries that match (2,000), best first. What asks for no word has no
  /// best match: then the newest.
  package static func best(
    _ query: SearchQuery, to actor: Actor, kinds: [String]? = nil, among: Int = rankedMax, limit: Int = 50,
    in transaction: any Transaction
  ) throws -> [SearchHit] {
    guard !query.terms.isEmpty else {
      return try search(query, to: actor, kinds: kinds, limit: limit, in: transaction).hits
    }
    let store = SearchStore(transaction)
    // A long text has several entries; the best of them counts.
    let keys = try store.words.best(
      SearchMatch(query, actor: actor, kinds: kinds), among: among, limit: 2 * limit, in: transaction)
    let entries = try store.entries(keys)
    let barred = try store.recordsHolding(query.excluded, among: Array(entries.values))
    var seen = barred
    let hits = keys.compactMap { key in
      entries[key].flatMap { seen.insert($0.record).inserted ? SearchHit(record: $0.record, entry: key) : nil }
    }
    return Array(hits.prefix(limit))
  }

  /// How many entries the engine alone finds, up to `most`: the floor under a search, for measuring.
  package static func countKeys(
    _ query: SearchQuery, to actor: Actor, upTo most: Int, in transaction: any Transaction
  ) throws -> Int {
    var found = 0
    let match = SearchMatch(query, actor: actor, kinds: nil)
    try SearchStore(transaction).words.search(match, page: .newest, limit: most, in: transaction) { keys in
      let count = try transaction.rows(keys).count
      found += count
      return count
    }
    return found
  }

  private static let countMax = 1_000

  /// How many records match, counted up to about 1,000.
  package static func count(
    _ query: SearchQuery, to actor: Actor, kinds: [String]? = nil, in transaction: any Transaction
  ) throws -> CappedCount {
    guard !query.isEmpty else { return CappedCount(number: 0, isCapped: false) }
    let match = SearchMatch(query, actor: actor, kinds: kinds)
    guard query.excluded.isEmpty else {
      // What is excluded may stand in another entry than what was found, so the records themselves are walked.
      let found = try FoundRecords(match: match, page: .newest, limit: countMax, in: transaction).page
      return CappedCount(number: found.hits.count, isCapped: found.older != nil)
    }
    return try SearchStore(transaction).count(match, upTo: countMax)
  }
}

extension SearchMatch {
  init(_ query: SearchQuery, actor: Actor, kinds: [String]?) {
    self.query = query
    access = actor.principals.map(AccessWords.word)
    self.kinds = kinds?.map(AccessWords.word(kind:)) ?? []
  }
}

/// Walks matching entries until a page of distinct records is full.
private struct FoundRecords {
  private struct Record {
    var hit: SearchHit
    /// Keys of its first entry and of its last that matched.
    var first: Int64
    var last: Int64
  }

  private(set) var page = SearchPage()

  init(match: SearchMatch, page: KeysetPage, limit: Int, in transaction: any Transaction) throws {
    let store = SearchStore(transaction)
    var records: [Record] = []
    var position = page
    // A record's entries follow each other, so only neighbours can be of one record. One more record than is shown
    // tells whether there is another page, and that all entries of the shown ones were seen.
    walk: while true {
      let rows = try store.matches(match, page: position, limit: limit + 1)
      let barred = try store.recordsHolding(match.query.excluded, among: rows)
      for row in rows where !barred.contains(row.record) {
        let first = row.id - row.part
        if let last = records.last, last.first == first {
          records[records.count - 1].last = max(last.last, row.id)
        } else {
          if records.count > limit { break walk }
          records.append(Record(hit: SearchHit(record: row.record, entry: row.id), first: first, last: row.id))
        }
      }
      guard rows.count > limit, records.count <= limit, let last = rows.last else { break }
      position = page.isForward ? .after(last.id) : .before(last.id)
    }
    let isMore = records.count > limit
    let shown = page.inOrder(Array(records.prefix(limit)))
    self.page.hits = shown.map(\.hit)
    guard let newest = shown.first, let oldest = shown.last else { return }
    switch page {
    case .newest:
      self.page.older = isMore ? oldest.first : nil
    case .before:
      self.page.older = isMore ? oldest.first : nil
      self.page.newer = newest.last
    case .after:
      self.page.older = oldest.first
      self.page.newer = isMore ? newest.last : nil
    }
  }
}

extension KeysetPage {
  fileprivate var isForward: Bool {
    if case .after = self { true } else { false }
  }
}
