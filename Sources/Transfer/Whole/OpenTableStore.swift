import Database
import Kernel

/// SQL of the open form: rows of any exported table, out and in. For commands that look after the whole installation.
struct OpenTableStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// All rows in the order of the key's bytes, whatever the database's language, a batch at a time.
  func read(_ kind: ExportedKind, batch: Int, _ body: ([Row]) throws -> Void) throws {
    switch transaction.engine {
    case .sqlite:
      var last: [SQLValue]?
      while true {
        let rows = try rows(of: kind, after: last, limit: batch)
        guard let end = rows.last else { return }
        try body(rows)
        last = try kind.key.map { try end.find($0, as: SQLValue.self) ?? .null }
      }
    case .postgres:
      // Sorted once: the database's own order of texts is another one, so its indexes are of no use here.
      // A name for each table: a connection keeps statements, and their columns, by their text.
      try transaction.run(
        "DECLARE \(SQL(stringLiteral: "open_" + kind.table)) CURSOR FOR \(Self.select(kind)) ORDER BY \(Self.order(kind, .postgres))"
      )
      while true {
        let rows = try transaction.rows(SQL(stringLiteral: "FETCH \(batch) FROM open_\(kind.table)"))
        if rows.isEmpty { break }
        try body(rows)
      }
      try transaction.run(SQL(stringLiteral: "CLOSE open_\(kind.table)"))
    }
  }

  private func rows(of kind: ExportedKind, after key: [SQLValue]?, limit: Int) throws -> [Row] {
    let order = Self.order(kind, .sqlite)
    var condition: SQL = ""
    if let key {
      let bound = key.map { value in "\(value)" as SQL }.joined(separator: ", ")
      condition = "WHERE (\(order)) > (\(bound))"
    }
    return try transaction.rows("\(Self.select(kind)) \(condition) ORDER BY \(order) LIMIT \(limit)")
  }

  private static func select(_ kind: ExportedKind) -> SQL {
    let columns = kind.fields.map(\.column).joined(separator: ", ")
    return "SELECT \(SQL(stringLiteral: columns)) FROM \(SQL(stringLiteral: kind.table))"
  }

  private static func order(_ kind: ExportedKind, _ engine: Engine) -> SQL {
    SQL(stringLiteral: kind.key.map { byteOrder($0, engine) }.joined(separator: ", "))
  }

  private static let textKeys: Set<String> = [
    "key", "exact", "hash", "record_code", "principal", "source", "role", "valid_from",
  ]

  private static func byteOrder(_ column: String, _ engine: Engine) -> String {
    guard textKeys.contains(column) else { return column }
    switch engine {
    case .sqlite: return column
    case .postgres: return "\(column) COLLATE \"C\""
    }
  }

  func add(_ rows: [[SQLValue]], to kind: ExportedKind) throws {
    guard let first = rows.first else { return }
    let extra = kind.leftOut.sorted { $0.key < $1.key }
    let columns = (kind.fields.map(\.column) + extra.map(\.key)).joined(separator: ", ")
    let lines = rows.map { row -> SQL in
      let values = (row + extra.map(\.value)).map { value in "\(value)" as SQL }
      return "(\(values.joined(separator: ", ")))"
    }
    precondition(first.count == kind.fields.count)
    let onConflict: SQL = kind.isSeeded ? "ON CONFLICT DO NOTHING" : ""
    try transaction.run(
      """
      INSERT INTO \(SQL(stringLiteral: kind.table)) (\(SQL(stringLiteral: columns)))
      VALUES \(lines.joined(separator: ", ")) \(onConflict)
      """)
  }

  /// Points a row at another one of its table, now that both are there.
  func link(_ id: SQLValue, to other: SQLValue, of kind: ExportedKind, column: String) throws {
    try transaction.run(
      """
      UPDATE \(SQL(stringLiteral: kind.table)) SET \(SQL(stringLiteral: column)) = \(other)
      WHERE id = \(id)
      """)
  }

  /// Files of documents, as `import documents` names them.
  func filePaths(of documents: [Int64]) throws -> [Int64: [(name: String, hash: String)]] {
    let rows = try transaction.rows(
      """
      SELECT document_id, name, hash FROM incoming_files WHERE document_id IN (\(.list(documents)))
      ORDER BY document_id, position
      """)
    return try rows.reduce(into: [:]) { paths, row in
      paths[try row.get("document_id"), default: []].append((try row.get("name"), try row.get("hash")))
    }
  }

  /// What else a line of a document says for readers who have no keys: its type and its book by name.
  func typeNames() throws -> [String: String] {
    let rows = try transaction.rows("SELECT key, name FROM document_types")
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("key"), try $0.get("name")) })
  }

  func furtherBookNames(besides main: String) throws -> [Int64: String] {
    let rows = try transaction.rows("SELECT id, name FROM registers WHERE name <> \(main)")
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("id"), try $0.get("name")) })
  }

  func quarantinedCount() throws -> Int {
    try transaction.rows(
      """
      SELECT (SELECT COUNT(*) FROM incoming_quarantines) + (SELECT COUNT(*) FROM outgoing_quarantines)
        + (SELECT COUNT(*) FROM dossier_quarantines) AS n
      """)[0].get("n")
  }

  /// Nothing of these kinds is there yet.
  func isEmpty(_ kinds: [ExportedKind]) throws -> Bool {
    try kinds.filter { !$0.isSeeded }.allSatisfy { kind in
      try transaction.rows("SELECT 1 AS one FROM \(SQL(stringLiteral: kind.table)) LIMIT 1").isEmpty
    }
  }
}
