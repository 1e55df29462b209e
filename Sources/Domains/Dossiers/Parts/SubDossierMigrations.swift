import Database

/// Dossiers that are parts of another, one level deep.
enum SubDossierMigrations {
  static let all = [parts]

  private static let parts = Migration("2026-12-05-12 parts of dossiers") { _ in
    [
      "ALTER TABLE dossiers ADD COLUMN parent_id BIGINT CONSTRAINT dossiers_parent_fk REFERENCES dossiers (id)",
      "ALTER TABLE dossiers ADD COLUMN last_part BIGINT NOT NULL DEFAULT 0",
      "CREATE INDEX dossiers_parent ON dossiers (parent_id, id) WHERE parent_id IS NOT NULL",
    ]
  }
}
