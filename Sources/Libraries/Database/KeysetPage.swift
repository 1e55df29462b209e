/// Which page of a list ordered by key, newest first: the pages go on from a key, never from a row count, so that
/// page 1,000 costs what page 1 costs and nothing slips when rows are added.
package enum KeysetPage: Sendable, Equatable {
  case newest
  /// Older than this key.
  case before(Int64)
  /// Newer than this key: the nearest are taken, so rows come oldest first and the caller turns them (`inOrder`).
  case after(Int64)

  /// The direction for `ORDER BY`.
  package var direction: SQL {
    switch self {
    case .newest, .before: "DESC"
    case .after: "ASC"
    }
  }

  /// The condition on the key's column.
  package func bound(_ column: SQL) -> SQL {
    switch self {
    case .newest: "1 = 1"
    case .before(let key): "\(column) < \(key)"
    case .after(let key): "\(column) > \(key)"
    }
  }

  /// Rows as they are shown, newest first.
  package func inOrder<Element>(_ rows: [Element]) -> [Element] {
    switch self {
    case .newest, .before: rows
    case .after: rows.reversed()
    }
  }
}
