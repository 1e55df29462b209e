import Database

/// SQL of the embedded database that is moved away.
struct MoveSourceStore {
  private static let batchRows = 1000
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Every table of the product but the words of the search index, which each engine has in its own form.
  func tables() throws -> [MovedTable] {
    let rows = try transaction.rows(
      """
      SELECT m.name AS owner, i.name AS name FROM sqlite_master m, pragma_table_info(m.name) i
      WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'search_words%'
      ORDER BY m.name, i.cid
      """)
    return try rows.reduce(into: []) { tables, row in
      let owner: String = try row.get("owner")
      if tables.last?.name != owner { tables.append(MovedTable(name: owner, columns: [])) }
      tables[tables.count - 1].columns.append(try row.get("name"))
    }
  }

  func count(_ table: MovedTable) throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS n FROM \(SQL(stringLiteral: table.name))")[0].get("n")
  }

  /// All rows, a batch at a time, by their place in the file or, where there is none, by their key.
  func read(_ table: MovedTable, _ body: ([[SQLValue]]) throws -> Void) throws {
    let key = try ownKey(of: table) ?? ["rowid"]
    let order = SQL(stringLiteral: key.joined(separator: ", "))
    let places = key.enumerated().map { "\($0.element) AS moved_key_\($0.offset)" }
    let columns = SQL(stringLiteral: (places + table.columns).joined(separator: ", "))
    var last: [SQLValue]?
    while true {
      let condition: SQL =
        last.map { last in "WHERE (\(order)) > (\(last.map { "\($0)" as SQL }.joined(separator: ", ")))" } ?? ""
      let rows = try transaction.rows(
        """
        SELECT \(columns) FROM \(SQL(stringLiteral: table.name)) \(condition) ORDER BY \(order)
        LIMIT \(Self.batchRows)
        """)
      guard let end = rows.last else { return }
      try body(rows.map { row in try table.columns.map { try row.find($0, as: SQLValue.self) ?? .null } })
      last = try key.indices.map { try end.find("moved_key_\($0)", as: SQLValue.self) ?? .null }
    }
  }

  /// The key's columns of a table that is kept by its key alone (WITHOUT ROWID); nil for the others.
  private func ownKey(of table: MovedTable) throws -> [String]? {
    let isKeyed =
      try transaction.rows(
        "SELECT name FROM pragma_table_list WHERE name = \(table.name) AND wr = 1"
      ).count > 0
    guard isKeyed else { return nil }
    return try transaction.rows("SELECT name FROM pragma_table_info(\(table.name)) WHERE pk > 0 ORDER BY pk").map {
      try $0.get("name")
    }
  }
}
