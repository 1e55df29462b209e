import Database

/// Changes of rights that wait for a second person, and documents kept back from readers of a dossier.
enum RightsChangeMigrations {
  static let all = [changes, makers]

  private static let changes = Migration("2026-12-04-01 changes of rights of dossiers") { engine in
    [
      "ALTER TABLE dossier_items ADD COLUMN is_kept_back BIGINT NOT NULL DEFAULT 0"
    ] + table(engine, kinds: "'add', 'role', 'end', 'keepBack', 'show'")
  }

  private static func table(_ engine: Engine, kinds: String) -> [SQL] {
    [
      """
      CREATE TABLE dossier_right_changes (
        id \(engine.keyType),
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_right_changes_dossier_fk REFERENCES dossiers (id),
        agency_id BIGINT NOT NULL CONSTRAINT dossier_right_changes_agency_fk REFERENCES agencies (id),
        kind TEXT NOT NULL CONSTRAINT dossier_right_changes_kind
          CHECK (kind IN (\(SQL(stringLiteral: kinds)))),
        subject_key TEXT NOT NULL, holder TEXT,
        role TEXT CONSTRAINT dossier_right_changes_role CHECK (role IN ('contributor', 'reader')),
        item_id BIGINT, subject TEXT NOT NULL, reason TEXT NOT NULL,
        state TEXT NOT NULL CONSTRAINT dossier_right_changes_state
          CHECK (state IN ('waiting', 'confirmed', 'refused', 'takenBack')),
        desk TEXT NOT NULL CONSTRAINT dossier_right_changes_desk CHECK (desk IN ('unit', 'agency')),
        proposer_post BIGINT NOT NULL CONSTRAINT dossier_right_changes_proposer_fk REFERENCES posts (id),
        proposer_account BIGINT NOT NULL, proposed_by TEXT NOT NULL, proposed_at BIGINT NOT NULL, words TEXT NOT NULL,
        decided_at BIGINT, decided_by TEXT, version BIGINT NOT NULL,
        CONSTRAINT dossier_right_changes_about CHECK ((holder IS NULL) = (item_id IS NOT NULL)),
        CONSTRAINT dossier_right_changes_decided CHECK ((state = 'waiting') = (decided_at IS NULL)))
      """,
      """
      CREATE UNIQUE INDEX dossier_right_changes_waiting ON dossier_right_changes (dossier_id, subject_key)
        WHERE state = 'waiting'
      """,
      "CREATE INDEX dossier_right_changes_dossier ON dossier_right_changes (dossier_id, id)",
      "CREATE INDEX dossier_right_changes_desk ON dossier_right_changes (agency_id, id) WHERE state = 'waiting'",
    ]
  }

  /// Another maker is a change of rights, too. SQLite changes no constraint of a table, so it is made anew.
  private static let makers = Migration("2026-12-05-03 another maker is a change of rights") { engine in
    let kinds = "'add', 'role', 'end', 'keepBack', 'show', 'maker'"
    switch engine {
    case .postgres:
      return [
        "ALTER TABLE dossier_right_changes DROP CONSTRAINT dossier_right_changes_kind",
        SQL(
          stringLiteral: """
            ALTER TABLE dossier_right_changes ADD CONSTRAINT dossier_right_changes_kind CHECK (kind IN (\(kinds)))
            """),
      ]
    case .sqlite:
      return [
        "CREATE TABLE kept_right_changes AS SELECT * FROM dossier_right_changes", "DROP TABLE dossier_right_changes",
      ] + table(engine, kinds: kinds) + [
        "INSERT INTO dossier_right_changes SELECT * FROM kept_right_changes", "DROP TABLE kept_right_changes",
      ]
    }
  }
}
