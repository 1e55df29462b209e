import GRDB
import GRDBSQLite

/// `word_rank(table, w1, w2, …)`: how well an entry of FTS5 answers the first terms of its query, the greater the better.
///
/// The formula is that of `bm25` (how often a term stands in an entry, set against the entry's length), but what a term
/// weighs is given by the caller: `bm25` counts for every term the entries of the whole index that hold it, which takes
/// longer than the search. A term is counted in the first column that holds it, so a word that stands in several
/// forms side by side counts once; the length is that of the first column.
enum WordRank {
  static func register(in connection: GRDB.Database) throws {
    let api = UnsafeMutablePointer(mutating: FTS5.api(connection))
    guard let create = api.pointee.xCreateFunction,
      create(api, "word_rank", nil, { WordRank.answer($0, $1, $2, count: $3, weights: $4) }, nil) == SQLITE_OK
    else { throw DatabaseFault.other(message: "FTS5 takes no further function", sql: "word_rank") }
  }

  private static func answer(
    _ api: UnsafePointer<Fts5ExtensionApi>?, _ entry: OpaquePointer?, _ result: OpaquePointer?, count: Int32,
    weights: UnsafeMutablePointer<OpaquePointer?>?
  ) {
    guard let api = api?.pointee, let weights, let lengthFactor = lengthFactor(api, entry) else {
      return sqlite3_result_error_code(result, SQLITE_ERROR)
    }
    var sum = 0.0
    for term in 0..<min(count, api.xPhraseCount?(entry) ?? 0) {
      let times = Double(times(of: term, api, entry))
      sum += sqlite3_value_double(weights[Int(term)]) * times / (times + lengthFactor)
    }
    sqlite3_result_double(result, sum)
  }

  /// How soon a further occurrence tells nothing new: `k1 · (1 - b + b · length / mean)` with the usual 1.2 and 0.75.
  private static func lengthFactor(_ api: Fts5ExtensionApi, _ entry: OpaquePointer?) -> Double? {
    var length: Int32 = 0
    var total: Int64 = 0
    var entries: Int64 = 0
    guard api.xColumnSize?(entry, 0, &length) == SQLITE_OK, api.xColumnTotalSize?(entry, 0, &total) == SQLITE_OK,
      api.xRowCount?(entry, &entries) == SQLITE_OK
    else { return nil }
    let mean = max(1, Double(total) / Double(max(1, entries)))
    return 1.2 * (0.25 + 0.75 * Double(length) / mean)
  }

  private static func times(of term: Int32, _ api: Fts5ExtensionApi, _ entry: OpaquePointer?) -> Int {
    var place = Fts5PhraseIter()
    var column: Int32 = -1
    var offset: Int32 = -1
    guard let next = api.xPhraseNext, api.xPhraseFirst?(entry, term, &place, &column, &offset) == SQLITE_OK else {
      return 0
    }
    let first = column
    var times = 0
    while column >= 0, column == first {
      times += 1
      next(entry, &place, &column, &offset)
    }
    return times
  }
}
