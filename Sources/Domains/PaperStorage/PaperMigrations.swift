import Database

/// Tables of places, of the paper parts of dossiers and of their loans.
package enum PaperMigrations {
  package static let all = [places, loans]

  private static let places = Migration("2026-12-04-20 places of papers") { engine in
    [
      """
      CREATE TABLE shelf_places (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT shelf_places_agency_fk REFERENCES agencies (id),
        parent_id BIGINT CONSTRAINT shelf_places_parent_fk REFERENCES shelf_places (id),
        unit_id BIGINT CONSTRAINT shelf_places_unit_fk REFERENCES units (id),
        kind TEXT NOT NULL CONSTRAINT shelf_places_kind CHECK (kind IN ('store', 'shelf', 'box')),
        name TEXT NOT NULL, folded TEXT NOT NULL,
        capacity BIGINT,
        measure TEXT NOT NULL CONSTRAINT shelf_places_measure CHECK (measure IN ('boxes', 'metres')),
        is_full BIGINT NOT NULL, note TEXT NOT NULL, made_at BIGINT NOT NULL, made_by TEXT NOT NULL,
        version BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX shelf_places_root_name ON shelf_places (agency_id, name) WHERE kind = 'store'",
      "CREATE UNIQUE INDEX shelf_places_name ON shelf_places (parent_id, name)",
      "CREATE INDEX shelf_places_folded ON shelf_places (agency_id, folded, id)",
      """
      CREATE TABLE dossier_papers (
        dossier_id BIGINT NOT NULL
          CONSTRAINT dossier_papers_dossier_fk REFERENCES dossiers (id),
        agency_id BIGINT NOT NULL CONSTRAINT dossier_papers_agency_fk REFERENCES agencies (id),
        place_id BIGINT NOT NULL CONSTRAINT dossier_papers_place_fk REFERENCES shelf_places (id),
        sheets BIGINT, placed_at BIGINT NOT NULL, placed_by TEXT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT dossier_papers_pk PRIMARY KEY (dossier_id))
      """,
      "CREATE INDEX dossier_papers_place ON dossier_papers (place_id, dossier_id)",
      """
      CREATE TABLE dossier_paper_moves (
        id \(engine.keyType),
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_paper_moves_dossier_fk REFERENCES dossiers (id),
        agency_id BIGINT NOT NULL CONSTRAINT dossier_paper_moves_agency_fk REFERENCES agencies (id),
        from_text TEXT NOT NULL, to_text TEXT NOT NULL, reason TEXT NOT NULL, moved_at BIGINT NOT NULL,
        moved_by TEXT NOT NULL)
      """,
      "CREATE INDEX dossier_paper_moves_dossier ON dossier_paper_moves (dossier_id, id)",
    ]
  }

  private static let loans = Migration("2026-12-04-21 loans of papers") { engine in
    [
      """
      CREATE TABLE dossier_loan_series (
        agency_id BIGINT NOT NULL CONSTRAINT dossier_loan_series_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, last_number BIGINT NOT NULL,
        CONSTRAINT dossier_loan_series_pk PRIMARY KEY (agency_id, year))
      """,
      """
      CREATE TABLE dossier_loans (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT dossier_loans_agency_fk REFERENCES agencies (id),
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_loans_dossier_fk REFERENCES dossiers (id),
        state TEXT NOT NULL CONSTRAINT dossier_loans_state
          CHECK (state IN ('waiting', 'asked', 'allowed', 'out', 'returned', 'declined')),
        asker_post BIGINT NOT NULL CONSTRAINT dossier_loans_asker_fk REFERENCES posts (id),
        borrower_post BIGINT CONSTRAINT dossier_loans_borrower_fk REFERENCES posts (id),
        borrower_name TEXT NOT NULL, borrower_organ TEXT NOT NULL, borrower_paper TEXT NOT NULL,
        documents TEXT NOT NULL, reason TEXT NOT NULL, until_on TEXT NOT NULL,
        asked_at BIGINT NOT NULL, asked_by TEXT NOT NULL, consented_at BIGINT, consented_by TEXT,
        allowed_at BIGINT, allowed_by TEXT, handed_at BIGINT, handed_by TEXT, year BIGINT, number BIGINT,
        ended_at BIGINT, ended_by TEXT, words TEXT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT dossier_loans_handed CHECK ((state IN ('out', 'returned')) = (number IS NOT NULL)),
        CONSTRAINT dossier_loans_ended CHECK ((state IN ('returned', 'declined')) = (ended_at IS NOT NULL)))
      """,
      "CREATE UNIQUE INDEX dossier_loans_open ON dossier_loans (dossier_id) WHERE state IN ('allowed', 'out')",
      """
      CREATE UNIQUE INDEX dossier_loans_asked ON dossier_loans (dossier_id, asker_post)
      WHERE state IN ('waiting', 'asked')
      """,
      "CREATE UNIQUE INDEX dossier_loans_number ON dossier_loans (agency_id, year, number)",
      "CREATE INDEX dossier_loans_dossier ON dossier_loans (dossier_id, id)",
      "CREATE INDEX dossier_loans_agency ON dossier_loans (agency_id, state, id)",
      "CREATE INDEX dossier_loans_borrower ON dossier_loans (borrower_post, state, id)",
      "CREATE INDEX dossier_loans_out ON dossier_loans (until_on, id) WHERE state = 'out'",
    ]
  }
}
