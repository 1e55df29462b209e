import Synchronization

/// One row of an answer. Columns are read by name; a missing column or a value of another kind is a fault.
package struct Row: Sendable {
  let columns: ColumnNames
  let values: [SQLValue]

  /// A value that is never null.
  package func get<Value: SQLDecodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
    guard let value = Value(sqlValue: try stored(column)) else {
      throw DatabaseFault.decoding(column: column, type: "\(Value.self)")
    }
    return value
  }

  /// A value that may be null.
  package func find<Value: SQLDecodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value? {
    let stored = try stored(column)
    if case .null = stored { return nil }
    guard let value = Value(sqlValue: stored) else {
      throw DatabaseFault.decoding(column: column, type: "\(Value.self)")
    }
    return value
  }

  // The same for the usual types: what is generic asks the runtime for its types at every column.

  /// Text that is never null.
  package func get(_ column: String) throws -> String {
    guard case .text(let text) = try stored(column) else {
      throw DatabaseFault.decoding(column: column, type: "String")
    }
    return text
  }

  /// Text that may be null.
  package func find(_ column: String) throws -> String? {
    switch try stored(column) {
    case .null: return nil
    case .text(let text): return text
    case .integer, .double: throw DatabaseFault.decoding(column: column, type: "String")
    }
  }

  /// A number that is never null.
  package func get(_ column: String) throws -> Int { Int(try get(column) as Int64) }

  /// A number that may be null.
  package func find(_ column: String) throws -> Int? { (try find(column) as Int64?).map { Int($0) } }

  /// A number that is never null.
  package func get(_ column: String) throws -> Int64 {
    guard case .integer(let number) = try stored(column) else {
      throw DatabaseFault.decoding(column: column, type: "Int64")
    }
    return number
  }

  /// A number that may be null.
  package func find(_ column: String) throws -> Int64? {
    switch try stored(column) {
    case .null: return nil
    case .integer(let number): return number
    case .text, .double: throw DatabaseFault.decoding(column: column, type: "Int64")
    }
  }

  private func stored(_ column: String) throws -> SQLValue {
    guard let index = columns.index[column] else { throw DatabaseFault.missingColumn(column) }
    return values[index]
  }
}

/// Column names of a statement's answer.
final class ColumnNames: Sendable {
  let names: [String]
  let index: [String: Int]

  /// Statements' texts are few; those made for one search or one list of keys may come and go.
  private static let known = Mutex<[String: ColumnNames]>([:])
  private static let knownMax = 1000

  init(_ names: [String]) {
    self.names = names
    index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Those of a statement's text, made once for each text. `names` asks the engine.
  static func of(_ text: String, names: () -> [String]) -> ColumnNames {
    if let known = known.withLock({ $0[text] }) { return known }
    let made = ColumnNames(names())
    known.withLock { known in
      if known.count >= knownMax { known.removeAll(keepingCapacity: true) }
      known[text] = made
    }
    return made
  }
}
