import Database

/// SQL of the PostgreSQL database that an installation moves into.
struct MoveTargetStore {
  private static let batchRows = 1000
  /// The protocol counts parameters in sixteen bits.
  private static let valuesMax = 30_000
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Nothing of anybody lies in the schema.
  func isEmpty() throws -> Bool {
    try transaction.rows(
      "SELECT 1 AS one FROM information_schema.tables WHERE table_schema = current_schema() LIMIT 1"
    ).isEmpty
  }

  /// Takes away everything that the move has made: the schema was empty before.
  func dropEverything() throws {
    let views = try names(ofType: "VIEW")
    for view in views { try transaction.run(SQL(stringLiteral: "DROP VIEW \(view)")) }
    let tables = try names(ofType: "BASE TABLE")
    guard !tables.isEmpty else { return }
    try transaction.run(SQL(stringLiteral: "DROP TABLE \(tables.joined(separator: ", ")) CASCADE"))
  }

  private func names(ofType type: String) throws -> [String] {
    try transaction.rows(
      """
      SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = \(type) ORDER BY table_name
      """
    ).map { try $0.get("name") }
  }

  // MARK: foreign keys

  /// A reference between tables, as it can be made again.
  struct Reference: Sendable {
    var table: String
    var name: String
    var definition: String
  }

  /// Takes the references away, so that rows may come in any order; they are checked when they are made again.
  func takeReferences() throws -> [Reference] {
    let references = try transaction.rows(
      """
      SELECT CAST(c.conrelid::regclass AS TEXT) AS owner, CAST(c.conname AS TEXT) AS name,
        pg_get_constraintdef(c.oid) AS definition
      FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
      WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2
      """
    ).map { Reference(table: try $0.get("owner"), name: try $0.get("name"), definition: try $0.get("definition")) }
    for reference in references {
      try transaction.run(SQL(stringLiteral: "ALTER TABLE \(reference.table) DROP CONSTRAINT \(reference.name)"))
    }
    return references
  }

  func giveBack(_ references: [Reference]) throws {
    for reference in references {
      try transaction.run(
        SQL(
          stringLiteral:
            "ALTER TABLE \(reference.table) ADD CONSTRAINT \(reference.name) \(reference.definition)"))
    }
  }

  // MARK: rows

  /// What migrations have put there comes with the rows.
  func clear(_ table: MovedTable) throws { try transaction.run(SQL(stringLiteral: "DELETE FROM \(table.name)")) }

  func add(_ rows: [[SQLValue]], to table: MovedTable) throws {
    let step = max(1, min(200, Self.valuesMax / max(1, table.columns.count)))
    let columns = SQL(stringLiteral: table.columns.joined(separator: ", "))
    for start in stride(from: 0, to: rows.count, by: step) {
      let lines = rows[start..<min(start + step, rows.count)].map { row -> SQL in
        "(\(row.map { "\($0)" as SQL }.joined(separator: ", ")))"
      }
      try transaction.run(
        "INSERT INTO \(SQL(stringLiteral: table.name)) (\(columns)) VALUES \(lines.joined(separator: ", "))")
    }
  }

  /// All rows as they lie there now.
  func read(_ table: MovedTable, _ body: ([[SQLValue]]) throws -> Void) throws {
    let columns = table.columns.joined(separator: ", ")
    try transaction.run(
      SQL(stringLiteral: "DECLARE moved_\(table.name) CURSOR FOR SELECT \(columns) FROM \(table.name)"))
    while true {
      let rows = try transaction.rows(SQL(stringLiteral: "FETCH \(Self.batchRows) FROM moved_\(table.name)"))
      if rows.isEmpty { break }
      try body(rows.map { row in try table.columns.map { try row.find($0, as: SQLValue.self) ?? .null } })
    }
    try transaction.run(SQL(stringLiteral: "CLOSE moved_\(table.name)"))
  }

  func analyze() throws { try transaction.run("ANALYZE") }
}
