import CPostgreSQL

/// A statement on its way, and its answer once that has come.
final class PostgresStatement {
  let text: String
  private let values: [SQLValue]
  var answer: PostgresAnswer?

  init(text: String, values: [SQLValue]) {
    self.text = text
    self.values = values
  }

  /// The values as libpq takes them.
  func withParameters(_ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?) -> Int32) -> Int32 {
    guard !values.isEmpty else { return body(0, nil) }
    // All texts in one buffer, so that one pointer stays valid for all of them.
    var bytes: [UInt8] = []
    let offsets = values.map { Self.append($0, to: &bytes) }
    return bytes.withUnsafeBytes { buffer in
      let start = buffer.bindMemory(to: CChar.self).baseAddress
      let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
      return pointers.withUnsafeBufferPointer { body(Int32(pointers.count), $0.baseAddress) }
    }
  }

  /// Gives where the value's text begins; nil for null. PostgreSQL has no NUL in text: a text that holds one ends
  /// before it, since the one behind each value ends it otherwise.
  private static func append(_ value: SQLValue, to bytes: inout [UInt8]) -> Int? {
    let offset = bytes.count
    switch value {
    case .null: return nil
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .double(let number): bytes.append(contentsOf: String(number).utf8)
    case .text(let text): bytes.append(contentsOf: text.utf8)
    }
    bytes.append(0)
    return offset
  }
}

/// Names and types of the columns that a prepared statement gives, the same each time.
struct PostgresColumns {
  let names: ColumnNames
  let kinds: [Kind]

  enum Kind {
    case integer, boolean, double, numeric, text

    init(_ type: Oid) {
      switch type {
      case 20, 21, 23: self = .integer
      case 16: self = .boolean
      case 700, 701: self = .double
      // What SUM of BIGINT gives.
      case 1700: self = .numeric
      default: self = .text
      }
    }
  }

  init(_ result: OpaquePointer) {
    let places = 0..<PQnfields(result)
    names = ColumnNames(places.map { String(cString: PQfname(result, $0)) })
    kinds = places.map { Kind(PQftype(result, $0)) }
  }
}

/// What a statement gave: rows, or how many it changed.
struct PostgresAnswer {
  let rows: [Row]
  let changes: Int
  /// The command's own word, as «COMMIT».
  let tag: String

  init(_ result: OpaquePointer, _ columns: PostgresColumns) {
    rows = (0..<PQntuples(result)).map { row in
      Row(
        columns: columns.names,
        values: columns.kinds.indices.map { Self.value(result, row, Int32($0), columns.kinds[$0]) })
    }
    changes = PQcmdTuples(result).map { Int(String(cString: $0)) ?? 0 } ?? 0
    tag = PQcmdStatus(result).map { String(cString: $0) } ?? ""
  }

  private static func value(
    _ result: OpaquePointer, _ row: Int32, _ column: Int32, _ kind: PostgresColumns.Kind
  ) -> SQLValue {
    let length = Int(PQgetlength(result, row, column))
    if length == 0, PQgetisnull(result, row, column) == 1 { return .null }
    guard let start = PQgetvalue(result, row, column) else { return .null }
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    if kind == .integer { return .integer(integer(bytes)) }
    let text = String(decoding: bytes, as: UTF8.self)
    switch kind {
    case .boolean: return .integer(text == "t" ? 1 : 0)
    case .double: return Double(text).map { .double($0) } ?? .text(text)
    case .numeric: return Int64(text).map { .integer($0) } ?? Double(text).map { .double($0) } ?? .text(text)
    case .integer, .text: return .text(text)
    }
  }

  /// The server's own writing of a number that fits into eight bytes: digits, perhaps behind a minus.
  private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    var number: Int64 = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    // Downwards, since the least number has no counterpart above zero.
    for byte in bytes.dropFirst(isNegative ? 1 : 0) { number = number * 10 - Int64(byte &- UInt8(ascii: "0")) }
    return isNegative ? number : -number
  }
}
