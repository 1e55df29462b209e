import Database
import Kernel

/// An engine's own full-text structure: which entries hold which words.
protocol WordStore: Sendable {
  /// Runs `body`, which adds so many entries in this transaction that the structure takes them in better together.
  func gathering(in transaction: any Transaction, _ body: () throws -> Void) throws

  func add(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws

  /// `text` and `access` are what was added.
  func remove(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws

  /// Whether the structure holds exactly this of an entry, as far as the engine can tell of one entry.
  func holds(_ id: Int64, _ text: EntryText, access: String, in transaction: any Transaction) throws -> Bool

  /// Whether the structure as a whole says what the texts say, as far as `holds` has not told it.
  func isWhole(in transaction: any Transaction) throws -> Bool

  /// Makes the structure anew from the texts.
  func rebuild(in transaction: any Transaction) throws

  /// Merges what the structure keeps of entries that were removed away for good (LT-03).
  func forgetRemoved(in transaction: any Transaction) throws

  /// Where `part` begins in `text`, counted from 1; 0 when it is not there.
  func place(of part: SQL, in text: SQL) -> SQL

  /// Of the newest `among` matching entries the `limit` that match best, best first: their keys (column `id`).
  func best(_ match: SearchMatch, among: Int, limit: Int, in transaction: any Transaction) throws -> [Int64]

  /// Looks for the newest matching entries (the nearest, for a page of newer ones).
  ///
  /// Calls `take` with queries for their keys (column `id`, in the page's direction); each goes on where the last
  /// ended. `take` gives how many entries it got; the walk ends when they are `limit`, or when there are no more.
  func search(
    _ match: SearchMatch, page: KeysetPage, limit: Int, in transaction: any Transaction, take: (SQL) throws -> Int
  ) throws
}

/// What an entry must hold: every term, one of the access words, one of the kinds.
struct SearchMatch: Sendable {
  var query: SearchQuery
  /// One of these must be there.
  var access: [String]
  /// And one of these, unless it is empty.
  var kinds: [String]
}

extension Engine {
  var wordStore: any WordStore {
    switch self {
    case .sqlite: SQLiteWordStore()
    case .postgres: PostgresWordStore()
    }
  }
}
