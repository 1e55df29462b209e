import Database

/// Tables of reviews of dossiers whose retention is over, and of orders that keep dossiers as they are. Dossiers are named
/// by key: what is left of them stays.
package enum DisposalMigrations {
  package static let all = [reviews, holds]

  private static let reviews = Migration("2026-12-03-32 reviews of dossiers whose retention is over") { engine in
    [
      """
      CREATE TABLE disposal_series (
        agency_id BIGINT NOT NULL CONSTRAINT disposal_series_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, last_number BIGINT NOT NULL,
        CONSTRAINT disposal_series_pk PRIMARY KEY (agency_id, year))
      """,
      """
      CREATE TABLE disposal_reviews (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT disposal_reviews_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL,
        state TEXT NOT NULL CONSTRAINT disposal_reviews_state
          CHECK (state IN ('draft', 'council', 'approved', 'destroying', 'destroyed', 'cancelled')),
        maker_account BIGINT NOT NULL,
        maker_post BIGINT NOT NULL CONSTRAINT disposal_reviews_maker_fk REFERENCES posts (id),
        made_by TEXT NOT NULL, made_at BIGINT NOT NULL,
        decision_code TEXT, decision_on TEXT, decided_by TEXT, decided_at BIGINT, file_name TEXT, file_kind TEXT,
        file_bytes BIGINT, file_hash TEXT CONSTRAINT disposal_reviews_hash_fk REFERENCES stored_files (hash),
        finished_at BIGINT, version BIGINT NOT NULL,
        CONSTRAINT disposal_reviews_decided CHECK
          ((state IN ('approved', 'destroying', 'destroyed')) = (decision_code IS NOT NULL)),
        CONSTRAINT disposal_reviews_file CHECK ((decision_code IS NULL) = (file_hash IS NULL)),
        CONSTRAINT disposal_reviews_finished CHECK ((state = 'destroyed') = (finished_at IS NOT NULL)))
      """,
      "CREATE UNIQUE INDEX disposal_reviews_number ON disposal_reviews (agency_id, year, number)",
      "CREATE INDEX disposal_reviews_agency ON disposal_reviews (agency_id, id)",
      "CREATE INDEX disposal_reviews_hash ON disposal_reviews (file_hash)",
      """
      CREATE TABLE disposal_lines (
        review_id BIGINT NOT NULL CONSTRAINT disposal_lines_review_fk REFERENCES disposal_reviews (id),
        dossier_id BIGINT NOT NULL CONSTRAINT disposal_lines_dossier_fk REFERENCES dossiers (id),
        code TEXT NOT NULL, title TEXT NOT NULL, retention TEXT NOT NULL, ended_on TEXT NOT NULL,
        item_count BIGINT NOT NULL, page_total BIGINT NOT NULL,
        state TEXT NOT NULL CONSTRAINT disposal_lines_state
          CHECK (state IN ('listed', 'takenOut', 'extended', 'destroyed', 'spared')),
        reason TEXT NOT NULL, destroyed_count BIGINT NOT NULL, kept_count BIGINT NOT NULL, ended_at BIGINT,
        CONSTRAINT disposal_lines_pk PRIMARY KEY (review_id, dossier_id),
        CONSTRAINT disposal_lines_ended CHECK ((state = 'listed') = (ended_at IS NULL)))
      """,
      "CREATE INDEX disposal_lines_state ON disposal_lines (review_id, state, dossier_id)",
      "CREATE UNIQUE INDEX disposal_lines_once ON disposal_lines (dossier_id) WHERE state = 'listed'",
      "CREATE INDEX disposal_lines_dossier ON disposal_lines (dossier_id)",
      """
      CREATE TABLE disposal_members (
        review_id BIGINT NOT NULL CONSTRAINT disposal_members_review_fk REFERENCES disposal_reviews (id),
        post_id BIGINT NOT NULL CONSTRAINT disposal_members_post_fk REFERENCES posts (id),
        position BIGINT NOT NULL, name TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT disposal_members_role CHECK (role IN ('chair', 'secretary', 'member')),
        spoke_at BIGINT,
        CONSTRAINT disposal_members_pk PRIMARY KEY (review_id, post_id))
      """,
      """
      CREATE TABLE disposal_opinions (
        review_id BIGINT NOT NULL CONSTRAINT disposal_opinions_review_fk REFERENCES disposal_reviews (id),
        dossier_id BIGINT NOT NULL, post_id BIGINT NOT NULL, name TEXT NOT NULL, reason TEXT NOT NULL,
        said_at BIGINT NOT NULL, CONSTRAINT disposal_opinions_pk PRIMARY KEY (review_id, dossier_id, post_id))
      """,
      "CREATE INDEX disposal_opinions_dossier ON disposal_opinions (dossier_id)",
      """
      CREATE TABLE disposal_files (
        review_id BIGINT NOT NULL CONSTRAINT disposal_files_review_fk REFERENCES disposal_reviews (id),
        hash TEXT NOT NULL, CONSTRAINT disposal_files_pk PRIMARY KEY (review_id, hash))
      """,
    ]
  }

  private static let holds = Migration("2026-12-03-33 orders that keep dossiers as they are") { engine in
    [
      """
      CREATE TABLE legal_holds (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT legal_holds_agency_fk REFERENCES agencies (id),
        issuer TEXT NOT NULL, code TEXT NOT NULL, ordered_on TEXT NOT NULL, reason TEXT NOT NULL, until_on TEXT,
        laid_by TEXT NOT NULL, laid_at BIGINT NOT NULL, lifted_by TEXT, lifted_at BIGINT, lift_reason TEXT,
        version BIGINT NOT NULL,
        CONSTRAINT legal_holds_lifted CHECK
          ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL)))
      """,
      "CREATE INDEX legal_holds_agency ON legal_holds (agency_id, id)",
      """
      CREATE TABLE legal_hold_dossiers (
        hold_id BIGINT NOT NULL CONSTRAINT legal_hold_dossiers_hold_fk REFERENCES legal_holds (id),
        dossier_id BIGINT NOT NULL CONSTRAINT legal_hold_dossiers_dossier_fk REFERENCES dossiers (id),
        CONSTRAINT legal_hold_dossiers_pk PRIMARY KEY (hold_id, dossier_id))
      """,
      "CREATE INDEX legal_hold_dossiers_dossier ON legal_hold_dossiers (dossier_id, hold_id)",
    ]
  }
}
