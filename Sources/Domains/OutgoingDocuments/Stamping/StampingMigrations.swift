import Database

/// The table of what is written onto signed files.
enum StampingMigrations {
  static let stampings = Migration("2026-11-29-40 numbers written onto signed files") { _ in
    [
      """
      CREATE TABLE outgoing_stampings (
        file_id BIGINT NOT NULL CONSTRAINT outgoing_stampings_pk PRIMARY KEY
          CONSTRAINT outgoing_stampings_file_fk REFERENCES outgoing_files (id),
        signed_name TEXT NOT NULL, signed_kind TEXT NOT NULL, signed_bytes BIGINT NOT NULL,
        signed_hash TEXT NOT NULL CONSTRAINT outgoing_stampings_hash_fk REFERENCES stored_files (hash),
        signed_pages BIGINT, state TEXT NOT NULL, places TEXT NOT NULL, trouble TEXT NOT NULL,
        CONSTRAINT outgoing_stampings_state CHECK (state IN ('asked', 'stamped', 'unplaced', 'kept')))
      """,
      "CREATE INDEX outgoing_stampings_hash ON outgoing_stampings (signed_hash)",
    ]
  }

  /// Whether a person may say that the file bears its number.
  static let confirming = Migration("2026-11-30-02 signed files that a person may confirm") { _ in
    ["ALTER TABLE outgoing_stampings ADD COLUMN may_confirm BIGINT NOT NULL DEFAULT 0"]
  }
}
