import Database

/// Schema of agencies, units, people and posts.
package enum OrganizationMigrations {
  package static let all: [Migration] = [agencies, units, people, posts, calendars, deadlines]

  private static let agencies = Migration("2026-11-22-20 organization agencies") { engine in
    [
      """
      CREATE TABLE agency_tiers (
        id \(engine.keyType), name TEXT NOT NULL, sort_order BIGINT NOT NULL, version BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX agency_tiers_name ON agency_tiers (name)",
      """
      CREATE TABLE agencies (
        id \(engine.keyType),
        parent_id BIGINT CONSTRAINT agencies_parent_fk REFERENCES agencies (id),
        tier_id BIGINT NOT NULL CONSTRAINT agencies_tier_fk REFERENCES agency_tiers (id),
        abbreviation TEXT NOT NULL,
        place_name TEXT NOT NULL,
        outside_superior_name TEXT NOT NULL,
        organ_identifier TEXT CONSTRAINT agencies_organ_identifier_length CHECK (length(organ_identifier) <= 35),
        legacy_organ_code TEXT CONSTRAINT agencies_legacy_code_length CHECK (length(legacy_organ_code) = 13),
        sort_order BIGINT NOT NULL,
        opened_on TEXT NOT NULL,
        closed_on TEXT,
        version BIGINT NOT NULL,
        CONSTRAINT agencies_not_own_parent CHECK (parent_id <> id))
      """,
      "CREATE INDEX agencies_by_parent ON agencies (parent_id, sort_order, id)",
      "CREATE UNIQUE INDEX agencies_organ_identifier ON agencies (organ_identifier)",
      "CREATE UNIQUE INDEX agencies_legacy_organ_code ON agencies (legacy_organ_code)",
      """
      CREATE TABLE agency_names (
        agency_id BIGINT NOT NULL CONSTRAINT agency_names_agency_fk REFERENCES agencies (id),
        valid_from TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX agency_names_day ON agency_names (agency_id, valid_from)",
      """
      CREATE TABLE agency_identifiers (
        agency_id BIGINT NOT NULL CONSTRAINT agency_identifiers_agency_fk REFERENCES agencies (id),
        valid_from TEXT NOT NULL, organ_identifier TEXT, legacy_organ_code TEXT)
      """,
      "CREATE UNIQUE INDEX agency_identifiers_day ON agency_identifiers (agency_id, valid_from)",
    ]
  }

  private static let units = Migration("2026-11-22-21 organization units") { engine in
    [
      """
      CREATE TABLE units (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT units_agency_fk REFERENCES agencies (id),
        parent_id BIGINT CONSTRAINT units_parent_fk REFERENCES units (id),
        kind TEXT NOT NULL,
        abbreviation TEXT NOT NULL,
        sort_order BIGINT NOT NULL,
        opened_on TEXT NOT NULL,
        closed_on TEXT,
        version BIGINT NOT NULL,
        CONSTRAINT units_not_own_parent CHECK (parent_id <> id))
      """,
      "CREATE INDEX units_by_agency ON units (agency_id, sort_order, id)",
      "CREATE INDEX units_by_parent ON units (parent_id)",
      "CREATE UNIQUE INDEX units_abbreviation ON units (agency_id, abbreviation) WHERE closed_on IS NULL",
      """
      CREATE TABLE unit_names (
        unit_id BIGINT NOT NULL CONSTRAINT unit_names_unit_fk REFERENCES units (id),
        valid_from TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX unit_names_day ON unit_names (unit_id, valid_from)",
    ]
  }

  private static let people = Migration("2026-11-22-22 organization people") { engine in
    [
      """
      CREATE TABLE people (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT people_agency_fk REFERENCES agencies (id),
        staff_code TEXT,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL,
        exact TEXT NOT NULL,
        version BIGINT NOT NULL)
      """,
      "CREATE INDEX people_by_name ON people (sort_key, id)",
      "CREATE INDEX people_by_agency ON people (agency_id)",
      "CREATE UNIQUE INDEX people_staff_code ON people (staff_code)",
      """
      CREATE TABLE person_names (
        person_id BIGINT NOT NULL CONSTRAINT person_names_person_fk REFERENCES people (id),
        valid_from TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX person_names_day ON person_names (person_id, valid_from)",
    ]
  }

  private static let posts = Migration("2026-11-22-23 organization posts") { engine in
    [
      """
      CREATE TABLE posts (
        id \(engine.keyType),
        person_id BIGINT NOT NULL CONSTRAINT posts_person_fk REFERENCES people (id),
        unit_id BIGINT NOT NULL CONSTRAINT posts_unit_fk REFERENCES units (id),
        title TEXT NOT NULL,
        sort_order BIGINT NOT NULL,
        started_on TEXT NOT NULL,
        ended_on TEXT,
        version BIGINT NOT NULL,
        CONSTRAINT posts_ends_after_start CHECK (ended_on >= started_on))
      """,
      "CREATE INDEX posts_by_person ON posts (person_id, sort_order, id)",
      "CREATE INDEX posts_by_unit ON posts (unit_id, sort_order, id)",
      """
      CREATE TABLE post_roles (
        post_id BIGINT NOT NULL CONSTRAINT post_roles_post_fk REFERENCES posts (id),
        role TEXT NOT NULL
          CONSTRAINT post_roles_role CHECK (role IN ('registryClerk', 'leader', 'headOfOffice', 'unitHead',
            'unitClerk', 'officer', 'archivist', 'administrator')))
      """,
      "CREATE UNIQUE INDEX post_roles_once ON post_roles (post_id, role)",
    ]
  }

  private static let calendars = Migration("2026-11-26-40 organization calendars") { engine in
    [
      """
      CREATE TABLE calendar_years (
        agency_id BIGINT NOT NULL CONSTRAINT calendar_years_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL, marks TEXT NOT NULL, notice TEXT NOT NULL, is_confirmed BIGINT NOT NULL,
        version BIGINT NOT NULL, CONSTRAINT calendar_years_pkey PRIMARY KEY (agency_id, year))
      """,
      """
      CREATE TABLE office_hours (
        agency_id \(engine.keyType) CONSTRAINT office_hours_agency_fk REFERENCES agencies (id),
        morning_begins BIGINT NOT NULL, morning_ends BIGINT NOT NULL, afternoon_begins BIGINT NOT NULL,
        afternoon_ends BIGINT NOT NULL, version BIGINT NOT NULL)
      """,
    ]
  }

  private static let deadlines = Migration("2026-11-27-13 deadline rules and calendar changes") { engine in
    [
      """
      CREATE TABLE deadline_rules (
        agency_id BIGINT PRIMARY KEY NOT NULL CONSTRAINT deadline_rules_agency_fk REFERENCES agencies (id),
        remind_days BIGINT NOT NULL, alarm_minutes BIGINT NOT NULL, remind_after BIGINT, criticize_after BIGINT,
        review_after BIGINT, version BIGINT NOT NULL)
      """,
      // Days that an agency's calendar made days off, until those whose deadline falls on them are told.
      """
      CREATE TABLE calendar_changes (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT calendar_changes_agency_fk REFERENCES agencies (id),
        day TEXT NOT NULL, changed_at BIGINT NOT NULL)
      """,
    ]
  }
}
