import Database

/// Schema of the vault's list of files.
package enum FileVaultMigrations {
  package static let all: [Migration] = [files]

  private static let files = Migration("2026-11-22-18 stored files") { _ in
    [
      """
      CREATE TABLE stored_files (
        hash TEXT NOT NULL CONSTRAINT stored_files_pk PRIMARY KEY,
        bytes BIGINT NOT NULL CONSTRAINT stored_files_bytes CHECK (bytes >= 0),
        kept_at BIGINT NOT NULL,
        checked_at BIGINT NOT NULL,
        damage TEXT CONSTRAINT stored_files_damage CHECK (damage IN ('altered', 'missing')),
        damage_found_at BIGINT,
        CONSTRAINT stored_files_found CHECK ((damage IS NULL) = (damage_found_at IS NULL))
      )
      """,
      "CREATE INDEX stored_files_checked ON stored_files (checked_at, hash)",
      "CREATE INDEX stored_files_damaged ON stored_files (damage_found_at) WHERE damage IS NOT NULL",
    ]
  }
}
