import Database

/// Tables of copies.
package enum CopyMigrations {
  package static let all = [copies]

  private static let copies = Migration("2026-11-29-31 copies of documents") { engine in
    [
      """
      CREATE TABLE document_copies (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT document_copies_agency_fk REFERENCES agencies (id),
        form TEXT NOT NULL CONSTRAINT document_copies_form CHECK (form IN ('fullCopy', 'recopy', 'extractCopy')),
        medium_from TEXT NOT NULL, medium_to TEXT NOT NULL, source_code TEXT NOT NULL, source_number BIGINT NOT NULL,
        source_file BIGINT NOT NULL, parts TEXT NOT NULL, recipients TEXT NOT NULL, amount BIGINT NOT NULL,
        purpose TEXT NOT NULL,
        decider_post BIGINT NOT NULL CONSTRAINT document_copies_decider_fk REFERENCES posts (id),
        decider_name TEXT NOT NULL,
        asker_post BIGINT NOT NULL CONSTRAINT document_copies_asker_fk REFERENCES posts (id),
        asker_name TEXT NOT NULL, asked_at BIGINT NOT NULL,
        state TEXT NOT NULL CONSTRAINT document_copies_state
          CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'numbered', 'given', 'cancelled')),
        signature_lines TEXT, signer_name TEXT, decided_at BIGINT, decision_note TEXT NOT NULL,
        register_id BIGINT CONSTRAINT document_copies_register_fk REFERENCES registers (id), number BIGINT,
        numbered_at BIGINT, numbered_by TEXT, given_at BIGINT, receipt TEXT NOT NULL, end_reason TEXT,
        file_hash TEXT CONSTRAINT document_copies_hash_fk REFERENCES stored_files (hash), file_bytes BIGINT,
        page_count BIGINT, trouble TEXT, version BIGINT NOT NULL,
        CONSTRAINT document_copies_ways CHECK (
          medium_from IN ('paper', 'electronic') AND medium_to IN ('paper', 'electronic')
          AND (form = 'extractCopy' OR medium_from = 'paper' OR medium_to = 'paper')),
        CONSTRAINT document_copies_parts CHECK ((form = 'extractCopy') = (parts <> '')),
        CONSTRAINT document_copies_amount CHECK (amount > 0),
        CONSTRAINT document_copies_numbered CHECK (
          (state IN ('numbered', 'given', 'cancelled')) = (number IS NOT NULL)
          AND (number IS NULL) = (register_id IS NULL) AND (number IS NULL) = (numbered_at IS NULL)),
        CONSTRAINT document_copies_signed CHECK (number IS NULL OR signature_lines IS NOT NULL))
      """,
      "CREATE UNIQUE INDEX document_copies_number ON document_copies (register_id, number)",
      "CREATE INDEX document_copies_source ON document_copies (source_code, source_number)",
      "CREATE INDEX document_copies_waiting ON document_copies (agency_id, id) WHERE state = 'approved'",
      "CREATE INDEX document_copies_hash ON document_copies (file_hash) WHERE file_hash IS NOT NULL",
    ]
  }
}
