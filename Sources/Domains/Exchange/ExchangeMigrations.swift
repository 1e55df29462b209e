import Database

/// Tables of what passes between the agencies of the installation. Keys of the issuer's and the receiver's records are
/// theirs: those tables lie above.
package enum ExchangeMigrations {
  package static let all = [packets, relations, replies, answers, owed]

  private static let packets = Migration("2026-11-29-20 packets between agencies") { engine in
    [
      """
      CREATE TABLE packet_contents (
        document_id \(engine.keyType), record_code TEXT NOT NULL,
        agency_id BIGINT NOT NULL CONSTRAINT packet_contents_agency_fk REFERENCES agencies (id),
        facts TEXT NOT NULL, issued_at BIGINT NOT NULL)
      """,
      """
      CREATE TABLE packet_files (
        document_id BIGINT NOT NULL CONSTRAINT packet_files_content_fk REFERENCES packet_contents (document_id),
        position BIGINT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, bytes BIGINT NOT NULL,
        hash TEXT NOT NULL CONSTRAINT packet_files_hash_fk REFERENCES stored_files (hash), page_count BIGINT,
        CONSTRAINT packet_files_pk PRIMARY KEY (document_id, position))
      """,
      "CREATE INDEX packet_files_hash ON packet_files (hash)",
      """
      CREATE TABLE packets (
        id \(engine.keyType),
        document_id BIGINT NOT NULL CONSTRAINT packets_content_fk REFERENCES packet_contents (document_id),
        sender_id BIGINT NOT NULL CONSTRAINT packets_sender_fk REFERENCES agencies (id),
        agency_id BIGINT NOT NULL CONSTRAINT packets_agency_fk REFERENCES agencies (id),
        sent_at BIGINT NOT NULL, sent_by TEXT NOT NULL, state TEXT NOT NULL, incoming_id BIGINT,
        arrival_number BIGINT, unit_name TEXT NOT NULL, reason TEXT NOT NULL, changed_at BIGINT NOT NULL,
        recalled_at BIGINT, recalled_by TEXT, recall_reason TEXT, confirmed_at BIGINT, confirmed_by TEXT,
        CONSTRAINT packets_state CHECK (state IN ('arrived', 'received', 'assigned', 'inProgress', 'done', 'read',
          'returned', 'withdrawn')),
        CONSTRAINT packets_incoming CHECK ((incoming_id IS NULL) = (arrival_number IS NULL)),
        CONSTRAINT packets_recalled CHECK ((recalled_at IS NULL) = (recall_reason IS NULL)
          AND (confirmed_at IS NULL OR recalled_at IS NOT NULL)))
      """,
      // The same document comes to an agency once, and again only after it was sent back.
      "CREATE UNIQUE INDEX packets_one_live ON packets (document_id, agency_id) WHERE state <> 'returned'",
      "CREATE INDEX packets_document ON packets (document_id, agency_id, id)",
      "CREATE INDEX packets_waiting ON packets (agency_id, id) WHERE state = 'arrived'",
      "CREATE INDEX packets_incoming ON packets (incoming_id) WHERE incoming_id IS NOT NULL",
      """
      CREATE INDEX packets_recalled ON packets (agency_id, id)
      WHERE recalled_at IS NOT NULL AND confirmed_at IS NULL
      """,
    ]
  }

  private static let relations = Migration("2026-11-29-24 relations of documents") { engine in
    [
      """
      CREATE TABLE document_relations (
        id \(engine.keyType),
        kind TEXT NOT NULL CONSTRAINT document_relations_kind CHECK (kind IN ('replace', 'amend', 'correct')),
        newer_id BIGINT NOT NULL, newer_code TEXT NOT NULL, newer_day TEXT NOT NULL, older_id BIGINT NOT NULL,
        older_code TEXT NOT NULL, older_day TEXT NOT NULL, recorded_at BIGINT NOT NULL, recorded_by TEXT NOT NULL,
        in_force_since BIGINT,
        agency_id BIGINT NOT NULL CONSTRAINT document_relations_agency_fk REFERENCES agencies (id),
        undone_at BIGINT, undone_by TEXT, undo_reason TEXT,
        CONSTRAINT document_relations_undone CHECK ((undone_at IS NULL) = (undo_reason IS NULL)),
        CONSTRAINT document_relations_two CHECK (newer_id <> older_id))
      """,
      """
      CREATE UNIQUE INDEX document_relations_one ON document_relations (newer_id, older_id) WHERE undone_at IS NULL
      """,
      "CREATE INDEX document_relations_older ON document_relations (older_id)",
    ]
  }

  /// One row for each place that is asked to answer by a day.
  private static let replies = Migration("2026-11-29-25 replies asked for") { engine in
    [
      """
      CREATE TABLE reply_requests (
        recipient_id \(engine.keyType), document_id BIGINT NOT NULL,
        agency_id BIGINT NOT NULL CONSTRAINT reply_requests_agency_fk REFERENCES agencies (id),
        code_text TEXT NOT NULL, name TEXT NOT NULL,
        asked_agency_id BIGINT CONSTRAINT reply_requests_asked_fk REFERENCES agencies (id),
        outside_agency_id BIGINT CONSTRAINT reply_requests_outside_fk REFERENCES outside_agencies (id),
        due_on TEXT NOT NULL, asked_at BIGINT NOT NULL, answered_at BIGINT, answer_code TEXT, answer_number BIGINT,
        answer_text TEXT, pairing TEXT, paired_by TEXT, urged_count BIGINT NOT NULL, urged_at BIGINT, urged_by TEXT,
        withdrawn_at BIGINT,
        CONSTRAINT reply_requests_pairing CHECK (pairing IN ('link', 'cited', 'sender', 'hand')),
        CONSTRAINT reply_requests_answered CHECK
          ((answered_at IS NULL) = (answer_text IS NULL) AND (answered_at IS NULL) = (pairing IS NULL)))
      """,
      "CREATE INDEX reply_requests_document ON reply_requests (document_id, recipient_id)",
      """
      CREATE INDEX reply_requests_open ON reply_requests (agency_id, due_on, document_id)
      WHERE answered_at IS NULL AND withdrawn_at IS NULL
      """,
    ]
  }

  /// What a record answers is asked by the record.
  private static let answers = Migration("2026-11-30-03 answers by record") { _ in
    ["CREATE INDEX reply_requests_answer ON reply_requests (answer_number) WHERE answer_number IS NOT NULL"]
  }

  /// What is owed to an agency, in the order of its documents.
  private static let owed = Migration("2026-12-01-11 documents that are owed an answer") { _ in
    [
      """
      CREATE INDEX reply_requests_owed ON reply_requests (agency_id, document_id)
      WHERE answered_at IS NULL AND withdrawn_at IS NULL
      """
    ]
  }
}
