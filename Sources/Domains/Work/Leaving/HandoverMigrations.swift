import Database

/// Tables of handovers. They lie beside work, so that what was said of a destroyed record is forgotten here as well.
package enum HandoverMigrations {
  package static let all = [handovers]

  private static let handovers = Migration("2026-12-02-33 handovers") { engine in
    [
      """
      CREATE TABLE handovers (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT handovers_agency_fk REFERENCES agencies (id),
        agency_name TEXT NOT NULL,
        person_id BIGINT NOT NULL CONSTRAINT handovers_person_fk REFERENCES people (id),
        person_name TEXT NOT NULL,
        reason TEXT NOT NULL
          CONSTRAINT handovers_reason CHECK (reason IN ('retirement', 'resignation', 'transfer', 'study', 'other')),
        note TEXT NOT NULL,
        account_id BIGINT NOT NULL,
        post_id BIGINT NOT NULL CONSTRAINT handovers_post_fk REFERENCES posts (id),
        asked_by TEXT NOT NULL, asked_at BIGINT NOT NULL, finished_at BIGINT)
      """,
      "CREATE UNIQUE INDEX handovers_open ON handovers (person_id) WHERE finished_at IS NULL",
      "CREATE INDEX handovers_by_person ON handovers (person_id, id)",
      """
      CREATE TABLE handover_lines (
        handover_id BIGINT NOT NULL CONSTRAINT handover_lines_handover_fk REFERENCES handovers (id),
        position BIGINT NOT NULL, kind TEXT NOT NULL, kind_title TEXT NOT NULL, thing_key BIGINT NOT NULL,
        from_post BIGINT NOT NULL CONSTRAINT handover_lines_from_fk REFERENCES posts (id), from_name TEXT NOT NULL,
        to_post BIGINT CONSTRAINT handover_lines_to_fk REFERENCES posts (id), to_name TEXT NOT NULL,
        subject_code TEXT, subject_number BIGINT, code_text TEXT NOT NULL, subject_text TEXT NOT NULL, due_at BIGINT,
        state_text TEXT NOT NULL, path TEXT NOT NULL,
        outcome TEXT NOT NULL CONSTRAINT handover_lines_outcome CHECK (outcome IN ('waiting', 'done', 'refused')),
        refusal TEXT NOT NULL, done_at BIGINT,
        CONSTRAINT handover_lines_pk PRIMARY KEY (handover_id, position),
        CONSTRAINT handover_lines_done CHECK ((outcome = 'done') = (done_at IS NOT NULL)))
      """,
      "CREATE INDEX handover_lines_outcomes ON handover_lines (handover_id, outcome, position)",
      "CREATE INDEX handover_lines_subject ON handover_lines (subject_code, subject_number)",
    ]
  }
}
