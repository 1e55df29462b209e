import Foundation
import GRDB
import GRDBSQLite
import Kernel

/// A transaction on an SQLite connection, valid while its body runs.
final class SQLiteTransaction: Transaction {
  let engine = Engine.sqlite
  let now: Instant
  private let connection: GRDB.Database
  private let keys: IdentifierSource
  private(set) var effects: [@Sendable () -> Void] = []

  init(_ connection: GRDB.Database, now: Instant, keys: IdentifierSource) {
    self.connection = connection
    self.now = now
    self.keys = keys
  }

  func rows(_ sql: SQL) throws -> [Row] {
    let text = sql.text(for: .sqlite)
    do {
      let statement = try prepared(text, sql.values)
      let columns = ColumnNames.of(text) { statement.columnNames }
      var rows: [Row] = []
      let cursor = try GRDB.Row.fetchCursor(statement)
      while try cursor.next() != nil {
        rows.append(Row(columns: columns, values: Self.values(statement.sqliteStatement, count: columns.names.count)))
      }
      return rows
    } catch let error as GRDB.DatabaseError {
      throw try fault(error, text)
    }
  }

  @discardableResult func run(_ sql: SQL) throws -> Int {
    let text = sql.text(for: .sqlite)
    do {
      try prepared(text, sql.values).execute()
      return connection.changesCount
    } catch let error as GRDB.DatabaseError {
      throw try fault(error, text)
    }
  }

  func nextKey(of table: String) throws -> Int64 {
    if !keys.knows(table) {
      let row = try rows(SQL(stringLiteral: "SELECT COALESCE(MAX(id), 0) AS greatest FROM \(table)"))[0]
      keys.seed(table, greatest: try row.get("greatest"))
    }
    return keys.next(table, at: now)
  }

  func afterCommit(_ effect: @escaping @Sendable () -> Void) { effects.append(effect) }

  private func prepared(_ text: String, _ values: [SQLValue]) throws -> Statement {
    let statement = try connection.cachedStatement(sql: text)
    try statement.setArguments(StatementArguments(values.map(Self.databaseValue)))
    return statement
  }

  private static func databaseValue(_ value: SQLValue) -> DatabaseValue {
    switch value {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .double(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }

  /// The row on which a statement stands, read from it directly: GRDB's rows cost as much again as a usual query.
  private static func values(_ statement: SQLiteStatement, count: Int) -> [SQLValue] {
    (0..<Int32(count)).map { column in
      switch sqlite3_column_type(statement, column) {
      case SQLITE_NULL: return .null
      case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
      case SQLITE_FLOAT: return .double(sqlite3_column_double(statement, column))
      default:
        // First the bytes, then their number: the first may convert the value.
        guard let start = sqlite3_column_text(statement, column) else { return .text("") }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        return .text(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  private func fault(_ error: GRDB.DatabaseError, _ sql: String) throws -> DatabaseFault {
    let message = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_CONSTRAINT: return try constraintFault(error.extendedResultCode, message, sql)
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN: return .full(message: message)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .serialization(message: message)
    case .SQLITE_CORRUPT: return .damaged(message: message)
    default: return .other(message: message, sql: sql)
    }
  }

  /// SQLite names the columns of a broken unique index; the name is found among the table's indexes.
  private func constraintFault(_ code: ResultCode, _ message: String, _ sql: String) throws -> DatabaseFault {
    if code == .SQLITE_CONSTRAINT_FOREIGNKEY { return .foreignKey(name: "") }
    guard let colon = message.range(of: "failed: ") else { return .other(message: message, sql: sql) }
    let detail = String(message[colon.upperBound...])
    if detail.hasPrefix("index '") { return .constraint(name: String(detail.dropFirst(7).dropLast())) }
    guard code == .SQLITE_CONSTRAINT_UNIQUE || code == .SQLITE_CONSTRAINT_PRIMARYKEY else {
      return .constraint(name: detail)
    }
    let parts = detail.split(separator: ", ").map { $0.split(separator: ".") }
    guard let table = parts.first?.first.map(String.init) else { return .constraint(name: detail) }
    let columns = parts.map { String($0[$0.count - 1]) }
    let index = try connection.indexes(on: table).first { $0.isUnique && $0.columns == columns }
    return .constraint(name: index?.name ?? "\(table)_pkey")
  }
}
