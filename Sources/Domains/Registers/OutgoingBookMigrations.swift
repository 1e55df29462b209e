import Database

/// What the register of outgoing documents adds to the schema.
enum OutgoingBookMigrations {
  static let all = [kinds, reservations, keepers]

  /// The list of kinds grows. SQLite cannot change a constraint in place: the rows are kept aside, the table is made
  /// anew under its own name, and the rows come back before the transaction ends, so that every row that points at them
  /// does so again.
  private static let kinds = Migration("2026-11-28-40 registers of outgoing documents") { engine in
    switch engine {
    case .postgres:
      [
        "ALTER TABLE registers DROP CONSTRAINT registers_kind",
        "ALTER TABLE registers ADD CONSTRAINT registers_kind CHECK (kind IN ('incoming', 'outgoing'))",
      ]
    case .sqlite:
      [
        "PRAGMA defer_foreign_keys = ON",
        """
        CREATE TABLE kept_registers AS
        SELECT id, agency_id, year, kind, name, paper_through, opening_reason, opened_at, version FROM registers
        """,
        "DROP TABLE registers",
        """
        CREATE TABLE registers (
          id \(engine.keyType),
          agency_id BIGINT NOT NULL CONSTRAINT registers_agency_fk REFERENCES agencies (id),
          year BIGINT NOT NULL CONSTRAINT registers_year CHECK (year BETWEEN 1945 AND 2200),
          kind TEXT NOT NULL CONSTRAINT registers_kind CHECK (kind IN ('incoming', 'outgoing')),
          name TEXT NOT NULL,
          paper_through BIGINT NOT NULL CONSTRAINT registers_paper CHECK (paper_through >= 0),
          opening_reason TEXT,
          opened_at BIGINT NOT NULL,
          version BIGINT NOT NULL
        )
        """,
        """
        INSERT INTO registers (id, agency_id, year, kind, name, paper_through, opening_reason, opened_at, version)
        SELECT id, agency_id, year, kind, name, paper_through, opening_reason, opened_at, version FROM kept_registers
        """,
        "DROP TABLE kept_registers",
        "CREATE UNIQUE INDEX registers_book ON registers (agency_id, kind, year, name)",
      ]
    }
  }

  /// Numbers kept free for documents that come later.
  private static let reservations = Migration("2026-11-28-41 reserved numbers") { engine in
    [
      """
      CREATE TABLE number_reservations (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT number_reservations_agency_fk REFERENCES agencies (id),
        register_id BIGINT NOT NULL CONSTRAINT number_reservations_register_fk REFERENCES registers (id),
        number BIGINT NOT NULL, day TEXT NOT NULL, notation TEXT NOT NULL, type_key TEXT NOT NULL,
        owner TEXT NOT NULL, reason TEXT NOT NULL, expires_on TEXT NOT NULL, made_at BIGINT NOT NULL,
        made_by TEXT NOT NULL,
        state TEXT NOT NULL CONSTRAINT number_reservations_state CHECK (state IN ('open', 'used', 'released')),
        ended_at BIGINT, ended_by TEXT,
        CONSTRAINT number_reservations_ended CHECK ((state = 'open') = (ended_at IS NULL)))
      """,
      "CREATE UNIQUE INDEX number_reservations_number ON number_reservations (register_id, number)",
      "CREATE INDEX number_reservations_open ON number_reservations (agency_id, expires_on, id) WHERE state = 'open'",
    ]
  }

  /// Who answers for a reserved number: it is handed over when they leave (HS-11).
  private static let keepers = Migration("2026-12-02-31 keepers of reserved numbers") { _ in
    [
      """
      ALTER TABLE number_reservations ADD COLUMN keeper_post BIGINT
        CONSTRAINT number_reservations_keeper_fk REFERENCES posts (id)
      """,
      "CREATE INDEX number_reservations_kept ON number_reservations (keeper_post, id) WHERE state = 'open'",
    ]
  }
}
