import Database
import Kernel
import VietnameseText

/// One stored entry of a record. A record's entries have keys that follow each other, so `id - part` is its first.
struct SearchEntry: Sendable, Equatable {
  var id: Int64
  var part: Int64
  var access: String
}

/// All SQL of the tables both engines share.
struct SearchStore {
  let transaction: any Transaction
  let words: any WordStore

  init(_ transaction: any Transaction) {
    self.transaction = transaction
    words = transaction.engine.wordStore
  }

  func entries(of record: RecordReference) throws -> [SearchEntry] {
    try transaction.rows(
      """
      SELECT id, part, access FROM search_entries
      WHERE record_code = \(record.code) AND record_number = \(record.number) ORDER BY part
      """
    ).map { try SearchEntry(id: $0.get("id"), part: $0.get("part"), access: $0.get("access")) }
  }

  func text(of entry: SearchEntry) throws -> EntryText {
    let rows = try transaction.rows("SELECT folded, exact, facets FROM search_texts WHERE id = \(entry.id)")
    guard let row = rows.first else { throw DatabaseFault.other(message: "entry without text", sql: "\(entry.id)") }
    return try EntryText(folded: row.get("folded"), exact: row.get("exact"), facets: row.get("facets"))
  }

  /// Nil when the entry has lost its text.
  func findText(of entry: SearchEntry) throws -> EntryText? {
    try transaction.rows("SELECT folded, exact, facets FROM search_texts WHERE id = \(entry.id)").first.map { row in
      try EntryText(folded: row.get("folded"), exact: row.get("exact"), facets: row.get("facets"))
    }
  }

  /// Takes out whatever is there of a record, whole or not. Gives whether there was anything.
  @discardableResult func removeAll(of record: RecordReference) throws -> Bool {
    let known = try entries(of: record)
    for entry in known {
      try words.remove(entry.id, findText(of: entry) ?? EntryText(), access: entry.access, in: transaction)
      try transaction.run("DELETE FROM search_texts WHERE id = \(entry.id)")
      try transaction.run("DELETE FROM search_entries WHERE id = \(entry.id)")
    }
    return !known.isEmpty
  }

  func records(of kind: String, after number: Int64, limit: Int) throws -> [RecordReference] {
    try transaction.rows(
      """
      SELECT DISTINCT record_number FROM search_entries WHERE record_code = \(kind) AND record_number > \(number)
      ORDER BY record_number LIMIT \(limit)
      """
    ).map { try RecordReference(code: kind, number: $0.get("record_number")) }
  }

  /// Adds the entries of a record that has none. Keys begin at the record's own, which grows with its arrival, and
  /// move on past taken ones; so the newest entries are those of the newest records of all kinds.
  func add(_ texts: [EntryText], access: String, of record: RecordReference) throws {
    var first = record.number
    while try !claim(texts.count, from: first, access: access, of: record) {
      first = try freeKeys(texts.count, from: first)
    }
    for (part, text) in texts.enumerated() {
      let id = first + Int64(part)
      try transaction.later(
        """
        INSERT INTO search_texts (id, folded, exact, facets)
        VALUES (\(id), \(text.folded), \(text.exact), \(text.facets))
        """)
      try words.add(id, text, access: access, in: transaction)
    }
  }

  func replace(_ entry: SearchEntry, text: EntryText, access: String) throws {
    let old = try self.text(of: entry)
    guard old != text || entry.access != access else { return }
    try words.remove(entry.id, old, access: entry.access, in: transaction)
    if old != text {
      try transaction.run(
        """
        UPDATE search_texts SET folded = \(text.folded), exact = \(text.exact), facets = \(text.facets)
        WHERE id = \(entry.id)
        """)
    }
    if entry.access != access {
      try transaction.run("UPDATE search_entries SET access = \(access) WHERE id = \(entry.id)")
    }
    try words.add(entry.id, text, access: access, in: transaction)
  }

  func remove(_ entry: SearchEntry) throws {
    try words.remove(entry.id, text(of: entry), access: entry.access, in: transaction)
    try transaction.run("DELETE FROM search_texts WHERE id = \(entry.id)")
    try transaction.run("DELETE FROM search_entries WHERE id = \(entry.id)")
  }

  /// The first of `count` free keys in a row, at `start` or later.
  private func freeKeys(_ count: Int, from start: Int64) throws -> Int64 {
    var first = start
    var attempts = 0
    while true {
      let row = try transaction.rows(
        "SELECT MAX(id) AS taken FROM search_entries WHERE id >= \(first) AND id < \(first + Int64(count))")[0]
      guard let taken: Int64 = try row.find("taken") else { return first }
      attempts += 1
      // Where keys stand dense (an import), steps grow so that the walk stays short.
      first = taken + 1 + (attempts > 8 ? 1 << min(attempts - 8, 20) : 0)
    }
  }

  /// False when another transaction took one of the keys meanwhile; what was claimed is given back.
  private func claim(_ count: Int, from first: Int64, access: String, of record: RecordReference) throws -> Bool {
    for part in 0..<Int64(count) {
      let added = try transaction.run(
        """
        INSERT INTO search_entries (id, record_code, record_number, part, access)
        VALUES (\(first + part), \(record.code), \(record.number), \(part), \(access)) ON CONFLICT (id) DO NOTHING
        """)
      if added == 0 {
        try transaction.run(
          "DELETE FROM search_entries WHERE record_code = \(record.code) AND record_number = \(record.number)")
        return false
      }
    }
    return true
  }
}

/// An entry that matched.
struct MatchedEntry: Sendable {
  var id: Int64
  var part: Int64
  var record: RecordReference
}

extension SearchStore {
  func matches(_ match: SearchMatch, page: KeysetPage, limit: Int) throws -> [MatchedEntry] {
    var matches: [MatchedEntry] = []
    try words.search(match, page: page, limit: limit, in: transaction) { keys in
      let rows = try transaction.rows(
        """
        SELECT search_entries.id AS id, part, record_code, record_number
        FROM (\(keys)) AS found
        JOIN search_entries ON search_entries.id = found.id ORDER BY found.id \(page.direction)
        """)
      for row in rows {
        matches.append(
          try MatchedEntry(
            id: row.get("id"), part: row.get("part"),
            record: RecordReference(code: row.get("record_code"), number: row.get("record_number"))))
      }
      return rows.count
    }
    return matches
  }

  /// The entries of these keys.
  func entries(_ keys: [Int64]) throws -> [Int64: MatchedEntry] {
    let rows = try transaction.rows(
      "SELECT id, part, record_code, record_number FROM search_entries WHERE id IN (\(.list(keys)))")
    return Dictionary(
      uniqueKeysWithValues: try rows.map { row in
        let entry = try MatchedEntry(
          id: row.get("id"), part: row.get("part"),
          record: RecordReference(code: row.get("record_code"), number: row.get("record_number")))
        return (entry.id, entry)
      })
  }

  /// Records of these rows that hold one of the terms in any of their entries: a long text has several, and what is
  /// excluded may stand in another one than what was found.
  func recordsHolding(_ terms: [QueryWords.Term], among rows: [MatchedEntry]) throws -> Set<RecordReference> {
    guard !terms.isEmpty, !rows.isEmpty else { return [] }
    var holds: SQL = "1 = 0"
    for term in terms {
      let column: SQL =
        switch term.column {
        case .folded: "folded"
        case .exact: "exact"
        }
      let wanted: SQL = "\(" " + term.tokens.joined(separator: " ") + " ")"
      holds = holds + " OR " + words.place(of: wanted, in: "' ' || \(column)") + " > 0"
    }
    var found: Set<RecordReference> = []
    for (code, records) in Dictionary(grouping: rows.map(\.record), by: \.code) {
      let others = try transaction.rows(
        """
        SELECT record_number FROM search_entries JOIN search_texts ON search_texts.id = search_entries.id
        WHERE record_code = \(code) AND record_number IN (\(.list(records.map(\.number))))
        AND (\(holds))
        """)
      for row in others { found.insert(RecordReference(code: code, number: try row.get("record_number"))) }
    }
    return found
  }

  /// Counts distinct records among the newest entries that match.
  func count(_ match: SearchMatch, upTo most: Int) throws -> CappedCount {
    var entries = 0
    var records = 0
    var oldest: Int64?
    try words.search(match, page: .newest, limit: most + 1, in: transaction) { keys in
      let row = try transaction.rows(
        """
        SELECT COUNT(*) AS entries, COUNT(DISTINCT found.id - part) AS records, MAX(found.id - part) AS newest,
          MIN(found.id - part) AS oldest
        FROM (\(keys)) AS found
        JOIN search_entries ON search_entries.id = found.id
        """)[0]
      let newest: Int64? = try row.find("newest")
      // A record whose entries lie on both sides of the step was counted by both.
      let isShared = newest != nil && newest == oldest
      oldest = try row.find("oldest") ?? oldest
      entries += try row.get("entries", as: Int.self)
      records += try row.get("records", as: Int.self) - (isShared ? 1 : 0)
      return try row.get("entries")
    }
    return CappedCount(number: min(records, most), isCapped: entries > most)
  }
}
