import Database
import Kernel
import VietnameseText

/// One GIN index over the distinct words of both forms, the access words and the window words.
///
/// GIN gives no order, so «the newest» would mean reading every match of a common word. Each entry therefore also
/// holds words that say in which stretch of keys it lies, and a search asks stretch after stretch, each as wide as
/// what was found so far makes sensible. Where a phrase is asked for, the words find the candidates and the stored
/// text decides: word positions in a vector end at 255 of a word.
struct PostgresWordStore: WordStore {
  /// Words wait unsorted in the index, since sorting them in one entry after the other costs six times as much; they are
  /// sorted in before the transaction ends, so that no search reads them all.
  func gathering(in transaction: any Transaction, _ body: () throws -> Void) throws {
    try transaction.later("SET LOCAL gin_pending_list_limit = '256MB'")
    try body()
    // Not there while a database is filled that gets its index at the end: then nothing is done.
    try transaction.later("SELECT gin_clean_pending_list(to_regclass('search_words_index'))")
  }

  func add(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws {
    try transaction.later(
      "INSERT INTO search_words (id, words) VALUES (\(id), \(Self.vector(id, text, access: access)))")
  }

  private static func vector(_ id: Int64, _ text: EntryText, access: String) -> SQL {
    let words =
      text.folded + text.exact + text.marks(access: access) + " " + WindowWords.all(of: id).joined(separator: " ")
    return "array_to_tsvector(string_to_array(\(words), ' '))"
  }

  func holds(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws -> Bool {
    try !transaction.rows(
      "SELECT 1 AS one FROM search_words WHERE id = \(id) AND words = \(Self.vector(id, text, access: access))"
    ).isEmpty
  }

  /// `holds` tells everything.
  func isWhole(in transaction: any Transaction) throws -> Bool { true }

  func rebuild(in transaction: any Transaction) throws { try transaction.run("REINDEX INDEX search_words_index") }

  func remove(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws {
    try transaction.later("DELETE FROM search_words WHERE id = \(id)")
  }

  /// Rows are gone; what is left of them in the files is vacuumed.
  func forgetRemoved(in transaction: any Transaction) throws {}

  func place(of part: SQL, in text: SQL) -> SQL { "strpos(\(text), \(part))" }

  func search(
    _ match: SearchMatch, page: KeysetPage, limit: Int, in transaction: any Transaction, take: (SQL) throws -> Int
  ) throws {
    guard var walk = try WindowWalk(page: page, in: transaction) else { return }
    var left = limit
    var isFirst = true
    while left > 0, let window = walk.next(wanted: left) {
      // Mostly the first window is enough.
      let density = isFirst ? nil : try walk.density(in: transaction)
      let found = try take(query(match, page: page, window: window, limit: left))
      walk.found(found)
      if let density { walk.adapt(to: try density.get()) }
      isFirst = false
      left -= found
    }
  }

  /// The vectors hold no positions, so the stored text is counted: how often the terms stand in it, for its length.
  func best(_ match: SearchMatch, among: Int, limit: Int, in transaction: any Transaction) throws -> [Int64] {
    var keys: [Int64] = []
    try search(match, page: .newest, limit: among, in: transaction) { query in
      let found = try transaction.rows(query).map { try $0.get("id", as: Int64.self) }
      keys += found
      return found.count
    }
    // Lengths in bytes, which the engine knows without reading the text; `|| ''` and `OFFSET 0` unpack each text once
    // for all terms.
    var count: SQL = "0"
    for term in match.query.terms {
      let column = Self.column(of: term)
      let wanted = " " + term.tokens.joined(separator: " ") + " "
      let shorter: SQL = "octet_length(\(column)) - octet_length(replace(\(column), \(wanted), ' '))"
      count = count + " + (\(shorter)) / \(wanted.utf8.count - 1)"
    }
    let texts = Set(match.query.terms.map(\.column)).map { column -> SQL in
      switch column {
      case .folded: ", folded || '' AS folded"
      case .exact: ", exact || '' AS exact"
      }
    }
    return try transaction.rows(
      """
      SELECT id FROM (SELECT id, octet_length(folded) AS bytes \(texts.joined(separator: ""))
        FROM search_texts WHERE id IN (\(.list(keys))) OFFSET 0) AS texts
      ORDER BY CAST(\(count) AS DOUBLE PRECISION) / (1000 + bytes) DESC, id DESC LIMIT \(limit)
      """
    ).map { try $0.get("id") }
  }

  private static func column(of term: QueryWords.Term) -> SQL {
    switch term.column {
    case .folded: "folded"
    case .exact: "exact"
    }
  }

  /// The window's bounds are hidden from the planner (`id + 0`), so that it asks the word index and nothing else; what
  /// it finds there is sorted, and texts are read for phrases only until the limit.
  private func query(_ match: SearchMatch, page: KeysetPage, window: WindowWalk.Window, limit: Int) -> SQL {
    var conditions: SQL = "TRUE"
    for phrase in match.query.terms where phrase.tokens.count > 1 {
      conditions = conditions + " AND " + Self.holds(phrase)
    }
    for phrase in match.query.excluded where phrase.tokens.count > 1 {
      conditions = conditions + " AND NOT " + Self.holds(phrase)
    }
    return """
      SELECT id FROM (
        WITH matching AS MATERIALIZED (
          SELECT id FROM search_words WHERE words @@ (\(Self.expression(match, window: window)))::tsquery
          AND id + 0 >= \(window.keys.lowerBound) AND id + 0 < \(window.keys.upperBound))
        SELECT id FROM matching ORDER BY id \(page.direction)) AS sorted
      WHERE \(conditions) ORDER BY id \(page.direction) LIMIT \(limit)
      """
  }

  private static func holds(_ phrase: QueryWords.Term) -> SQL {
    let wanted = " " + phrase.tokens.joined(separator: " ") + " "
    return
      "(SELECT strpos(' ' || \(column(of: phrase)), \(wanted)) > 0 FROM search_texts WHERE search_texts.id = sorted.id)"
  }

  static func expression(_ match: SearchMatch, window: WindowWalk.Window) -> String {
    var terms = match.query.terms.flatMap(\.tokens).map(quoted)
    terms.append(any(match.access))
    if !match.kinds.isEmpty { terms.append(any(match.kinds)) }
    terms += match.query.conditions.map { any($0.words) }
    terms += match.query.excluded.filter { $0.tokens.count == 1 }.map { "!" + quoted($0.tokens[0]) }
    if !window.words.isEmpty { terms.append(any(window.words)) }
    return terms.joined(separator: " & ")
  }

  private static func any(_ words: [String]) -> String {
    "(" + words.map(quoted).joined(separator: " | ") + ")"
  }

  /// A quoted lexeme. Tokens hold neither quotes nor backslashes.
  private static func quoted(_ word: String) -> String {
    "'" + word.filter { $0 != "'" && $0 != "\\" } + "'"
  }
}
