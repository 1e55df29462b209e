import Database

/// Tables of drafts.
package enum DraftMigrations {
  /// In order.
  package static let all =
    [drafts, versions, way, signing, opinions, signed] + DraftFormMigrations.all + SubmissionMigrations.all

  private static let drafts = Migration("2026-11-28-31 drafts") { engine in
    [
      """
      CREATE TABLE drafts (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT drafts_agency_fk REFERENCES agencies (id),
        unit_id BIGINT NOT NULL CONSTRAINT drafts_unit_fk REFERENCES units (id), unit_name TEXT NOT NULL,
        drafter_post BIGINT NOT NULL CONSTRAINT drafts_drafter_fk REFERENCES posts (id), drafter_name TEXT NOT NULL,
        assigner_post BIGINT NOT NULL CONSTRAINT drafts_assigner_fk REFERENCES posts (id),
        assigner_name TEXT NOT NULL, assigned_at BIGINT NOT NULL,
        type_key TEXT NOT NULL, subject TEXT NOT NULL, urgency TEXT NOT NULL,
        signer_post BIGINT CONSTRAINT drafts_signer_fk REFERENCES posts (id), signer_name TEXT NOT NULL,
        capacity TEXT NOT NULL, reply_due TEXT,
        origin_code TEXT, origin_number BIGINT, origin_item BIGINT,
        latest_version BIGINT NOT NULL, round BIGINT NOT NULL, cancel_reason TEXT, outgoing TEXT,
        progress TEXT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT drafts_origin CHECK ((origin_code IS NULL) = (origin_number IS NULL)))
      """,
      "CREATE INDEX drafts_origin ON drafts (origin_code, origin_number) WHERE origin_code IS NOT NULL",
      """
      CREATE TABLE draft_recipients (
        draft_id BIGINT NOT NULL CONSTRAINT draft_recipients_draft_fk REFERENCES drafts (id),
        position BIGINT NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, is_informed BIGINT NOT NULL,
        CONSTRAINT draft_recipients_pk PRIMARY KEY (draft_id, position))
      """,
    ]
  }

  private static let versions = Migration("2026-11-28-32 draft versions") { engine in
    [
      """
      CREATE TABLE draft_versions (
        id \(engine.keyType),
        draft_id BIGINT NOT NULL CONSTRAINT draft_versions_draft_fk REFERENCES drafts (id),
        number BIGINT NOT NULL, author_post BIGINT NOT NULL CONSTRAINT draft_versions_author_fk REFERENCES posts (id),
        author_name TEXT NOT NULL, made_at BIGINT NOT NULL, purpose TEXT NOT NULL, is_edit BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX draft_versions_number ON draft_versions (draft_id, number)",
      """
      CREATE TABLE draft_files (
        id \(engine.keyType),
        draft_id BIGINT NOT NULL CONSTRAINT draft_files_draft_fk REFERENCES drafts (id),
        version_id BIGINT NOT NULL CONSTRAINT draft_files_version_fk REFERENCES draft_versions (id),
        position BIGINT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, bytes BIGINT NOT NULL,
        hash TEXT NOT NULL CONSTRAINT draft_files_hash_fk REFERENCES stored_files (hash),
        page_count BIGINT, text TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX draft_files_position ON draft_files (version_id, position)",
      "CREATE INDEX draft_files_draft ON draft_files (draft_id)",
      "CREATE INDEX draft_files_hash ON draft_files (hash)",
    ]
  }

  private static let way = Migration("2026-11-28-33 draft steps, checks, sendings, usual ways") { engine in
    [
      """
      CREATE TABLE draft_steps (
        draft_id BIGINT NOT NULL CONSTRAINT draft_steps_draft_fk REFERENCES drafts (id),
        position BIGINT NOT NULL, kind TEXT NOT NULL, holder TEXT NOT NULL, holder_name TEXT NOT NULL,
        unit_id BIGINT, item_id BIGINT, CONSTRAINT draft_steps_pk PRIMARY KEY (draft_id, position))
      """,
      """
      CREATE TABLE draft_checks (
        id \(engine.keyType),
        draft_id BIGINT NOT NULL CONSTRAINT draft_checks_draft_fk REFERENCES drafts (id),
        round BIGINT NOT NULL, position BIGINT NOT NULL, kind TEXT NOT NULL, version_number BIGINT NOT NULL,
        post_id BIGINT NOT NULL CONSTRAINT draft_checks_post_fk REFERENCES posts (id),
        person_id BIGINT NOT NULL CONSTRAINT draft_checks_person_fk REFERENCES people (id),
        name TEXT NOT NULL, said TEXT NOT NULL CONSTRAINT draft_checks_said CHECK (said IN ('passed', 'returned')),
        note TEXT NOT NULL, at BIGINT NOT NULL, voided_at BIGINT, void_reason TEXT NOT NULL)
      """,
      "CREATE INDEX draft_checks_draft ON draft_checks (draft_id, id)",
      """
      CREATE TABLE draft_sendings (
        id \(engine.keyType),
        draft_id BIGINT NOT NULL CONSTRAINT draft_sendings_draft_fk REFERENCES drafts (id),
        act TEXT NOT NULL, given_by BIGINT NOT NULL CONSTRAINT draft_sendings_post_fk REFERENCES posts (id),
        giver_name TEXT NOT NULL, given_at BIGINT NOT NULL, touched TEXT NOT NULL, round_before BIGINT NOT NULL,
        undone_at BIGINT)
      """,
      "CREATE INDEX draft_sendings_giver ON draft_sendings (given_by, given_at)",
      "CREATE INDEX draft_sendings_draft ON draft_sendings (draft_id)",
      """
      CREATE TABLE usual_ways (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT usual_ways_agency_fk REFERENCES agencies (id),
        type_key TEXT NOT NULL, content_place TEXT NOT NULL, coordinating TEXT NOT NULL, form_place TEXT NOT NULL,
        review_place TEXT NOT NULL, laid_by TEXT NOT NULL, laid_at BIGINT NOT NULL, ended_at BIGINT,
        version BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX usual_ways_type ON usual_ways (agency_id, type_key) WHERE ended_at IS NULL",
    ]
  }

  private static let signing = Migration("2026-11-28-34 draft approvals, signing powers") { engine in
    [
      """
      CREATE TABLE draft_approvals (
        id \(engine.keyType),
        draft_id BIGINT NOT NULL CONSTRAINT draft_approvals_draft_fk REFERENCES drafts (id),
        version_number BIGINT NOT NULL, main_hash TEXT NOT NULL, annex_hashes TEXT NOT NULL,
        post_id BIGINT NOT NULL CONSTRAINT draft_approvals_post_fk REFERENCES posts (id),
        person_id BIGINT NOT NULL CONSTRAINT draft_approvals_person_fk REFERENCES people (id),
        person_name TEXT NOT NULL, title TEXT NOT NULL, capacity TEXT NOT NULL, basis TEXT NOT NULL,
        at BIGINT NOT NULL, voided_at BIGINT, void_reason TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX draft_approvals_standing ON draft_approvals (draft_id) WHERE voided_at IS NULL",
      "CREATE INDEX draft_approvals_draft ON draft_approvals (draft_id, id)",
      """
      CREATE TABLE signing_powers (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT signing_powers_agency_fk REFERENCES agencies (id),
        post_id BIGINT NOT NULL CONSTRAINT signing_powers_post_fk REFERENCES posts (id), holder_name TEXT NOT NULL,
        capacity TEXT NOT NULL, type_keys TEXT NOT NULL, scope TEXT NOT NULL, basis TEXT NOT NULL,
        valid_from TEXT NOT NULL, valid_through TEXT, laid_by TEXT NOT NULL, laid_at BIGINT NOT NULL,
        ended_at BIGINT, ended_by TEXT, version BIGINT NOT NULL)
      """,
      "CREATE INDEX signing_powers_post ON signing_powers (post_id) WHERE ended_at IS NULL",
      "CREATE INDEX signing_powers_agency ON signing_powers (agency_id) WHERE ended_at IS NULL",
    ]
  }

  private static let opinions = Migration("2026-11-28-35 draft opinions") { engine in
    [
      """
      CREATE TABLE draft_opinions (
        id \(engine.keyType),
        draft_id BIGINT NOT NULL CONSTRAINT draft_opinions_draft_fk REFERENCES drafts (id),
        item_id BIGINT NOT NULL CONSTRAINT draft_opinions_item_fk REFERENCES work_items (id),
        version_number BIGINT NOT NULL,
        stance TEXT NOT NULL CONSTRAINT draft_opinions_stance CHECK (stance IN ('agree', 'disagree', 'other')),
        text TEXT NOT NULL, place TEXT NOT NULL, excerpt TEXT NOT NULL,
        author_post BIGINT NOT NULL CONSTRAINT draft_opinions_author_fk REFERENCES posts (id),
        author_name TEXT NOT NULL, at BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX draft_opinions_item ON draft_opinions (item_id)",
      "CREATE INDEX draft_opinions_draft ON draft_opinions (draft_id, id)",
    ]
  }

  /// Signed drafts wait for their number: few at any time.
  private static let signed = Migration("2026-11-28-47 signed drafts") { _ in
    ["CREATE INDEX drafts_signed ON drafts (agency_id, id) WHERE progress = 'signed'"]
  }
}
