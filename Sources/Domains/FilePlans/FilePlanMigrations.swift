import Database

/// Tables of plans of dossiers.
package enum FilePlanMigrations {
  package static let all = [plans, retention, followers]

  private static let plans = Migration("2026-12-02-10 file plans") { engine in
    [
      """
      CREATE TABLE file_plans (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT file_plans_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL,
        numbering TEXT NOT NULL CONSTRAINT file_plans_numbering CHECK (numbering IN ('plan', 'heading')),
        last_number BIGINT NOT NULL, made_at BIGINT NOT NULL, made_by TEXT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT file_plans_last_number CHECK (last_number >= 0))
      """,
      "CREATE UNIQUE INDEX file_plans_year ON file_plans (agency_id, year)",
      """
      CREATE TABLE file_plan_rounds (
        plan_id BIGINT NOT NULL CONSTRAINT file_plan_rounds_plan_fk REFERENCES file_plans (id),
        number BIGINT NOT NULL,
        state TEXT NOT NULL
          CONSTRAINT file_plan_rounds_state CHECK (state IN ('drafting', 'proposed', 'approved', 'issued')),
        proposed_at BIGINT, proposed_by TEXT,
        proposer_id BIGINT CONSTRAINT file_plan_rounds_proposer_fk REFERENCES people (id),
        proposer_post BIGINT CONSTRAINT file_plan_rounds_post_fk REFERENCES posts (id),
        approved_at BIGINT, approved_by TEXT, decision_code TEXT NOT NULL, decision_on TEXT, issued_at BIGINT,
        issued_by TEXT, return_reason TEXT NOT NULL, returned_by TEXT,
        CONSTRAINT file_plan_rounds_pk PRIMARY KEY (plan_id, number),
        CONSTRAINT file_plan_rounds_approved CHECK ((state IN ('approved', 'issued')) = (approved_at IS NOT NULL)),
        CONSTRAINT file_plan_rounds_issued CHECK ((state = 'issued') = (issued_at IS NOT NULL)
          AND (state = 'issued') = (decision_code <> '')))
      """,
      """
      CREATE TABLE file_plan_headings (
        id \(engine.keyType),
        plan_id BIGINT NOT NULL CONSTRAINT file_plan_headings_plan_fk REFERENCES file_plans (id),
        parent_id BIGINT CONSTRAINT file_plan_headings_parent_fk REFERENCES file_plan_headings (id),
        title TEXT NOT NULL, abbreviation TEXT NOT NULL, place BIGINT NOT NULL, round BIGINT NOT NULL,
        last_number BIGINT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT file_plan_headings_big CHECK (parent_id IS NULL OR abbreviation = ''))
      """,
      """
      CREATE UNIQUE INDEX file_plan_headings_abbreviation ON file_plan_headings (plan_id, abbreviation)
      WHERE abbreviation <> ''
      """,
      "CREATE INDEX file_plan_headings_plan ON file_plan_headings (plan_id, place)",
      """
      CREATE TABLE file_plan_entries (
        id \(engine.keyType),
        plan_id BIGINT NOT NULL CONSTRAINT file_plan_entries_plan_fk REFERENCES file_plans (id),
        heading_id BIGINT NOT NULL CONSTRAINT file_plan_entries_heading_fk REFERENCES file_plan_headings (id),
        place BIGINT NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL, retention TEXT NOT NULL,
        maker_unit BIGINT NOT NULL CONSTRAINT file_plan_entries_unit_fk REFERENCES units (id),
        maker_post BIGINT CONSTRAINT file_plan_entries_post_fk REFERENCES posts (id),
        maker_name TEXT NOT NULL, note TEXT NOT NULL, number BIGINT, notation TEXT, round BIGINT NOT NULL,
        added_by TEXT NOT NULL, added_at BIGINT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT file_plan_entries_number CHECK ((number IS NULL) = (notation IS NULL)))
      """,
      "CREATE UNIQUE INDEX file_plan_entries_notation ON file_plan_entries (plan_id, notation)",
      "CREATE INDEX file_plan_entries_plan ON file_plan_entries (plan_id, place, id)",
      "CREATE INDEX file_plan_entries_heading ON file_plan_entries (heading_id)",
    ]
  }

  private static let retention = Migration("2026-12-02-11 tables of retention") { engine in
    [
      """
      CREATE TABLE retention_schedules (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT retention_schedules_agency_fk REFERENCES agencies (id),
        name TEXT NOT NULL, issuer TEXT NOT NULL, decision_code TEXT NOT NULL, effective_on TEXT NOT NULL,
        rule_count BIGINT NOT NULL, added_at BIGINT NOT NULL, added_by TEXT NOT NULL, ended_at BIGINT, ended_by TEXT,
        version BIGINT NOT NULL)
      """,
      "CREATE INDEX retention_schedules_agency ON retention_schedules (agency_id, effective_on, id)",
      """
      CREATE TABLE retention_rules (
        id \(engine.keyType),
        schedule_id BIGINT NOT NULL CONSTRAINT retention_rules_schedule_fk REFERENCES retention_schedules (id),
        place BIGINT NOT NULL, group_title TEXT NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL,
        retention TEXT NOT NULL, note TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX retention_rules_place ON retention_rules (schedule_id, place)",
      """
      CREATE TABLE plan_imports (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT plan_imports_agency_fk REFERENCES agencies (id),
        post_id BIGINT NOT NULL CONSTRAINT plan_imports_post_fk REFERENCES posts (id),
        plan_id BIGINT CONSTRAINT plan_imports_plan_fk REFERENCES file_plans (id),
        file_name TEXT NOT NULL, facts_text TEXT NOT NULL, sheet_text TEXT NOT NULL, at BIGINT NOT NULL)
      """,
      "CREATE INDEX plan_imports_at ON plan_imports (at)",
    ]
  }

  /// Who took over a dossier that a plan expects, beside the one who stands on it.
  private static let followers = Migration("2026-12-05-25 who follows as maker") { _ in
    [
      """
      ALTER TABLE file_plan_entries ADD COLUMN follower_post BIGINT
        CONSTRAINT file_plan_entries_follower_fk REFERENCES posts (id)
      """,
      "ALTER TABLE file_plan_entries ADD COLUMN follower_name TEXT",
      "CREATE INDEX file_plan_entries_maker ON file_plan_entries (maker_post) WHERE maker_post IS NOT NULL",
      "CREATE INDEX file_plan_entries_follower ON file_plan_entries (follower_post) WHERE follower_post IS NOT NULL",
    ]
  }
}
