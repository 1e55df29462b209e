/// One dated change of the schema, told for both engines. Released ones are never edited.
package struct Migration: Sendable {
  /// `yyyy-MM-dd-n what`: unique, and its order is the order of application.
  package let name: String
  package let statements: @Sendable (Engine) -> [SQL]

  package init(_ name: String, _ statements: @escaping @Sendable (Engine) -> [SQL]) {
    self.name = name
    self.statements = statements
  }
}

/// Words of the data definition language that differ between engines.
extension Engine {
  /// Type of a record's key column.
  package var keyType: SQL {
    switch self {
    case .sqlite: "INTEGER PRIMARY KEY NOT NULL"
    case .postgres: "BIGINT PRIMARY KEY"
    }
  }
}

/// Brings a database to the newest schema.
package struct Migrator: Sendable {
  private let migrations: [Migration]

  package init(_ migrations: [Migration]) {
    self.migrations = migrations.sorted { $0.name < $1.name }
    precondition(Set(migrations.map(\.name)).count == migrations.count, "two migrations of one name")
  }

  /// Applies what is missing, each in its own transaction. Gives the names applied.
  @discardableResult package func migrate(_ database: any Database) throws -> [String] {
    try database.writeNow { transaction in
      // Two servers may start at the same moment, and «IF NOT EXISTS» does not part them.
      if transaction.engine == .postgres { _ = try transaction.rows("SELECT pg_advisory_xact_lock(20261124)") }
      try transaction.run(
        "CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY NOT NULL, applied_at BIGINT NOT NULL)")
    }
    var applied: [String] = []
    for migration in migrations {
      let isNew = try database.writeNow { transaction in
        if transaction.engine == .postgres { try transaction.run("LOCK TABLE schema_migrations") }
        let known = try transaction.rows("SELECT name FROM schema_migrations WHERE name = \(migration.name)")
        guard known.isEmpty else { return false }
        for statement in migration.statements(transaction.engine) { try transaction.run(statement) }
        try transaction.run(
          "INSERT INTO schema_migrations (name, applied_at) VALUES (\(migration.name), \(transaction.now))")
        return true
      }
      if isNew { applied.append(migration.name) }
    }
    return applied
  }

  /// Names not yet applied; a database without any schema lacks all of them.
  package func missing(in database: any Database) throws -> [String] {
    let known = try? database.readNow { transaction in
      try transaction.rows("SELECT name FROM schema_migrations").map { try $0.get("name", as: String.self) }
    }
    return migrations.map(\.name).filter { !(known ?? []).contains($0) }
  }
}
