import Database

/// What the tables of incoming documents have for those that came from another agency of the installation.
enum PacketMigrations {
  static let all = [recalls, insideWays]

  /// That the issuer took a document back.
  private static let recalls = Migration("2026-11-29-21 documents recalled by their issuer") { _ in
    [
      "ALTER TABLE incoming_documents ADD COLUMN recalled_at BIGINT",
      "ALTER TABLE incoming_documents ADD COLUMN recall_reason TEXT",
    ]
  }

  /// A way more, within the system: SQLite changes no constraint of a table, so both are made anew.
  private static let insideWays = Migration("2026-11-29-22 notices and returns within the system") { engine in
    switch engine {
    case .postgres:
      [
        "ALTER TABLE reception_notices DROP CONSTRAINT reception_notices_way",
        """
        ALTER TABLE reception_notices ADD CONSTRAINT reception_notices_way
        CHECK (way IN ('axis', 'email', 'phone', 'inside'))
        """,
        "ALTER TABLE returned_papers DROP CONSTRAINT returned_papers_way",
        """
        ALTER TABLE returned_papers ADD CONSTRAINT returned_papers_way
        CHECK (way IN ('post', 'byHand', 'email', 'axis', 'inside'))
        """,
      ]
    case .sqlite: remadeNotices(engine) + remadeReturns(engine)
    }
  }

  private static func remadeNotices(_ engine: Engine) -> [SQL] {
    [
      "CREATE TABLE kept_notices AS SELECT * FROM reception_notices", "DROP TABLE reception_notices",
      """
      CREATE TABLE reception_notices (
        document_id \(engine.keyType) CONSTRAINT reception_notices_document_fk REFERENCES incoming_documents (id),
        agency_id BIGINT NOT NULL CONSTRAINT reception_notices_agency_fk REFERENCES agencies (id),
        told_on TEXT, way TEXT, noted_at BIGINT, noted_by TEXT,
        CONSTRAINT reception_notices_way CHECK (way IN ('axis', 'email', 'phone', 'inside')),
        CONSTRAINT reception_notices_told CHECK
          ((told_on IS NULL) = (way IS NULL) AND (told_on IS NULL) = (noted_at IS NULL)
            AND (told_on IS NULL) = (noted_by IS NULL)))
      """,
      "INSERT INTO reception_notices SELECT * FROM kept_notices", "DROP TABLE kept_notices",
      "CREATE INDEX reception_notices_owed ON reception_notices (agency_id, document_id) WHERE told_on IS NULL",
    ]
  }

  private static func remadeReturns(_ engine: Engine) -> [SQL] {
    [
      "CREATE TABLE kept_returns AS SELECT * FROM returned_papers", "DROP TABLE returned_papers",
      """
      CREATE TABLE returned_papers (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT returned_papers_agency_fk REFERENCES agencies (id),
        document_id BIGINT CONSTRAINT returned_papers_document_fk REFERENCES incoming_documents (id),
        sender TEXT NOT NULL, code_text TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
        way TEXT NOT NULL CONSTRAINT returned_papers_way CHECK (way IN ('post', 'byHand', 'email', 'axis', 'inside')),
        condition TEXT NOT NULL, file_name TEXT, file_kind TEXT, file_bytes BIGINT,
        file_hash TEXT CONSTRAINT returned_papers_hash_fk REFERENCES stored_files (hash),
        returned_at BIGINT NOT NULL, returned_by TEXT NOT NULL,
        CONSTRAINT returned_papers_file CHECK ((file_hash IS NULL) = (file_name IS NULL)))
      """,
      "INSERT INTO returned_papers SELECT * FROM kept_returns", "DROP TABLE kept_returns",
      "CREATE INDEX returned_papers_agency ON returned_papers (agency_id, id)",
      "CREATE INDEX returned_papers_document ON returned_papers (document_id) WHERE document_id IS NOT NULL",
      "CREATE INDEX returned_papers_hash ON returned_papers (file_hash) WHERE file_hash IS NOT NULL",
    ]
  }
}
