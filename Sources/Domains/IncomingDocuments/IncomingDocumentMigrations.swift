import Database

/// Tables of incoming documents.
enum IncomingDocumentMigrations {
  static let all =
    [
      documents, files, waiting, quarantines, identifiers, awaited, handling, filing, presenting, sendings, batches,
    ] + IncomingDeskMigrations.all + PacketMigrations.all

  private static let documents = Migration("2026-11-22-70 incoming documents") { engine in
    [
      """
      CREATE TABLE incoming_documents (
        id \(engine.keyType), agency_id BIGINT NOT NULL REFERENCES agencies (id),
        register_id BIGINT NOT NULL REFERENCES registers (id), arrival_number BIGINT NOT NULL,
        arrival_date TEXT NOT NULL, registered_at BIGINT NOT NULL, channel TEXT NOT NULL,
        issuer_id BIGINT REFERENCES outside_agencies (id), issuer_name TEXT NOT NULL, number_text TEXT NOT NULL,
        notation TEXT NOT NULL, issued_date TEXT, type_key TEXT NOT NULL, subject TEXT NOT NULL,
        urgency TEXT NOT NULL, signer_name TEXT NOT NULL, signer_position TEXT NOT NULL, to_places TEXT NOT NULL,
        handling_due_date TEXT, page_count BIGINT, sheet_count BIGINT, copy_count BIGINT, paper_holder TEXT NOT NULL,
        language TEXT NOT NULL, note TEXT NOT NULL, duplicate_key TEXT NOT NULL, duplicate_reason TEXT,
        state TEXT NOT NULL, cancel_reason TEXT, file_count BIGINT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT incoming_documents_state CHECK (state IN ('registered', 'cancelled', 'quarantined')),
        CONSTRAINT incoming_documents_subject_filled CHECK (subject <> ''))
      """,
      "CREATE UNIQUE INDEX incoming_documents_number ON incoming_documents (register_id, arrival_number)",
      "CREATE INDEX incoming_documents_newest ON incoming_documents (agency_id, id)",
      """
      CREATE INDEX incoming_documents_without_file ON incoming_documents (agency_id, id)
      WHERE file_count = 0 AND state = 'registered'
      """,
      "CREATE INDEX incoming_documents_duplicate ON incoming_documents (agency_id, duplicate_key)",
    ]
  }

  private static let files = Migration("2026-11-22-71 incoming files") { engine in
    [
      """
      CREATE TABLE incoming_files (
        id \(engine.keyType), document_id BIGINT NOT NULL REFERENCES incoming_documents (id),
        agency_id BIGINT NOT NULL REFERENCES agencies (id), position BIGINT NOT NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL, bytes BIGINT NOT NULL, hash TEXT NOT NULL REFERENCES stored_files (hash),
        page_count BIGINT, state TEXT NOT NULL, trouble TEXT, paper_id BIGINT,
        is_cleared BIGINT NOT NULL, added_at BIGINT NOT NULL, stamp_left DOUBLE PRECISION,
        stamp_top DOUBLE PRECISION, page_width DOUBLE PRECISION, page_height DOUBLE PRECISION,
        CONSTRAINT incoming_files_state CHECK (state IN ('waiting', 'read', 'unreadable', 'withheld')))
      """,
      "CREATE UNIQUE INDEX incoming_files_position ON incoming_files (document_id, position)",
      "CREATE INDEX incoming_files_hash ON incoming_files (agency_id, hash)",
      """
      CREATE TABLE incoming_texts (
        file_id BIGINT NOT NULL REFERENCES incoming_files (id), page BIGINT NOT NULL, origin TEXT NOT NULL,
        text TEXT NOT NULL, PRIMARY KEY (file_id, page))
      """,
    ]
  }

  private static let waiting = Migration("2026-11-22-72 waiting papers") { engine in
    [
      """
      CREATE TABLE waiting_papers (
        id \(engine.keyType), agency_id BIGINT NOT NULL REFERENCES agencies (id), file_name TEXT NOT NULL,
        kind TEXT NOT NULL, staged_id TEXT NOT NULL, hash TEXT NOT NULL, bytes BIGINT NOT NULL, page_count BIGINT,
        state TEXT NOT NULL, trouble TEXT, glance TEXT, suggestions TEXT,
        recognized_pages BIGINT NOT NULL, stamp TEXT, uploaded_at BIGINT NOT NULL, uploaded_by TEXT NOT NULL,
        version BIGINT NOT NULL,
        CONSTRAINT waiting_papers_state CHECK (state IN ('reading', 'read', 'unreadable')))
      """,
      "CREATE UNIQUE INDEX waiting_papers_staged ON waiting_papers (staged_id)",
      "CREATE INDEX waiting_papers_agency ON waiting_papers (agency_id, id)",
      """
      CREATE TABLE waiting_pages (
        paper_id BIGINT NOT NULL REFERENCES waiting_papers (id), page BIGINT NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY (paper_id, page))
      """,
    ]
  }

  private static let quarantines = Migration("2026-11-22-73 incoming quarantines") { engine in
    [
      """
      CREATE TABLE incoming_quarantines (
        document_id \(engine.keyType) REFERENCES incoming_documents (id),
        agency_id BIGINT NOT NULL REFERENCES agencies (id), found_at BIGINT NOT NULL, found_by TEXT NOT NULL,
        page BIGINT, facts TEXT NOT NULL, confirmed_person BIGINT, confirmed_by TEXT, confirmed_at BIGINT,
        CONSTRAINT incoming_quarantines_confirmed CHECK ((confirmed_person IS NULL) = (confirmed_at IS NULL)))
      """,
      "CREATE INDEX incoming_quarantines_agency ON incoming_quarantines (agency_id, document_id)",
    ]
  }

  private static let identifiers = Migration("2026-11-25-02 incoming document identifiers") { _ in
    [
      "ALTER TABLE incoming_documents ADD COLUMN document_identifier TEXT",
      """
      CREATE INDEX incoming_documents_identifier ON incoming_documents (agency_id, document_identifier)
      WHERE document_identifier IS NOT NULL
      """,
    ]
  }

  /// Lines of old books, which bear the midnight of their day, await no file.
  private static let awaited = Migration("2026-11-26-30 awaited files") { _ in
    [
      "DROP INDEX incoming_documents_without_file",
      """
      CREATE INDEX incoming_documents_without_file ON incoming_documents (agency_id, id)
      WHERE file_count = 0 AND state = 'registered' AND (registered_at + 25200000) % 86400000 <> 0
      """,
    ]
  }

  private static let handling = Migration("2026-11-26-60 incoming handling") { engine in
    [
      "ALTER TABLE incoming_documents ADD COLUMN progress TEXT NOT NULL DEFAULT 'registered'",
      """
      CREATE TABLE directives (
        id \(engine.keyType), document_id BIGINT NOT NULL CONSTRAINT directives_document_fk
          REFERENCES incoming_documents (id),
        author_post BIGINT NOT NULL CONSTRAINT directives_author_fk REFERENCES posts (id), author_name TEXT NOT NULL,
        text TEXT NOT NULL, given_at BIGINT NOT NULL, keyed_by TEXT)
      """,
      "CREATE INDEX directives_document ON directives (document_id, id)",
    ]
  }

  private static let filing = Migration("2026-11-27-02 incoming filing") { _ in
    [
      "ALTER TABLE incoming_documents ADD COLUMN dossier_code TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE incoming_documents ADD COLUMN filed_at BIGINT",
      "ALTER TABLE incoming_files ADD COLUMN work_item BIGINT",
    ]
  }

  /// What waits to be presented is few at any time; what is under way too. Neither may cost what lies finished.
  private static let presenting = Migration("2026-11-27-30 documents by progress") { _ in
    [
      """
      CREATE INDEX incoming_documents_unpresented ON incoming_documents (agency_id, id)
      WHERE progress = 'registered' AND state = 'registered' AND (registered_at + 25200000) % 86400000 <> 0
      """,
      """
      CREATE INDEX incoming_documents_progress ON incoming_documents (agency_id, progress, id)
      WHERE state = 'registered' AND progress <> 'registered'
      """,
    ]
  }

  /// What was sent is known for as long as it can be undone, and a day more.
  private static let sendings = Migration("2026-11-27-40 handling sendings") { engine in
    [
      """
      CREATE TABLE handling_sendings (
        id \(engine.keyType), document_id BIGINT NOT NULL CONSTRAINT handling_sendings_document_fk
          REFERENCES incoming_documents (id),
        act TEXT NOT NULL,
        given_by BIGINT NOT NULL CONSTRAINT handling_sendings_giver_fk REFERENCES posts (id),
        giver_name TEXT NOT NULL, given_at BIGINT NOT NULL, touched TEXT NOT NULL, directive_id BIGINT,
        undone_at BIGINT,
        CONSTRAINT handling_sendings_act CHECK (act IN ('present', 'direct', 'assign', 'complete')))
      """,
      "CREATE INDEX handling_sendings_given ON handling_sendings (given_by, given_at, id)",
      "ALTER TABLE directives ADD COLUMN undone_at BIGINT",
    ]
  }

  private static let batches = Migration("2026-11-27-42 work batches") { engine in
    [
      """
      CREATE TABLE work_batches (
        id \(engine.keyType),
        account_id BIGINT NOT NULL,
        post_id BIGINT NOT NULL CONSTRAINT work_batches_post_fk REFERENCES posts (id),
        act TEXT NOT NULL, order_text TEXT NOT NULL, back TEXT NOT NULL, asked_at BIGINT NOT NULL,
        finished_at BIGINT, undone_at BIGINT,
        CONSTRAINT work_batches_act CHECK (act IN ('accept', 'assign', 'present', 'complete', 'read',
          'file')))
      """,
      "CREATE INDEX work_batches_post ON work_batches (post_id, asked_at)",
      """
      CREATE TABLE work_batch_lines (
        batch_id BIGINT NOT NULL CONSTRAINT work_batch_lines_batch_fk REFERENCES work_batches (id),
        position BIGINT NOT NULL,
        document_id BIGINT NOT NULL CONSTRAINT work_batch_lines_document_fk REFERENCES incoming_documents (id),
        item_id BIGINT CONSTRAINT work_batch_lines_item_fk REFERENCES work_items (id),
        state TEXT NOT NULL, reason TEXT NOT NULL, sending_id BIGINT,
        PRIMARY KEY (batch_id, position),
        CONSTRAINT work_batch_lines_state CHECK (state IN ('waiting', 'done', 'refused', 'undone')))
      """,
      "CREATE INDEX work_batch_lines_state ON work_batch_lines (batch_id, state, position)",
    ]
  }
}
