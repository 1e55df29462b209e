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
    return try stepping(text, sql.values) { statement, handle in
      let columns = ColumnNames.of(text) { statement.columnNames }
      var rows: [Row] = []
      while try step(handle, text) {
        rows.append(Row(columns: columns, values: Self.values(handle, count: columns.names.count)))
      }
      return rows
    }
  }

  @discardableResult func run(_ sql: SQL) throws -> Int {
    let text = sql.text(for: .sqlite)
    return try stepping(text, sql.values) { _, handle in
      while try step(handle, text) {}
      return connection.changesCount
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

  /// Binds and steps the statement directly, which GRDB keeps prepared: its own arguments, cursors and rows cost as much
  /// again as a usual query.
  private func stepping<Answer>(
    _ text: String, _ values: [SQLValue], _ body: (Statement, SQLiteStatement) throws -> Answer
  ) throws -> Answer {
    let statement: Statement
    do { statement = try connection.cachedStatement(sql: text) } catch let error as GRDB.DatabaseError {
      throw try fault(error.extendedResultCode, error.message ?? "", text)
    }
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    for (index, value) in values.enumerated() {
      guard Self.bind(value, at: Int32(index + 1), of: handle) == SQLITE_OK else { throw try lastFault(text) }
    }
    return try body(statement, handle)
  }

  /// Whether there is a further row.
  private func step(_ statement: SQLiteStatement, _ text: String) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    default: throw try lastFault(text)
    }
  }

  private static func bind(_ value: SQLValue, at place: Int32, of statement: SQLiteStatement) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(statement, place)
    case .integer(let number): sqlite3_bind_int64(statement, place, number)
    case .double(let number): sqlite3_bind_double(statement, place, number)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          sqlite3_bind_text(statement, place, characters.baseAddress, Int32(characters.count), Self.copied)
        }
      }
    }
  }

  /// SQLite makes its own copy of a bound text.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// The row on which a statement stands, read from it directly: GRDB's rows cost as much again as a usual query.
  private static func values(_ statement: SQLiteStatement, count: Int) -> [SQLValue] {
    [SQLValue](unsafeUninitializedCapacity: count) { values, filled in
      for column in 0..<count {
        values.initializeElement(at: column, to: value(statement, Int32(column)))
      }
      filled = count
    }
  }

  private static func value(_ statement: SQLiteStatement, _ column: Int32) -> SQLValue {
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

  /// What went wrong last on this connection.
  private func lastFault(_ sql: String) throws -> DatabaseFault {
    guard let handle = connection.sqliteConnection else { return .other(message: "the connection is closed", sql: sql) }
    return try fault(
      ResultCode(rawValue: sqlite3_extended_errcode(handle)), String(cString: sqlite3_errmsg(handle)), sql)
  }

  private func fault(_ code: ResultCode, _ message: String, _ sql: String) throws -> DatabaseFault {
    switch code.primaryResultCode {
    case .SQLITE_CONSTRAINT: return try constraintFault(code, message, sql)
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
