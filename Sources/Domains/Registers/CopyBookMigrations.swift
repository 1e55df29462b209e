import Database

/// What the register of copies adds to the schema.
enum CopyBookMigrations {
  static let all = [kinds]

  /// The list of kinds grows by one, as it did for outgoing documents: SQLite makes the table anew.
  private static let kinds = Migration("2026-11-29-30 registers of copies") { engine in
    switch engine {
    case .postgres:
      [
        "ALTER TABLE registers DROP CONSTRAINT registers_kind",
        "ALTER TABLE registers ADD CONSTRAINT registers_kind CHECK (kind IN ('incoming', 'outgoing', 'copy'))",
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
          kind TEXT NOT NULL CONSTRAINT registers_kind CHECK (kind IN ('incoming', 'outgoing', 'copy')),
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
}
