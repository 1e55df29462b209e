import Foundation
import Kernel

/// Where an installation's database is: a file of the embedded engine, or a PostgreSQL address.
package enum DatabaseAddress: Sendable, Equatable {
  case sqlite(path: String)
  case postgres(uri: String)

  /// `postgres://…` and `postgresql://…` are PostgreSQL addresses; anything else is a file path.
  package init(_ text: String) {
    self = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") ? .postgres(uri: text) : .sqlite(path: text)
  }

  /// Opens the database. `slot` keeps processes apart that write at the same time (see `IdentifierSource`).
  package func open(clock: any WallClock = SystemClock(), slot: Int = 0) throws -> any Database {
    let keys = IdentifierSource(slot: slot)
    switch self {
    case .sqlite(let path): return try SQLiteDatabase(path: path, clock: clock, keys: keys)
    case .postgres(let uri): return try PostgresDatabase(uri: uri, clock: clock, keys: keys)
    }
  }

  /// For people and logs: without the password.
  package var shownText: String {
    switch self {
    case .sqlite(let path): return "SQLite (\(path))"
    case .postgres(let uri):
      guard let at = uri.lastIndex(of: "@"), let scheme = uri.range(of: "://") else { return "PostgreSQL (\(uri))" }
      let user = uri[scheme.upperBound..<at].split(separator: ":").first ?? ""
      return "PostgreSQL (\(uri[..<scheme.upperBound])\(user)\(uri[at...]))"
    }
  }
}
