import Database

/// Tables of dossiers. What lies in one is named by its reference: the tables of documents lie above.
package enum DossierMigrations {
  package static let all =
    [dossiers, contents, visits, endOfRetention, described, reported] + DossierArchivingMigrations.all
    + RightsChangeMigrations.all + DossierTemplateMigrations.all
    + DossierExpectationMigrations.all + SubDossierMigrations.all + DossierReadingMigrations.all + [kinds]

  private static let dossiers = Migration("2026-12-02-50 dossiers") { engine in
    [
      """
      CREATE TABLE dossiers (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT dossiers_agency_fk REFERENCES agencies (id),
        organ TEXT NOT NULL, year BIGINT NOT NULL, notation TEXT NOT NULL, title TEXT NOT NULL,
        retention TEXT NOT NULL, kind TEXT NOT NULL CONSTRAINT dossiers_kind CHECK (kind IN ('general', 'construction')),
        access_mode TEXT NOT NULL CONSTRAINT dossiers_mode CHECK (access_mode IN ('open', 'conditional')),
        started_on TEXT NOT NULL, due_on TEXT, ended_on TEXT, keyword TEXT NOT NULL, note TEXT NOT NULL,
        state TEXT NOT NULL
          CONSTRAINT dossiers_state CHECK (state IN ('open', 'closed', 'submitted', 'archived', 'destroyed')),
        unit_id BIGINT NOT NULL CONSTRAINT dossiers_unit_fk REFERENCES units (id), unit_name TEXT NOT NULL,
        maker_post BIGINT NOT NULL CONSTRAINT dossiers_maker_fk REFERENCES posts (id), maker_name TEXT NOT NULL,
        plan_entry_id BIGINT CONSTRAINT dossiers_plan_fk REFERENCES file_plan_entries (id), opened_at BIGINT NOT NULL, opened_by TEXT NOT NULL, closed_at BIGINT, closed_by TEXT,
        item_count BIGINT NOT NULL, page_total BIGINT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT dossiers_closed CHECK ((state = 'open') = (closed_at IS NULL)),
        CONSTRAINT dossiers_ended CHECK (state = 'open' OR ended_on IS NOT NULL))
      """,
      "CREATE UNIQUE INDEX dossiers_code ON dossiers (agency_id, year, notation)",
      "CREATE INDEX dossiers_maker ON dossiers (maker_post, id)",
      "CREATE INDEX dossiers_maker_state ON dossiers (maker_post, state, id)",
      "CREATE INDEX dossiers_unit ON dossiers (unit_id, state, id)",
      "CREATE UNIQUE INDEX dossiers_plan_entry ON dossiers (plan_entry_id) WHERE plan_entry_id IS NOT NULL",
      """
      CREATE TABLE dossier_series (
        agency_id BIGINT NOT NULL CONSTRAINT dossier_series_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, symbol TEXT NOT NULL, last_number BIGINT NOT NULL,
        CONSTRAINT dossier_series_pk PRIMARY KEY (agency_id, year, symbol))
      """,
      """
      CREATE TABLE dossier_participants (
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_participants_dossier_fk REFERENCES dossiers (id),
        holder TEXT NOT NULL, name TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT dossier_participants_role CHECK (role IN ('contributor', 'reader')),
        added_at BIGINT NOT NULL, added_by TEXT NOT NULL,
        CONSTRAINT dossier_participants_pk PRIMARY KEY (dossier_id, holder))
      """,
      "CREATE INDEX dossier_participants_holder ON dossier_participants (holder, dossier_id)",
    ]
  }

  private static let contents = Migration("2026-12-02-51 what lies in dossiers") { engine in
    [
      """
      CREATE TABLE dossier_items (
        id \(engine.keyType),
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_items_dossier_fk REFERENCES dossiers (id),
        record_code TEXT, record_number BIGINT, title TEXT NOT NULL, file_name TEXT NOT NULL, file_kind TEXT,
        bytes BIGINT NOT NULL, hash TEXT CONSTRAINT dossier_items_hash_fk REFERENCES stored_files (hash),
        ordinal BIGINT NOT NULL, dated_on TEXT NOT NULL, page_count BIGINT NOT NULL, first_page BIGINT NOT NULL,
        added_at BIGINT NOT NULL, added_by TEXT NOT NULL,
        CONSTRAINT dossier_items_record CHECK ((record_code IS NULL) = (record_number IS NULL)),
        CONSTRAINT dossier_items_matter CHECK ((record_code IS NULL) = (hash IS NOT NULL)),
        CONSTRAINT dossier_items_kind CHECK ((hash IS NULL) = (file_kind IS NULL)))
      """,
      "CREATE INDEX dossier_items_order ON dossier_items (dossier_id, ordinal)",
      "CREATE UNIQUE INDEX dossier_items_once ON dossier_items (record_code, record_number, dossier_id)",
      "CREATE INDEX dossier_items_hash ON dossier_items (hash)",
      """
      CREATE TABLE dossier_notes (
        id \(engine.keyType),
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_notes_dossier_fk REFERENCES dossiers (id),
        text TEXT NOT NULL, is_final BIGINT NOT NULL,
        author_post BIGINT NOT NULL CONSTRAINT dossier_notes_author_fk REFERENCES posts (id),
        author_name TEXT NOT NULL, written_at BIGINT NOT NULL, final_at BIGINT, version BIGINT NOT NULL,
        CONSTRAINT dossier_notes_final CHECK ((is_final = 1) = (final_at IS NOT NULL)))
      """,
      "CREATE INDEX dossier_notes_dossier ON dossier_notes (dossier_id, id)",
    ]
  }

  private static let visits = Migration("2026-12-02-52 when people were last in a dossier") { _ in
    [
      """
      CREATE TABLE dossier_visits (
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_visits_dossier_fk REFERENCES dossiers (id),
        post_id BIGINT NOT NULL CONSTRAINT dossier_visits_post_fk REFERENCES posts (id),
        seen_at BIGINT NOT NULL,
        CONSTRAINT dossier_visits_pk PRIMARY KEY (dossier_id, post_id))
      """
    ]
  }

  /// Existing rows get what closing writes from now on: 1 January of the year after the last one (LT-01).
  private static let endOfRetention = Migration("2026-12-03-30 when retention of dossiers ends, orders that keep them")
  {
    _ in
    [
      "ALTER TABLE dossiers ADD COLUMN retention_ends_on TEXT",
      "ALTER TABLE dossiers ADD COLUMN hold_text TEXT",
      """
      UPDATE dossiers SET retention_ends_on =
        CAST(CAST(SUBSTR(ended_on, 1, 4) AS BIGINT) + CAST(retention AS BIGINT) + 1 AS TEXT) || '-01-01'
      WHERE state <> 'open' AND ended_on IS NOT NULL AND retention <> 'permanent'
      """,
      """
      CREATE INDEX dossiers_retention_end ON dossiers (agency_id, retention_ends_on, id)
        WHERE retention_ends_on IS NOT NULL
      """,
    ]
  }

  /// Documents of other systems, as their packages describe them. Their numbers are counted by their own agencies.
  private static let described = Migration("2026-12-03-51 documents of other systems in dossiers") { engine in
    [
      "ALTER TABLE dossier_items ADD COLUMN described TEXT",
      """
      CREATE TABLE dossier_item_files (
        item_id BIGINT NOT NULL
          CONSTRAINT dossier_item_files_item_fk REFERENCES dossier_items (id) ON DELETE CASCADE,
        position BIGINT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, bytes BIGINT NOT NULL,
        page_count BIGINT,
        hash TEXT NOT NULL CONSTRAINT dossier_item_files_hash_fk REFERENCES stored_files (hash),
        CONSTRAINT dossier_item_files_pk PRIMARY KEY (item_id, position))
      """,
      "CREATE INDEX dossier_item_files_hash ON dossier_item_files (hash)",
      "DROP INDEX dossiers_code",
      "CREATE UNIQUE INDEX dossiers_code ON dossiers (agency_id, year, notation, organ)",
    ]
  }

  private static let reported = Migration("2026-12-04-40 dossiers of agencies and units in their order") { _ in
    [
      "CREATE INDEX dossiers_agency_newest ON dossiers (agency_id, id)",
      "CREATE INDEX dossiers_unit_newest ON dossiers (unit_id, id)",
    ]
  }

  /// The end of a dossier asks each flow of its own documents, by the thousand: the index alone answers.
  private static let kinds = Migration("2026-12-05-26 documents of a dossier by their kind") { _ in
    [
      "CREATE INDEX dossier_items_kinds ON dossier_items (dossier_id, record_code, record_number)",
      // Most pages ask for the few files of its own that are kept back or withheld.
      "CREATE INDEX dossier_items_own ON dossier_items (dossier_id, ordinal) WHERE record_code IS NULL",
    ]
  }
}
