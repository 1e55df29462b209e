import Database

/// Tables of collections of reports. Recipients are keys of outgoing documents: those tables lie below.
package enum ReportCollectionMigrations {
  package static let all = [collections, makers]

  private static let collections = Migration("2026-11-30-10 collections of reports") { engine in
    [
      """
      CREATE TABLE report_collections (
        id \(engine.keyType),
        document_id BIGINT NOT NULL CONSTRAINT report_collections_document_fk REFERENCES outgoing_documents (id),
        agency_id BIGINT NOT NULL CONSTRAINT report_collections_agency_fk REFERENCES agencies (id),
        title TEXT NOT NULL, hint TEXT NOT NULL, rows_max BIGINT NOT NULL, columns_text TEXT NOT NULL,
        due_on TEXT NOT NULL,
        state TEXT NOT NULL CONSTRAINT report_collections_state CHECK (state IN ('open', 'closed')),
        made_at BIGINT NOT NULL, made_by TEXT NOT NULL,
        maker_post BIGINT NOT NULL CONSTRAINT report_collections_maker_fk REFERENCES posts (id),
        closed_at BIGINT, closed_by TEXT, version BIGINT NOT NULL,
        CONSTRAINT report_collections_rows CHECK (rows_max > 0),
        CONSTRAINT report_collections_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL)))
      """,
      "CREATE UNIQUE INDEX report_collections_document ON report_collections (document_id)",
      "CREATE INDEX report_collections_agency ON report_collections (agency_id, id)",
      """
      CREATE TABLE sheet_answers (
        recipient_id \(engine.keyType),
        collection_id BIGINT NOT NULL CONSTRAINT sheet_answers_collection_fk REFERENCES report_collections (id),
        agency_id BIGINT NOT NULL CONSTRAINT sheet_answers_agency_fk REFERENCES agencies (id),
        state TEXT NOT NULL CONSTRAINT sheet_answers_state CHECK (state IN ('draft', 'sent', 'returned')),
        draft TEXT NOT NULL, saved_at BIGINT NOT NULL, saved_by TEXT NOT NULL, sendings BIGINT NOT NULL,
        first_sent_at BIGINT, sent_at BIGINT, sent_by TEXT, row_count BIGINT NOT NULL,
        return_reason TEXT NOT NULL, returned_at BIGINT, version BIGINT NOT NULL,
        CONSTRAINT sheet_answers_sent CHECK ((sendings = 0) = (sent_at IS NULL)
          AND (state = 'draft') = (sendings = 0)),
        CONSTRAINT sheet_answers_returned CHECK ((state = 'returned') = (return_reason <> '')))
      """,
      "CREATE INDEX sheet_answers_collection ON sheet_answers (collection_id, recipient_id)",
      """
      CREATE TABLE sheet_sendings (
        recipient_id BIGINT NOT NULL CONSTRAINT sheet_sendings_answer_fk REFERENCES sheet_answers (recipient_id),
        number BIGINT NOT NULL, rows_text TEXT NOT NULL, sent_at BIGINT NOT NULL, sent_by TEXT NOT NULL,
        CONSTRAINT sheet_sendings_pk PRIMARY KEY (recipient_id, number))
      """,
    ]
  }

  /// What a post answers for is asked when its holder leaves.
  private static let makers = Migration("2026-12-02-32 open collections by maker") { _ in
    ["CREATE INDEX report_collections_maker ON report_collections (maker_post, id) WHERE state = 'open'"]
  }
}
