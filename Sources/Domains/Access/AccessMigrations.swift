import Database

/// The schema of the access table.
package enum AccessMigrations {
  package static let all: [Migration] = [
    Migration("2026-11-22-65 access grants") { engine in
      // The key alone holds the row, so SQLite keeps no second copy of it.
      let form: SQL =
        switch engine {
        case .sqlite: "WITHOUT ROWID"
        case .postgres: ""
        }
      return [
        """
        CREATE TABLE access_grants (
          record_code TEXT NOT NULL,
          record_number BIGINT NOT NULL,
          principal TEXT NOT NULL,
          source TEXT NOT NULL,
          reason TEXT NOT NULL,
          granted_at BIGINT NOT NULL,
          CONSTRAINT access_grants_pkey PRIMARY KEY (record_code, record_number, principal, source)
        ) \(form)
        """,
        "CREATE INDEX access_grants_newest ON access_grants (principal, record_code, record_number)",
      ]
    }
  ]
}
