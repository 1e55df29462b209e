import Database

/// Tables of the registry's desk: what stands beside a document's register line.
enum IncomingDeskMigrations {
  static let all = [
    phrases, rules, returned, paperCopies, handwriting, arrivals, notices, paperDays, handOvers, presentedWithoutFile,
    moreSendings,
  ]

  private static let phrases = Migration("2026-11-27-31 ready phrases") { _ in
    [
      """
      CREATE TABLE directive_phrases (
        post_id BIGINT NOT NULL CONSTRAINT directive_phrases_post_fk REFERENCES posts (id),
        phrase_key TEXT NOT NULL, text TEXT NOT NULL, used_count BIGINT NOT NULL, used_at BIGINT NOT NULL,
        is_removed BIGINT NOT NULL, document_id BIGINT,
        CONSTRAINT directive_phrases_pk PRIMARY KEY (post_id, phrase_key))
      """,
      "CREATE INDEX directive_phrases_document ON directive_phrases (document_id) WHERE document_id IS NOT NULL",
    ]
  }

  private static let rules = Migration("2026-11-27-33 presenting rules") { engine in
    [
      """
      CREATE TABLE presenting_rules (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT presenting_rules_agency_fk REFERENCES agencies (id),
        position BIGINT NOT NULL, name TEXT NOT NULL, book_name TEXT NOT NULL, type_key TEXT NOT NULL,
        issuer_words TEXT NOT NULL, subject_words TEXT NOT NULL, holder TEXT NOT NULL, holder_name TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT presenting_rules_role CHECK (role IN ('lead', 'inform', 'decide')),
        term_days BIGINT, basis TEXT NOT NULL,
        leader_post BIGINT NOT NULL CONSTRAINT presenting_rules_leader_fk REFERENCES posts (id),
        leader_name TEXT NOT NULL, laid_by TEXT NOT NULL, laid_at BIGINT NOT NULL, ended_at BIGINT,
        version BIGINT NOT NULL)
      """,
      "CREATE INDEX presenting_rules_order ON presenting_rules (agency_id, position, id) WHERE ended_at IS NULL",
      """
      CREATE TABLE fired_rules (
        id \(engine.keyType),
        document_id BIGINT NOT NULL CONSTRAINT fired_rules_document_fk REFERENCES incoming_documents (id),
        rule_id BIGINT NOT NULL CONSTRAINT fired_rules_rule_fk REFERENCES presenting_rules (id),
        rule_name TEXT NOT NULL, leader_name TEXT NOT NULL, fired_at BIGINT NOT NULL, fired_by TEXT NOT NULL)
      """,
      "CREATE INDEX fired_rules_document ON fired_rules (document_id, id)",
    ]
  }

  private static let returned = Migration("2026-11-27-34 returned papers") { engine in
    [
      """
      CREATE TABLE returned_papers (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT returned_papers_agency_fk REFERENCES agencies (id),
        document_id BIGINT CONSTRAINT returned_papers_document_fk REFERENCES incoming_documents (id),
        sender TEXT NOT NULL, code_text TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
        way TEXT NOT NULL CONSTRAINT returned_papers_way CHECK (way IN ('post', 'byHand', 'email', 'axis')),
        condition TEXT NOT NULL, file_name TEXT, file_kind TEXT, file_bytes BIGINT,
        file_hash TEXT CONSTRAINT returned_papers_hash_fk REFERENCES stored_files (hash),
        returned_at BIGINT NOT NULL, returned_by TEXT NOT NULL,
        CONSTRAINT returned_papers_file CHECK ((file_hash IS NULL) = (file_name IS NULL)))
      """,
      "CREATE INDEX returned_papers_agency ON returned_papers (agency_id, id)",
      "CREATE INDEX returned_papers_document ON returned_papers (document_id) WHERE document_id IS NOT NULL",
      "CREATE INDEX returned_papers_hash ON returned_papers (file_hash) WHERE file_hash IS NOT NULL",
    ]
  }

  private static let paperCopies = Migration("2026-11-27-35 paper copies") { engine in
    [
      """
      CREATE TABLE paper_copies (
        document_id \(engine.keyType) CONSTRAINT paper_copies_document_fk REFERENCES incoming_documents (id),
        holder TEXT NOT NULL, holder_name TEXT NOT NULL, held_since BIGINT NOT NULL)
      """,
      "CREATE INDEX paper_copies_holder ON paper_copies (holder, held_since, document_id)",
      """
      CREATE TABLE paper_moves (
        id \(engine.keyType),
        document_id BIGINT NOT NULL CONSTRAINT paper_moves_document_fk REFERENCES incoming_documents (id),
        from_name TEXT NOT NULL, receiver TEXT NOT NULL, receiver_name TEXT NOT NULL, handed_at BIGINT NOT NULL,
        handed_by TEXT NOT NULL, answer TEXT, answered_at BIGINT, answered_by TEXT, reason TEXT NOT NULL,
        CONSTRAINT paper_moves_answer CHECK (answer IN ('received', 'refused', 'takenBack')),
        CONSTRAINT paper_moves_answered CHECK ((answer IS NULL) = (answered_at IS NULL)))
      """,
      "CREATE UNIQUE INDEX paper_moves_one_open ON paper_moves (document_id) WHERE answer IS NULL",
      "CREATE INDEX paper_moves_document ON paper_moves (document_id, id)",
      "CREATE INDEX paper_moves_coming ON paper_moves (receiver, id) WHERE answer IS NULL",
    ]
  }

  private static let handwriting = Migration("2026-11-27-36 handwriting of directives") { engine in
    [
      """
      CREATE TABLE directive_files (
        directive_id \(engine.keyType) CONSTRAINT directive_files_directive_fk REFERENCES directives (id),
        document_id BIGINT NOT NULL CONSTRAINT directive_files_document_fk REFERENCES incoming_documents (id),
        name TEXT NOT NULL, kind TEXT NOT NULL, bytes BIGINT NOT NULL,
        hash TEXT NOT NULL CONSTRAINT directive_files_hash_fk REFERENCES stored_files (hash), page_count BIGINT,
        added_at BIGINT NOT NULL)
      """,
      "CREATE INDEX directive_files_document ON directive_files (document_id)",
      "CREATE INDEX directive_files_hash ON directive_files (hash)",
    ]
  }

  private static let arrivals = Migration("2026-11-27-38 conditions on arrival") { engine in
    [
      """
      CREATE TABLE arrival_conditions (
        document_id \(engine.keyType) CONSTRAINT arrival_conditions_document_fk REFERENCES incoming_documents (id),
        is_unopened BIGINT NOT NULL, anomaly TEXT NOT NULL, opened_at BIGINT, told_at BIGINT, told_by TEXT,
        CONSTRAINT arrival_conditions_told CHECK ((told_at IS NULL) = (told_by IS NULL)))
      """
    ]
  }

  /// One row for each notice that is owed or was given; what came on paper, or before this was kept, has none.
  private static let notices = Migration("2026-11-28-10 reception notices") { engine in
    [
      """
      CREATE TABLE reception_notices (
        document_id \(engine.keyType) CONSTRAINT reception_notices_document_fk REFERENCES incoming_documents (id),
        agency_id BIGINT NOT NULL CONSTRAINT reception_notices_agency_fk REFERENCES agencies (id),
        told_on TEXT, way TEXT, noted_at BIGINT, noted_by TEXT,
        CONSTRAINT reception_notices_way CHECK (way IN ('axis', 'email', 'phone')),
        CONSTRAINT reception_notices_told CHECK
          ((told_on IS NULL) = (way IS NULL) AND (told_on IS NULL) = (noted_at IS NULL)
            AND (told_on IS NULL) = (noted_by IS NULL)))
      """,
      "CREATE INDEX reception_notices_owed ON reception_notices (agency_id, document_id) WHERE told_on IS NULL",
    ]
  }

  /// From then on a directive waits to be transferred (DEN-12).
  private static let paperDays = Migration("2026-11-28-11 day on a paper directive") { _ in
    ["ALTER TABLE directives ADD COLUMN written_on TEXT"]
  }

  /// An act more: SQLite changes no constraint of a table, so it is made anew, and what hangs on it too.
  private static let handOvers = Migration("2026-11-28-12 batches that hand over") { engine in
    let acts: SQL = """
      CONSTRAINT work_batches_act CHECK (act IN ('accept', 'assign', 'present', 'complete', 'read', 'file',
        'handOver'))
      """
    return switch engine {
    case .postgres:
      ["ALTER TABLE work_batches DROP CONSTRAINT work_batches_act", "ALTER TABLE work_batches ADD \(acts)"]
    case .sqlite:
      [
        "CREATE TABLE kept_lines AS SELECT * FROM work_batch_lines", "DROP TABLE work_batch_lines",
        "CREATE TABLE kept_batches AS SELECT * FROM work_batches", "DROP TABLE work_batches",
        """
        CREATE TABLE work_batches (
          id \(engine.keyType),
          account_id BIGINT NOT NULL,
          post_id BIGINT NOT NULL CONSTRAINT work_batches_post_fk REFERENCES posts (id),
          act TEXT NOT NULL, order_text TEXT NOT NULL, back TEXT NOT NULL, asked_at BIGINT NOT NULL,
          finished_at BIGINT, undone_at BIGINT, \(acts))
        """,
        "INSERT INTO work_batches SELECT * FROM kept_batches", "DROP TABLE kept_batches",
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
        "INSERT INTO work_batch_lines SELECT * FROM kept_lines", "DROP TABLE kept_lines",
        "CREATE INDEX work_batch_lines_state ON work_batch_lines (batch_id, state, position)",
      ]
    }
  }

  /// The registry's desk counts those that were presented before their file came; of those not presented yet there may
  /// be very many, and they wait elsewhere.
  private static let presentedWithoutFile = Migration("2026-11-29-01 presented documents without a file") { _ in
    [
      """
      CREATE INDEX incoming_documents_presented_without_file ON incoming_documents (agency_id, id)
      WHERE file_count = 0 AND state = 'registered' AND (registered_at + 25200000) % 86400000 <> 0
        AND progress <> 'registered'
      """
    ]
  }

  /// Every act that sends can be undone; what was sent is kept for a day only, so that nothing is carried over.
  private static let moreSendings = Migration("2026-11-29-02 every sending can be undone") { engine in
    let acts: SQL = """
      CONSTRAINT handling_sendings_act CHECK (act IN ('present', 'byRule', 'direct', 'assign', 'askOpinion',
        'giveOpinion', 'handOver', 'replaceLead', 'giveBack', 'complete'))
      """
    return switch engine {
    case .postgres:
      [
        "ALTER TABLE handling_sendings DROP CONSTRAINT handling_sendings_act",
        "ALTER TABLE handling_sendings ADD \(acts)",
      ]
    case .sqlite:
      [
        "DROP TABLE handling_sendings",
        """
        CREATE TABLE handling_sendings (
          id \(engine.keyType), document_id BIGINT NOT NULL CONSTRAINT handling_sendings_document_fk
            REFERENCES incoming_documents (id),
          act TEXT NOT NULL,
          given_by BIGINT NOT NULL CONSTRAINT handling_sendings_giver_fk REFERENCES posts (id),
          giver_name TEXT NOT NULL, given_at BIGINT NOT NULL, touched TEXT NOT NULL, directive_id BIGINT,
          undone_at BIGINT, \(acts))
        """,
        "CREATE INDEX handling_sendings_given ON handling_sendings (given_by, given_at, id)",
      ]
    }
  }
}
