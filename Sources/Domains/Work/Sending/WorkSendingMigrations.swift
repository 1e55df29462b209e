import Database

/// What was sent a moment ago, so that it can be undone.
enum WorkSendingMigrations {
  static let all = [
    Migration("2026-12-01-20 work sendings") { engine in
      [
        """
        CREATE TABLE work_sendings (
          id \(engine.keyType),
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, act TEXT NOT NULL,
          given_by BIGINT NOT NULL CONSTRAINT work_sendings_giver_fk REFERENCES posts (id),
          giver_name TEXT NOT NULL, given_at BIGINT NOT NULL, touched TEXT NOT NULL, undone_at BIGINT)
        """,
        "CREATE INDEX work_sendings_given ON work_sendings (given_by, given_at, id)",
      ]
    }
  ]
}
