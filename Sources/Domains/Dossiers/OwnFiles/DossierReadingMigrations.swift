import Database

/// Tables of what dossiers' own files say, and of those that are withheld for a secrecy mark.
enum DossierReadingMigrations {
  static let all = [readings, present]

  private static let readings = Migration("2026-12-05-20 what own files of dossiers say") { _ in
    [
      "ALTER TABLE dossier_items ADD COLUMN is_withheld BIGINT NOT NULL DEFAULT 0",
      """
      CREATE TABLE dossier_readings (
        item_id BIGINT NOT NULL
          CONSTRAINT dossier_readings_item_fk REFERENCES dossier_items (id) ON DELETE CASCADE,
        place BIGINT NOT NULL,
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_readings_dossier_fk REFERENCES dossiers (id),
        state TEXT NOT NULL
          CONSTRAINT dossier_readings_state CHECK (state IN ('waiting', 'read', 'empty', 'unreadable')),
        trouble TEXT, page_count BIGINT, is_cleared BIGINT NOT NULL,
        CONSTRAINT dossier_readings_pk PRIMARY KEY (item_id, place))
      """,
      "CREATE INDEX dossier_readings_waiting ON dossier_readings (dossier_id, item_id, place) WHERE state = 'waiting'",
      """
      CREATE TABLE dossier_texts (
        item_id BIGINT NOT NULL, place BIGINT NOT NULL, page BIGINT NOT NULL,
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_texts_dossier_fk REFERENCES dossiers (id),
        origin TEXT NOT NULL, text TEXT NOT NULL,
        CONSTRAINT dossier_texts_pk PRIMARY KEY (item_id, place, page),
        CONSTRAINT dossier_texts_reading_fk FOREIGN KEY (item_id, place)
          REFERENCES dossier_readings (item_id, place) ON DELETE CASCADE)
      """,
      "CREATE INDEX dossier_texts_dossier ON dossier_texts (dossier_id, item_id, place, page)",
      """
      CREATE TABLE dossier_quarantines (
        document_id BIGINT NOT NULL CONSTRAINT dossier_quarantines_pk PRIMARY KEY
          CONSTRAINT dossier_quarantines_item_fk REFERENCES dossier_items (id) ON DELETE CASCADE,
        agency_id BIGINT NOT NULL CONSTRAINT dossier_quarantines_agency_fk REFERENCES agencies (id),
        found_at BIGINT NOT NULL, found_by TEXT NOT NULL, page BIGINT, facts TEXT NOT NULL, confirmed_person BIGINT
          CONSTRAINT dossier_quarantines_person_fk REFERENCES people (id),
        confirmed_by TEXT, confirmed_at BIGINT)
      """,
      "CREATE INDEX dossier_quarantines_agency ON dossier_quarantines (agency_id, document_id)",
    ]
  }

  /// Files that lie in dossiers already wait to be read; the job that looks for what waits asks for them at the next start.
  static let present = Migration("2026-12-05-21 files in dossiers wait to be read") { _ in
    [
      """
      INSERT INTO dossier_readings (item_id, place, dossier_id, state, is_cleared)
      SELECT dossier_items.id, 0, dossier_id, 'waiting', 0 FROM dossier_items
      JOIN dossiers ON dossiers.id = dossier_id WHERE record_code IS NULL AND dossiers.state <> 'destroyed'
      """,
      """
      INSERT INTO dossier_readings (item_id, place, dossier_id, state, is_cleared)
      SELECT item_id, position, dossier_items.dossier_id, 'waiting', 0 FROM dossier_item_files
      JOIN dossier_items ON dossier_items.id = item_id JOIN dossiers ON dossiers.id = dossier_items.dossier_id
      WHERE dossiers.state <> 'destroyed'
      """,
    ]
  }
}
