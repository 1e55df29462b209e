import Database

/// The table of outgoing documents that are withheld for a secrecy mark.
enum OutgoingQuarantineMigrations {
  static let quarantines = Migration("2026-12-01-01 withheld outgoing documents") { _ in
    [
      "ALTER TABLE outgoing_documents ADD COLUMN is_withheld BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE outgoing_files ADD COLUMN is_cleared BIGINT NOT NULL DEFAULT 0",
      """
      CREATE TABLE outgoing_quarantines (
        document_id BIGINT NOT NULL CONSTRAINT outgoing_quarantines_pk PRIMARY KEY
          CONSTRAINT outgoing_quarantines_document_fk REFERENCES outgoing_documents (id),
        agency_id BIGINT NOT NULL CONSTRAINT outgoing_quarantines_agency_fk REFERENCES agencies (id),
        found_at BIGINT NOT NULL, found_by TEXT NOT NULL, page BIGINT, facts TEXT NOT NULL, confirmed_person BIGINT
          CONSTRAINT outgoing_quarantines_person_fk REFERENCES people (id),
        confirmed_by TEXT, confirmed_at BIGINT)
      """,
      "CREATE INDEX outgoing_quarantines_agency ON outgoing_quarantines (agency_id, document_id)",
    ]
  }
}
