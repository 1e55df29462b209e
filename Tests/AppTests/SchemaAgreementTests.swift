import Database
import Foundation
import Kernel
import TestSupport
import Testing

@testable import App

/// One table as a database describes itself.
private struct SeenTable: Equatable {
  /// Name, type, whether it may be empty.
  var columns: Set<String> = []
  var key: [String] = []
  /// Unique indexes: name with its columns in order.
  var uniques: Set<String> = []
}

@Suite("Schema") struct SchemaAgreementTests {
  @Test("migrations apply once, then there is nothing to do") func twice() async throws {
    try await withDatabase([]) { database in
      let migrator = Migrator(Modules.migrations)
      let before = try migrator.missing(in: database)
      #expect(before == Modules.migrations.map(\.name).sorted())
      let (first, second) = (try migrator.migrate(database), try migrator.migrate(database))
      #expect(first == before)
      #expect(second.isEmpty)
      let after = try migrator.missing(in: database)
      #expect(after.isEmpty)
    }
  }

  @Test("both engines have the same tables, columns, keys and unique indexes", .enabled(if: TestEngine.server != nil))
  func agreement() async throws {
    try await withDatabase(Modules.migrations) { server, folder in
      let file = folder.appendingPathComponent("agreement.sqlite").path
      let embedded = try DatabaseAddress.sqlite(path: file).open(clock: TestClock())
      try Migrator(Modules.migrations).migrate(embedded)
      let (one, other) = (try tables(ofSQLite: embedded), try tables(ofPostgres: server))
      try await embedded.close()
      #expect(one.count > 25)
      #expect(Set(one.keys).symmetricDifference(other.keys).isEmpty)
      for (name, table) in one { #expect(table == other[name], "\(name)") }
    }
  }

  /// The word index is each engine's own.
  private func isShared(_ name: String) -> Bool { !name.hasPrefix("search_words") }

  private func tables(ofSQLite database: any Database) throws -> [String: SeenTable] {
    try database.readNow { transaction in
      let names: [String] = try transaction.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
      ).map { try $0.get("name") }
      var tables: [String: SeenTable] = [:]
      for name in names where isShared(name) {
        var table = SeenTable()
        for row in try transaction.rows(
          """
          SELECT name, lower(type) AS type, CASE "notnull" WHEN 1 THEN 'filled' ELSE 'maybe' END AS filled,
            CAST(pk AS TEXT) AS place FROM pragma_table_info(\(name)) ORDER BY pk
          """)
        {
          let column: String = try row.get("name")
          let type: String = try row.get("type")
          table.columns.insert(
            "\(column) \(type == "integer" ? "bigint" : type) \(try row.get("filled", as: String.self))")
          if try row.get("place", as: String.self) != "0" { table.key.append(column) }
        }
        table.uniques = try uniques(
          try transaction.rows(
            """
            SELECT list.name AS name, coalesce(info.name, '(expression)') AS part
            FROM pragma_index_list(\(name)) AS list, pragma_index_info(list.name) AS info
            WHERE list."unique" = 1 AND list.origin <> 'pk' ORDER BY list.name, info.seqno
            """))
        tables[name] = table
      }
      return tables
    }
  }

  private func tables(ofPostgres database: any Database) throws -> [String: SeenTable] {
    try database.readNow { transaction in
      var tables: [String: SeenTable] = [:]
      for row in try transaction.rows(
        """
        SELECT CAST(c.table_name AS TEXT) AS owner, CAST(c.column_name AS TEXT) AS name,
          CAST(c.data_type AS TEXT) AS type, CASE c.is_nullable WHEN 'NO' THEN 'filled' ELSE 'maybe' END AS filled
        FROM information_schema.columns AS c JOIN information_schema.tables AS t
          ON t.table_schema = c.table_schema AND t.table_name = c.table_name
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        """)
      {
        let owner: String = try row.get("owner")
        guard isShared(owner) else { continue }
        let (name, type, filled): (String, String, String) = (
          try row.get("name"), try row.get("type"), try row.get("filled")
        )
        tables[owner, default: SeenTable()].columns.insert("\(name) \(type) \(filled)")
      }
      for name in tables.keys {
        tables[name]?.key = try indexes(of: name, primary: true, transaction).map { try $0.get("part") }
        tables[name]?.uniques = try uniques(try indexes(of: name, primary: false, transaction))
      }
      return tables
    }
  }

  private func indexes(of table: String, primary: Bool, _ transaction: any Transaction) throws -> [Row] {
    try transaction.rows(
      """
      SELECT CAST(i.relname AS TEXT) AS name, coalesce(CAST(a.attname AS TEXT), '(expression)') AS part
      FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid JOIN pg_class AS t ON t.oid = x.indrelid
        JOIN pg_namespace AS n ON n.oid = t.relnamespace
        CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k (number, place)
        LEFT JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.number
      WHERE n.nspname = 'public' AND x.indisunique AND t.relname = \(table)
        AND (CASE WHEN x.indisprimary THEN 1 ELSE 0 END) = \(primary ? 1 : 0)
      ORDER BY i.relname, k.place
      """)
  }

  private func uniques(_ rows: [Row]) throws -> Set<String> {
    let parts = try rows.map { (name: try $0.get("name", as: String.self), part: try $0.get("part", as: String.self)) }
    return Set(
      Dictionary(grouping: parts, by: \.name).map { name, parts in
        "\(name) (\(parts.map(\.part).joined(separator: ", ")))"
      })
  }
}
