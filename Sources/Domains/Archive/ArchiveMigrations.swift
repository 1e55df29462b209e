import Database

/// Tables of the archive. A transfer keeps its lines as they were.
package enum ArchiveMigrations {
  package static let all = [transfers, holds]

  private static let transfers = Migration("2026-12-03-12 transfers to the archive") { engine in
    [
      """
      CREATE TABLE archive_transfers (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT archive_transfers_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, number BIGINT NOT NULL,
        unit_id BIGINT NOT NULL CONSTRAINT archive_transfers_unit_fk REFERENCES units (id), unit_name TEXT NOT NULL,
        agency_name TEXT NOT NULL, superior_name TEXT NOT NULL, place_name TEXT NOT NULL,
        giver_post BIGINT NOT NULL CONSTRAINT archive_transfers_giver_fk REFERENCES posts (id), giver_name TEXT NOT NULL,
        submitted_at BIGINT NOT NULL, receiver_name TEXT, settled_at BIGINT)
      """,
      "CREATE UNIQUE INDEX archive_transfers_number ON archive_transfers (agency_id, year, number)",
      """
      CREATE TABLE archive_transfer_series (
        agency_id BIGINT NOT NULL CONSTRAINT archive_transfer_series_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, last_number BIGINT NOT NULL,
        CONSTRAINT archive_transfer_series_pk PRIMARY KEY (agency_id, year))
      """,
      """
      CREATE TABLE archive_transfer_lines (
        transfer_id BIGINT NOT NULL CONSTRAINT archive_transfer_lines_transfer_fk REFERENCES archive_transfers (id),
        position BIGINT NOT NULL,
        dossier_id BIGINT NOT NULL CONSTRAINT archive_transfer_lines_dossier_fk REFERENCES dossiers (id),
        year BIGINT NOT NULL, notation TEXT NOT NULL, title TEXT NOT NULL, started_on TEXT NOT NULL, ended_on TEXT,
        retention TEXT NOT NULL, item_count BIGINT NOT NULL, file_count BIGINT NOT NULL, page_total BIGINT NOT NULL,
        outcome TEXT NOT NULL
          CONSTRAINT archive_transfer_lines_outcome CHECK (outcome IN ('waiting', 'accepted', 'returned', 'withdrawn')),
        words TEXT NOT NULL, decided_at BIGINT, decided_by TEXT,
        CONSTRAINT archive_transfer_lines_pk PRIMARY KEY (transfer_id, position),
        CONSTRAINT archive_transfer_lines_decided CHECK ((outcome = 'waiting') = (decided_at IS NULL)))
      """,
      """
      CREATE UNIQUE INDEX archive_transfer_lines_waiting ON archive_transfer_lines (dossier_id)
      WHERE outcome = 'waiting'
      """,
      "CREATE INDEX archive_transfer_lines_dossier ON archive_transfer_lines (dossier_id, transfer_id)",
    ]
  }

  private static let holds = Migration("2026-12-03-13 dossiers kept past their day") { engine in
    [
      """
      CREATE TABLE dossier_holds (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT dossier_holds_agency_fk REFERENCES agencies (id),
        dossier_id BIGINT NOT NULL CONSTRAINT dossier_holds_dossier_fk REFERENCES dossiers (id),
        reason TEXT NOT NULL, due_on TEXT NOT NULL, until_on TEXT NOT NULL,
        state TEXT NOT NULL CONSTRAINT dossier_holds_state CHECK (state IN ('asked', 'granted', 'refused')),
        asker_post BIGINT NOT NULL CONSTRAINT dossier_holds_asker_fk REFERENCES posts (id),
        asked_at BIGINT NOT NULL, asked_by TEXT NOT NULL, words TEXT NOT NULL, decided_at BIGINT, decided_by TEXT,
        version BIGINT NOT NULL,
        CONSTRAINT dossier_holds_decided CHECK ((state = 'asked') = (decided_at IS NULL)))
      """,
      "CREATE UNIQUE INDEX dossier_holds_asked ON dossier_holds (dossier_id) WHERE state = 'asked'",
      "CREATE INDEX dossier_holds_dossier ON dossier_holds (dossier_id, id)",
      "CREATE INDEX dossier_holds_agency ON dossier_holds (agency_id, state, id)",
    ]
  }
}
