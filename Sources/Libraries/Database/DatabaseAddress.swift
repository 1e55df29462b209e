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

  /// Opens the database with a place of its own among the processes that write to it, held until the database is given
  /// up. Refuses when there is none (see `ProcessSlot`).
  package func open(as role: ProcessRole, clock: any WallClock = SystemClock()) throws -> any Database {
    try open(clock: clock, place: .claim(self, as: role))
  }

  /// Opens the database to look at it: without a place.
  package func open(clock: any WallClock = SystemClock()) throws -> any Database { try open(clock: clock, place: nil) }

  private func open(clock: any WallClock, place: ProcessSlot?) throws -> any Database {
    switch self {
    case .sqlite(let path): return try SQLiteDatabase(path: path, clock: clock, place: place)
    case .postgres(let uri): return try PostgresDatabase(uri: uri, clock: clock, place: place)
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
