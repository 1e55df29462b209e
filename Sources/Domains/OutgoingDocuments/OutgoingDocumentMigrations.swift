import Database

/// Tables of outgoing documents.
enum OutgoingDocumentMigrations {
  static let all = [
    documents, files, recipients, series, draftLinks, StampingMigrations.stampings, StampingMigrations.confirming,
    OutgoingQuarantineMigrations.quarantines,
    recalledDrafts, disposal,
  ]

  private static let documents = Migration("2026-11-28-42 outgoing documents") { engine in
    [
      """
      CREATE TABLE outgoing_documents (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT outgoing_documents_agency_fk REFERENCES agencies (id),
        register_id BIGINT NOT NULL CONSTRAINT outgoing_documents_register_fk REFERENCES registers (id),
        year BIGINT NOT NULL, number BIGINT NOT NULL, notation TEXT NOT NULL, identifier TEXT, type_key TEXT NOT NULL,
        body_name TEXT NOT NULL, subject TEXT NOT NULL, issued_date TEXT NOT NULL, urgency TEXT NOT NULL,
        signer_name TEXT NOT NULL, signer_position TEXT NOT NULL, capacity TEXT NOT NULL, signed_at BIGINT NOT NULL,
        unit_id BIGINT CONSTRAINT outgoing_documents_unit_fk REFERENCES units (id), unit_name TEXT NOT NULL,
        drafter_name TEXT NOT NULL, is_paper BIGINT NOT NULL, file_copy_holder TEXT NOT NULL, amount BIGINT,
        reply_due_date TEXT, language TEXT NOT NULL, page_count BIGINT, note TEXT NOT NULL, state TEXT NOT NULL,
        numbered_at BIGINT NOT NULL, numbered_by TEXT NOT NULL, issued_at BIGINT, issued_by TEXT, end_reason TEXT,
        file_count BIGINT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT outgoing_documents_state CHECK (state IN ('numbered', 'issued', 'recalled', 'cancelled')),
        CONSTRAINT outgoing_documents_issued CHECK ((state IN ('issued', 'recalled')) = (issued_at IS NOT NULL)),
        CONSTRAINT outgoing_documents_subject_filled CHECK (subject <> ''))
      """,
      "CREATE UNIQUE INDEX outgoing_documents_number ON outgoing_documents (register_id, number)",
      "CREATE UNIQUE INDEX outgoing_documents_code ON outgoing_documents (agency_id, year, number, notation)",
      """
      CREATE UNIQUE INDEX outgoing_documents_identifier ON outgoing_documents (identifier)
      WHERE identifier IS NOT NULL
      """,
      "CREATE INDEX outgoing_documents_newest ON outgoing_documents (agency_id, id)",
      """
      CREATE TABLE outgoing_ordinals (
        agency_id BIGINT NOT NULL CONSTRAINT outgoing_ordinals_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, last_ordinal BIGINT NOT NULL,
        CONSTRAINT outgoing_ordinals_pk PRIMARY KEY (agency_id, year))
      """,
      "CREATE INDEX outgoing_documents_waiting ON outgoing_documents (agency_id, id) WHERE state = 'numbered'",
    ]
  }

  private static let files = Migration("2026-11-28-43 outgoing files") { engine in
    [
      """
      CREATE TABLE outgoing_files (
        id \(engine.keyType),
        document_id BIGINT NOT NULL CONSTRAINT outgoing_files_document_fk REFERENCES outgoing_documents (id),
        position BIGINT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, bytes BIGINT NOT NULL,
        hash TEXT NOT NULL CONSTRAINT outgoing_files_hash_fk REFERENCES stored_files (hash), page_count BIGINT,
        state TEXT NOT NULL, trouble TEXT, added_at BIGINT NOT NULL, added_by TEXT NOT NULL,
        CONSTRAINT outgoing_files_state CHECK (state IN ('waiting', 'read', 'unreadable')))
      """,
      "CREATE UNIQUE INDEX outgoing_files_position ON outgoing_files (document_id, position)",
      "CREATE INDEX outgoing_files_hash ON outgoing_files (hash)",
      """
      CREATE TABLE outgoing_texts (
        file_id BIGINT NOT NULL CONSTRAINT outgoing_texts_file_fk REFERENCES outgoing_files (id),
        page BIGINT NOT NULL, origin TEXT NOT NULL, text TEXT NOT NULL,
        CONSTRAINT outgoing_texts_pk PRIMARY KEY (file_id, page))
      """,
    ]
  }

  private static let recipients = Migration("2026-11-28-44 outgoing recipients") { engine in
    [
      """
      CREATE TABLE outgoing_recipients (
        id \(engine.keyType),
        document_id BIGINT NOT NULL CONSTRAINT outgoing_recipients_document_fk REFERENCES outgoing_documents (id),
        position BIGINT NOT NULL, name TEXT NOT NULL,
        way TEXT NOT NULL CONSTRAINT outgoing_recipients_way
          CHECK (way IN ('post', 'byHand', 'email', 'axis', 'inside')),
        unit_id BIGINT CONSTRAINT outgoing_recipients_unit_fk REFERENCES units (id),
        outside_agency_id BIGINT CONSTRAINT outgoing_recipients_outside_fk REFERENCES outside_agencies (id),
        state TEXT NOT NULL, sent_at BIGINT, sent_by TEXT, proof TEXT NOT NULL, envelopes BIGINT,
        answered_at BIGINT, answer TEXT NOT NULL,
        CONSTRAINT outgoing_recipients_state CHECK (state IN ('waiting', 'sent', 'received', 'refused', 'returned')),
        CONSTRAINT outgoing_recipients_sent CHECK ((state = 'waiting') = (sent_at IS NULL)),
        CONSTRAINT outgoing_recipients_inside CHECK ((way = 'inside') = (unit_id IS NOT NULL)))
      """,
      "CREATE UNIQUE INDEX outgoing_recipients_position ON outgoing_recipients (document_id, position)",
      "CREATE INDEX outgoing_recipients_post ON outgoing_recipients (id) WHERE way = 'post' AND sent_at IS NOT NULL",
    ]
  }

  private static let series = Migration("2026-11-28-45 series of outgoing numbers") { engine in
    [
      """
      CREATE TABLE outgoing_series (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT outgoing_series_agency_fk REFERENCES agencies (id),
        name TEXT NOT NULL, body_name TEXT NOT NULL, body_abbreviation TEXT NOT NULL, type_keys TEXT NOT NULL,
        basis TEXT NOT NULL, from_year BIGINT NOT NULL, until_year BIGINT, laid_at BIGINT NOT NULL,
        laid_by TEXT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT outgoing_series_years CHECK (until_year IS NULL OR until_year >= from_year - 1),
        CONSTRAINT outgoing_series_of CHECK ((body_name = '') <> (type_keys = '')))
      """,
      "CREATE INDEX outgoing_series_agency ON outgoing_series (agency_id, from_year)",
    ]
  }

  /// From which draft a document came; a draft has one document whose number stands.
  private static let draftLinks = Migration("2026-11-28-46 drafts of outgoing documents") { _ in
    [
      """
      ALTER TABLE outgoing_documents ADD COLUMN draft_id BIGINT
      CONSTRAINT outgoing_documents_draft_fk REFERENCES drafts (id)
      """,
      """
      CREATE UNIQUE INDEX outgoing_documents_draft ON outgoing_documents (draft_id)
      WHERE draft_id IS NOT NULL AND state <> 'cancelled'
      """,
    ]
  }

  /// A draft says that the document it became was recalled.
  private static let recalledDrafts = Migration("2026-12-01-14 drafts of recalled documents") { _ in
    [
      """
      UPDATE drafts SET outgoing = 'recalled', progress = 'recalled'
      WHERE id IN (SELECT draft_id FROM outgoing_documents WHERE state = 'recalled' AND draft_id IS NOT NULL)
      """
    ]
  }

  /// What is left of a document whose dossiers were destroyed is its line in the book (LT-03).
  private static let disposal = Migration("2026-12-03-31 outgoing documents that were destroyed by decision") { _ in
    ["ALTER TABLE outgoing_documents ADD COLUMN disposal TEXT"]
  }
}
