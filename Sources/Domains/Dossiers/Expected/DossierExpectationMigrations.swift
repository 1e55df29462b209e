import Database

/// Tables of what dossiers are expected to hold.
enum DossierExpectationMigrations {
  static let all = [expected]

  private static let expected = Migration("2026-12-05-11 what dossiers are expected to hold") { engine in
    [
      "ALTER TABLE dossiers ADD COLUMN missing_count BIGINT NOT NULL DEFAULT 0",
      """
      CREATE TABLE dossier_expectations (
        id \(engine.keyType),
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_expectations_dossier_fk REFERENCES dossiers (id),
        place BIGINT NOT NULL, name TEXT NOT NULL,
        type_key TEXT CONSTRAINT dossier_expectations_type_fk REFERENCES document_types (key),
        direction TEXT NOT NULL CONSTRAINT dossier_expectations_direction
          CHECK (direction IN ('any', 'incoming', 'outgoing', 'file')),
        is_required BIGINT NOT NULL, is_many BIGINT NOT NULL,
        added_at BIGINT NOT NULL, added_by TEXT NOT NULL,
        excuse TEXT, excused_at BIGINT, excused_by TEXT,
        CONSTRAINT dossier_expectations_excused CHECK ((excuse IS NULL) = (excused_at IS NULL)))
      """,
      "CREATE UNIQUE INDEX dossier_expectations_name ON dossier_expectations (dossier_id, name)",
      "CREATE INDEX dossier_expectations_order ON dossier_expectations (dossier_id, place, id)",
      """
      CREATE TABLE dossier_pairings (
        expectation_id BIGINT NOT NULL
          CONSTRAINT dossier_pairings_expectation_fk REFERENCES dossier_expectations (id) ON DELETE CASCADE,
        item_id BIGINT NOT NULL
          CONSTRAINT dossier_pairings_item_fk REFERENCES dossier_items (id) ON DELETE CASCADE,
        is_paired BIGINT NOT NULL, is_by_hand BIGINT NOT NULL, reason TEXT NOT NULL,
        paired_at BIGINT NOT NULL, paired_by TEXT NOT NULL,
        CONSTRAINT dossier_pairings_pk PRIMARY KEY (expectation_id, item_id))
      """,
      "CREATE UNIQUE INDEX dossier_pairings_once ON dossier_pairings (item_id) WHERE is_paired = 1",
      "CREATE INDEX dossier_pairings_item ON dossier_pairings (item_id)",
    ]
  }
}
