import CPostgreSQL
import Kernel

/// One blocking libpq connection. Used by one thread at a time: `PostgresDatabase` lends it.
final class PostgresConnection {
  private let connection: OpaquePointer
  /// Statements prepared on this connection, by text.
  private var prepared: [String: Prepared] = [:]

  private final class Prepared {
    let name: String
    var columns: ColumnNames?

    init(name: String) { self.name = name }
  }

  /// Statements kept prepared; beyond it all are forgotten, since lists of values make texts of many lengths.
  private static let preparedMax = 500

  init(uri: String) throws {
    connection = PQconnectdb(uri)
    guard PQstatus(connection) == CONNECTION_OK else {
      // Every property is set, so `deinit` runs and finishes the connection.
      throw DatabaseFault.other(message: String(cString: PQerrorMessage(connection)), sql: "CONNECT")
    }
    try command("SET client_min_messages = warning")
  }

  deinit { PQfinish(connection) }

  var isUsable: Bool { PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE }

  /// Runs a statement without values that gives no rows.
  func command(_ text: String) throws {
    let result = PQexec(connection, text)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw fault(result, text) }
  }

  /// Runs a statement; gives its rows and the number of rows it changed.
  func execute(_ text: String, _ values: [SQLValue]) throws -> (rows: [Row], changes: Int) {
    let statement = try prepare(text)
    let result = Self.withParameters(values) { parameters in
      PQexecPrepared(connection, statement.name, Int32(values.count), parameters, nil, nil, 0)
    }
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else { throw fault(result, text) }
    let columnCount = PQnfields(result)
    if statement.columns == nil {
      statement.columns = ColumnNames((0..<columnCount).map { String(cString: PQfname(result, $0)) })
    }
    let columns = statement.columns ?? ColumnNames([])
    let types = (0..<columnCount).map { PQftype(result, $0) }
    let rows = (0..<PQntuples(result)).map { row in
      Row(columns: columns, values: (0..<columnCount).map { Self.value(result, row, $0, types[Int($0)]) })
    }
    return (rows, Int(String(cString: PQcmdTuples(result))) ?? 0)
  }

  private func prepare(_ text: String) throws -> Prepared {
    if let known = prepared[text] { return known }
    if prepared.count >= Self.preparedMax {
      try command("DEALLOCATE ALL")
      prepared.removeAll()
    }
    let statement = Prepared(name: "s\(prepared.count)")
    let result = PQprepare(connection, statement.name, text, 0, nil)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw fault(result, text) }
    prepared[text] = statement
    return statement
  }

  private static func withParameters<Answer>(
    _ values: [SQLValue], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
  ) -> Answer {
    // All texts in one buffer, so that one pointer stays valid for all of them.
    var bytes: [CChar] = []
    var offsets: [Int?] = []
    for value in values {
      switch value {
      case .null:
        offsets.append(nil)
        continue
      case .integer(let number): offsets.append(Self.append(String(number), to: &bytes))
      case .double(let number): offsets.append(Self.append(String(number), to: &bytes))
      case .text(let text): offsets.append(Self.append(text, to: &bytes))
      }
    }
    return bytes.withUnsafeBufferPointer { buffer in
      let pointers = offsets.map { offset in offset.flatMap { buffer.baseAddress?.advanced(by: $0) } }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }

  private static func append(_ text: String, to bytes: inout [CChar]) -> Int {
    let offset = bytes.count
    // PostgreSQL has no NUL in text; a text that holds one ends before it.
    for byte in text.utf8.prefix(while: { $0 != 0 }) { bytes.append(CChar(bitPattern: byte)) }
    bytes.append(0)
    return offset
  }

  private static func value(_ result: OpaquePointer?, _ row: Int32, _ column: Int32, _ type: Oid) -> SQLValue {
    if PQgetisnull(result, row, column) == 1 { return .null }
    let length = Int(PQgetlength(result, row, column))
    guard let start = PQgetvalue(result, row, column) else { return .null }
    let text = start.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
    switch type {
    case 20, 21, 23: return Int64(text).map { .integer($0) } ?? .text(text)
    case 16: return .integer(text == "t" ? 1 : 0)
    case 700, 701: return Double(text).map { .double($0) } ?? .text(text)
    // NUMERIC: what SUM of BIGINT gives.
    case 1700: return Int64(text).map { .integer($0) } ?? Double(text).map { .double($0) } ?? .text(text)
    default: return .text(text)
    }
  }

  private func fault(_ result: OpaquePointer?, _ sql: String) -> DatabaseFault {
    let state = field(result, 67)  // PG_DIAG_SQLSTATE
    let constraint = field(result, 110)  // PG_DIAG_CONSTRAINT_NAME
    let message = String(cString: PQerrorMessage(connection))
    switch state {
    case "23505", "23514", "23P01": return .constraint(name: constraint)
    case "23502": return .constraint(name: "\(field(result, 116)).\(field(result, 99))")  // table.column
    case "23503": return .foreignKey(name: constraint)
    case "40001", "40P01": return .serialization(message: message)
    case "53100", "53200", "25006", "57P01", "57P03": return .full(message: message)
    default: return .other(message: message, sql: sql)
    }
  }

  private func field(_ result: OpaquePointer?, _ code: Int32) -> String {
    PQresultErrorField(result, code).map { String(cString: $0) } ?? ""
  }
}
