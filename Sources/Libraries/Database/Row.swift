import Synchronization

/// One row of an answer. Columns are read by name; a missing column or a value of another kind is a fault.
package struct Row: Sendable {
  @usableFromInline let columns: ColumnNames
  @usableFromInline let values: [SQLValue]

  // Callers compile what is generic for their own types: asking the runtime for them costs more than the value.

  /// A value that is never null.
  @inlinable package func get<Value: SQLDecodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
    guard let value = Value(sqlValue: try stored(column)) else {
      throw DatabaseFault.decoding(column: column, type: "\(Value.self)")
    }
    return value
  }

  /// A value that may be null.
  @inlinable package func find<Value: SQLDecodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value?
  {
    let stored = try stored(column)
    if case .null = stored { return nil }
    guard let value = Value(sqlValue: stored) else {
      throw DatabaseFault.decoding(column: column, type: "\(Value.self)")
    }
    return value
  }

  // The same for the usual types.

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

  @usableFromInline func stored(_ column: String) throws -> SQLValue {
    guard let place = columns.place(of: column) else { throw DatabaseFault.missingColumn(column) }
    return values[place]
  }
}

/// Column names of one answer of a statement.
@usableFromInline final class ColumnNames: Sendable {
  let names: [String]
  private let index: [String: Int]
  /// The column after the one that was asked for last. Columns are mostly read in their order, row after row, so it is
  /// mostly the next; where several threads read the same rows, a wrong guess only costs the look into the index.
  private let next = Atomic(0)

  /// Statements' texts are few; those made for one search or one list of keys may come and go.
  private static let known = Mutex<[String: ColumnNames]>([:])
  private static let knownMax = 1000

  init(_ names: [String]) {
    self.names = names
    index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private init(_ other: ColumnNames) {
    names = other.names
    index = other.index
  }

  func place(of column: String) -> Int? {
    let guess = next.load(ordering: .relaxed)
    if guess < names.count, names[guess] == column {
      next.store(guess + 1 == names.count ? 0 : guess + 1, ordering: .relaxed)
      return guess
    }
    guard let place = index[column] else { return nil }
    next.store(place + 1 == names.count ? 0 : place + 1, ordering: .relaxed)
    return place
  }

  /// Those of a statement's text, found out once for each text. `names` asks the engine.
  static func of(_ text: String, names: () -> [String]) -> ColumnNames {
    if let known = known.withLock({ $0[text] }) { return ColumnNames(known) }
    let made = ColumnNames(names())
    known.withLock { known in
      if known.count >= knownMax { known.removeAll(keepingCapacity: true) }
      known[text] = made
    }
    return made
  }
}
