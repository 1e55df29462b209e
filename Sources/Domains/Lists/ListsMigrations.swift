import Database

/// Schema of chosen columns, saved searches and exported lists.
package enum ListsMigrations {
  package static let all: [Migration] = [
    Migration("2026-11-23-01 lists") { engine in
      [
        """
        CREATE TABLE chosen_columns (
          person_id BIGINT NOT NULL CONSTRAINT chosen_columns_person_fk REFERENCES people (id),
          list TEXT NOT NULL,
          columns TEXT NOT NULL,
          CONSTRAINT chosen_columns_pk PRIMARY KEY (person_id, list)
        )
        """,
        """
        CREATE TABLE saved_searches (
          id \(engine.keyType),
          person_id BIGINT NOT NULL CONSTRAINT saved_searches_person_fk REFERENCES people (id),
          name TEXT NOT NULL,
          sort_key TEXT NOT NULL,
          list TEXT NOT NULL,
          address TEXT NOT NULL,
          is_pinned BIGINT NOT NULL CONSTRAINT saved_searches_pinned CHECK (is_pinned IN (0, 1)),
          saved_at BIGINT NOT NULL,
          removed_at BIGINT
        )
        """,
        "CREATE UNIQUE INDEX saved_searches_name ON saved_searches (person_id, name) WHERE removed_at IS NULL",
        "CREATE INDEX saved_searches_by_person ON saved_searches (person_id, is_pinned, sort_key)",
        """
        CREATE TABLE list_exports (
          id \(engine.keyType),
          account_id BIGINT NOT NULL CONSTRAINT list_exports_account_fk REFERENCES accounts (id),
          person_id BIGINT NOT NULL CONSTRAINT list_exports_person_fk REFERENCES people (id),
          post_id BIGINT NOT NULL CONSTRAINT list_exports_post_fk REFERENCES posts (id),
          list TEXT NOT NULL,
          title TEXT NOT NULL,
          address TEXT NOT NULL,
          criteria TEXT NOT NULL,
          columns TEXT NOT NULL,
          format TEXT NOT NULL CONSTRAINT list_exports_format CHECK (format IN ('xlsx', 'docx', 'doc', 'pdf')),
          asked_at BIGINT NOT NULL,
          provenance TEXT NOT NULL,
          made_at BIGINT,
          row_count BIGINT NOT NULL,
          is_cut BIGINT NOT NULL,
          hash TEXT CONSTRAINT list_exports_hash_fk REFERENCES stored_files (hash),
          bytes BIGINT,
          CONSTRAINT list_exports_file CHECK ((made_at IS NULL) = (hash IS NULL) AND (hash IS NULL) = (bytes IS NULL))
        )
        """,
        "CREATE INDEX list_exports_by_person ON list_exports (person_id, post_id, id)",
        "CREATE INDEX list_exports_asked ON list_exports (asked_at)",
        "CREATE INDEX list_exports_hash ON list_exports (hash)",
      ]
    }
  ]
}
