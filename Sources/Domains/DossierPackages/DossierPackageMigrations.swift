import Database

/// The table of packages being made and kept for a week.
package enum DossierPackageMigrations {
  package static let all: [Migration] = [
    Migration("2026-12-03-50 packages of dossiers") { engine in
      [
        """
        CREATE TABLE dossier_packages (
          id \(engine.keyType),
          dossier_id BIGINT NOT NULL CONSTRAINT dossier_packages_dossier_fk REFERENCES dossiers (id),
          kind TEXT NOT NULL CONSTRAINT dossier_packages_kind CHECK (kind IN ('reading', 'submission')),
          account_id BIGINT NOT NULL CONSTRAINT dossier_packages_account_fk REFERENCES accounts (id),
          person_id BIGINT NOT NULL CONSTRAINT dossier_packages_person_fk REFERENCES people (id),
          post_id BIGINT NOT NULL CONSTRAINT dossier_packages_post_fk REFERENCES posts (id),
          asked_at BIGINT NOT NULL,
          made_at BIGINT,
          hash TEXT CONSTRAINT dossier_packages_hash_fk REFERENCES stored_files (hash),
          bytes BIGINT,
          CONSTRAINT dossier_packages_file
            CHECK ((made_at IS NULL) = (hash IS NULL) AND (hash IS NULL) = (bytes IS NULL))
        )
        """,
        "CREATE INDEX dossier_packages_mine ON dossier_packages (dossier_id, post_id, person_id, id)",
        "CREATE INDEX dossier_packages_asked ON dossier_packages (asked_at)",
        "CREATE INDEX dossier_packages_hash ON dossier_packages (hash)",
      ]
    }
  ]
}
