import Database
import Foundation
import Kernel
import VietnameseText

/// FTS5: words, phrases and rights in one match.
struct SQLiteWordStore: WordStore {
  /// Words of a transaction wait in memory anyway (see the migrations).
  func gathering(in transaction: any Transaction, _ body: () throws -> Void) throws { try body() }

  func add(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws {
    try transaction.run(
      """
      INSERT INTO search_words (rowid, folded, exact, access)
      VALUES (\(id), \(text.folded), \(text.exact), \(text.marks(access: access)))
      """)
  }

  func remove(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws {
    try transaction.run(
      """
      INSERT INTO search_words (search_words, rowid, folded, exact, access)
      VALUES ('delete', \(id), \(text.folded), \(text.exact), \(text.marks(access: access)))
      """)
  }

  /// FTS5 does not tell what it holds of one row; `isWhole` reads all of it.
  func holds(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws -> Bool { true }

  func isWhole(in transaction: any Transaction) throws -> Bool {
    do {
      try transaction.run("INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)")
      return true
    } catch DatabaseFault.damaged {
      return false
    }
  }

  func rebuild(in transaction: any Transaction) throws {
    try transaction.run("INSERT INTO search_words (search_words) VALUES ('rebuild')")
  }

  /// A removal only marks words as gone until stretches of the index are merged.
  func forgetRemoved(in transaction: any Transaction) throws {
    try transaction.run("INSERT INTO search_words (search_words) VALUES ('optimize')")
  }

  func place(of part: SQL, in text: SQL) -> SQL { "instr(\(text), \(part))" }

  /// One query: FTS5 walks its lists by key, in either direction, and stops at the limit.
  func search(
    _ match: SearchMatch, page: KeysetPage, limit: Int, in transaction: any Transaction, take: (SQL) throws -> Int
  ) throws {
    _ = try take(
      """
      SELECT rowid AS id FROM search_words WHERE search_words MATCH \(Self.expression(match))
      AND \(page.bound("rowid")) ORDER BY rowid \(page.direction) LIMIT \(limit)
      """)
  }

  /// One walk over the newest matches. Only terms are ranked: access words and facets come after them in the query.
  func best(_ match: SearchMatch, among: Int, limit: Int, in transaction: any Transaction) throws -> [Int64] {
    let weights = try Self.weights(of: match.query.terms, in: transaction)
    return try transaction.rows(
      """
      SELECT id FROM (SELECT rowid AS id, word_rank(search_words, \(.list(weights))) AS score FROM search_words
        WHERE search_words MATCH \(Self.expression(match)) ORDER BY rowid DESC LIMIT \(among)) AS newest
      ORDER BY score DESC, id DESC LIMIT \(limit)
      """
    ).map { try $0.get("id") }
  }

  /// From so many of the newest entries it is told how common a term is.
  private static let sampledMax = 2_000

  /// What each term weighs: the fewer entries hold it, the more. One alone needs no weight.
  private static func weights(of terms: [QueryWords.Term], in transaction: any Transaction) throws -> [Double] {
    guard terms.count > 1 else { return [1] }
    let sample = try transaction.rows(
      """
      SELECT COUNT(*) AS entries, COALESCE(MIN(id), 0) AS oldest
      FROM (SELECT id FROM search_entries WHERE id > 0 ORDER BY id DESC LIMIT \(sampledMax)) AS newest
      """)[0]
    let entries: Int = try sample.get("entries")
    let oldest: Int64 = try sample.get("oldest")
    return try terms.map { term in
      let holding: Int = try transaction.rows(
        """
        SELECT COUNT(*) AS holding FROM search_words
        WHERE search_words MATCH \(quoted(term.tokens.joined(separator: " "))) AND rowid >= \(oldest)
        """)[0].get("holding")
      return log(1 + (Double(entries - holding) + 0.5) / (Double(holding) + 0.5))
    }
  }

  /// No column is named: words without diacritics are looked for in `folded` and may as well stand in `exact`, where
  /// they mean the same; words with diacritics stand in `exact` only; access words carry a mark of their own.
  static func expression(_ match: SearchMatch) -> String {
    var terms = match.query.terms.map { quoted($0.tokens.joined(separator: " ")) }
    terms.append(any(match.access))
    if !match.kinds.isEmpty { terms.append(any(match.kinds)) }
    terms += match.query.conditions.map { any($0.words) }
    let wanted = terms.joined(separator: " AND ")
    guard !match.query.excluded.isEmpty else { return wanted }
    return "(" + wanted + ") NOT " + any(match.query.excluded.map { $0.tokens.joined(separator: " ") })
  }

  private static func any(_ words: [String]) -> String {
    "(" + words.map(quoted).joined(separator: " OR ") + ")"
  }

  /// A string of FTS5: nothing in it is an operator. Tokens hold no quote; a doubled one would stay harmless.
  private static func quoted(_ words: String) -> String {
    "\"" + words.split(separator: "\"").joined(separator: "\"\"") + "\""
  }
}
