import Database

/// Schema of what is brought in from outside.
package enum TransferMigrations {
  package static let all: [Migration] = [batches, lists]

  private static let batches = Migration("2026-11-25-21 import batches") { engine in
    [
      """
      CREATE TABLE import_batches (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT import_batches_agency_fk REFERENCES agencies (id),
        source_name TEXT NOT NULL,
        source_hash TEXT NOT NULL,
        settings TEXT NOT NULL,
        state TEXT NOT NULL
          CONSTRAINT import_batches_state CHECK (state IN ('checking', 'checked', 'entering', 'done', 'failed')),
        row_count BIGINT NOT NULL,
        good_count BIGINT NOT NULL,
        problem_count BIGINT NOT NULL,
        duplicate_count BIGINT NOT NULL,
        entered_count BIGINT NOT NULL,
        asked_at BIGINT NOT NULL,
        asked_by TEXT NOT NULL,
        account_id BIGINT NOT NULL CONSTRAINT import_batches_account_fk REFERENCES accounts (id),
        post_id BIGINT NOT NULL CONSTRAINT import_batches_post_fk REFERENCES posts (id),
        finished_at BIGINT,
        trouble TEXT,
        upload_id TEXT,
        upload_bytes BIGINT,
        files_id TEXT,
        files_hash TEXT,
        files_bytes BIGINT,
        version BIGINT NOT NULL
      )
      """,
      "CREATE UNIQUE INDEX import_batches_source ON import_batches (agency_id, source_hash)",
      "CREATE INDEX import_batches_by_agency ON import_batches (agency_id, id)",
      """
      CREATE TABLE import_rows (
        batch_id BIGINT NOT NULL CONSTRAINT import_rows_batch_fk REFERENCES import_batches (id),
        row_number BIGINT NOT NULL,
        record_number BIGINT NOT NULL,
        CONSTRAINT import_rows_pk PRIMARY KEY (batch_id, row_number)
      )
      """,
      """
      CREATE TABLE import_problems (
        batch_id BIGINT NOT NULL CONSTRAINT import_problems_batch_fk REFERENCES import_batches (id),
        place BIGINT NOT NULL,
        row_number BIGINT NOT NULL,
        row_offset BIGINT NOT NULL,
        field TEXT,
        message TEXT NOT NULL,
        CONSTRAINT import_problems_pk PRIMARY KEY (batch_id, place)
      )
      """,
    ]
  }

  /// Lists of the body come in as batches too: what a batch is of, and what its trial run would change.
  private static let lists = Migration("2026-11-26-01 import batches of lists") { _ in
    [
      """
      ALTER TABLE import_batches ADD COLUMN kind TEXT NOT NULL DEFAULT 'documents'
        CONSTRAINT import_batches_kind CHECK (kind IN ('documents', 'organization'))
      """,
      "ALTER TABLE import_batches ADD COLUMN tally TEXT",
      "DROP INDEX import_batches_source",
      "CREATE UNIQUE INDEX import_batches_source ON import_batches (agency_id, kind, source_hash)",
      "DROP INDEX import_batches_by_agency",
      "CREATE INDEX import_batches_by_agency ON import_batches (agency_id, kind, id)",
      """
      CREATE TABLE import_changes (
        batch_id BIGINT NOT NULL CONSTRAINT import_changes_batch_fk REFERENCES import_batches (id),
        place BIGINT NOT NULL,
        row_number BIGINT NOT NULL,
        sentence TEXT NOT NULL,
        CONSTRAINT import_changes_pk PRIMARY KEY (batch_id, place)
      )
      """,
    ]
  }
}
