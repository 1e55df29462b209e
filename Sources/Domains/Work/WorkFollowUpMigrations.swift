import Database

/// Tables of what is said of work while it goes on: notes, urgings, changed deadlines, what is followed.
enum WorkFollowUpMigrations {
  static let all = [
    Migration("2026-11-27-01 work results and follow-up") { engine in
      [
        "ALTER TABLE work_items ADD COLUMN needs_reply BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE work_items ADD COLUMN result_kind TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE work_items ADD COLUMN reply_code TEXT NOT NULL DEFAULT ''",
        """
        CREATE TABLE work_notes (
          id \(engine.keyType),
          item_id BIGINT NOT NULL CONSTRAINT work_notes_item_fk REFERENCES work_items (id),
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
          author_post BIGINT NOT NULL CONSTRAINT work_notes_author_fk REFERENCES posts (id),
          author_name TEXT NOT NULL, written_at BIGINT NOT NULL,
          CONSTRAINT work_notes_kind CHECK (kind IN ('progress', 'difficulty', 'proposal')))
        """,
        "CREATE INDEX work_notes_subject ON work_notes (subject_code, subject_number, id)",
        """
        CREATE TABLE work_urgings (
          id \(engine.keyType),
          item_id BIGINT NOT NULL CONSTRAINT work_urgings_item_fk REFERENCES work_items (id),
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, level TEXT NOT NULL, ordinal BIGINT NOT NULL,
          text TEXT NOT NULL, urged_by TEXT NOT NULL, urged_at BIGINT NOT NULL, is_by_rule BIGINT NOT NULL,
          CONSTRAINT work_urgings_level CHECK (level IN ('remind', 'criticize', 'review')))
        """,
        "CREATE INDEX work_urgings_subject ON work_urgings (subject_code, subject_number, id)",
        "CREATE UNIQUE INDEX work_urgings_ordinal ON work_urgings (item_id, ordinal)",
        """
        CREATE TABLE work_deadline_changes (
          id \(engine.keyType),
          item_id BIGINT NOT NULL CONSTRAINT work_deadline_changes_item_fk REFERENCES work_items (id),
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, due_from BIGINT NOT NULL, due_to BIGINT NOT NULL,
          reason TEXT NOT NULL, changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL)
        """,
        "CREATE INDEX work_deadline_changes_subject ON work_deadline_changes (subject_code, subject_number, id)",
        """
        CREATE TABLE work_extensions (
          request_id \(engine.keyType) CONSTRAINT work_extensions_request_fk REFERENCES work_items (id),
          item_id BIGINT NOT NULL CONSTRAINT work_extensions_item_fk REFERENCES work_items (id),
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, wanted_due BIGINT NOT NULL,
          is_granted BIGINT, granted_due BIGINT)
        """,
        "CREATE INDEX work_extensions_subject ON work_extensions (subject_code, subject_number, request_id)",
        """
        CREATE UNIQUE INDEX work_extensions_open ON work_extensions (item_id) WHERE is_granted IS NULL
        """,
        """
        CREATE TABLE work_follows (
          post_id BIGINT NOT NULL CONSTRAINT work_follows_post_fk REFERENCES posts (id),
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, followed_at BIGINT NOT NULL,
          PRIMARY KEY (post_id, subject_code, subject_number))
        """,
        "CREATE INDEX work_follows_subject ON work_follows (subject_code, subject_number)",
      ]
    }
  ]
}
