import Database

/// The table of the steps of work, and the indexes that reports walk.
enum WorkMoveMigrations {
  static let all = [
    Migration("2026-11-27-20 work moves") { engine in
      [
        """
        CREATE TABLE work_moves (
          id \(engine.keyType), item_id BIGINT NOT NULL CONSTRAINT work_moves_item_fk REFERENCES work_items (id),
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL,
          from_state TEXT NOT NULL, to_state TEXT NOT NULL, holder TEXT NOT NULL,
          unit_id BIGINT CONSTRAINT work_moves_unit_fk REFERENCES units (id), moved_at BIGINT NOT NULL,
          moved_by BIGINT NOT NULL CONSTRAINT work_moves_mover_fk REFERENCES posts (id), mover_name TEXT NOT NULL,
          CONSTRAINT work_moves_from CHECK (from_state IN ('', 'offered', 'waiting', 'inProgress', 'passedOn', 'done',
            'returned', 'recalled')),
          CONSTRAINT work_moves_to CHECK (to_state IN ('offered', 'waiting', 'inProgress', 'passedOn', 'done',
            'returned', 'recalled')))
        """,
        "CREATE INDEX work_moves_item ON work_moves (item_id, id)",
        "CREATE INDEX work_moves_subject ON work_moves (subject_code, subject_number, id)",
        // Of work that was there before, the steps that are known: given, and how it stands.
        """
        INSERT INTO work_moves (id, item_id, subject_code, subject_number, from_state, to_state, holder, unit_id,
          moved_at, moved_by, mover_name)
        SELECT 8 * ROW_NUMBER() OVER (ORDER BY moved_at, item_id, from_state), item_id, subject_code, subject_number,
          from_state, to_state, holder, unit_id, moved_at, given_by, giver_name
        FROM (
          SELECT id AS item_id, subject_code, subject_number, '' AS from_state,
            CASE WHEN role IN ('lead', 'coordinate') THEN 'offered' ELSE 'waiting' END AS to_state, holder, unit_id,
            given_at AS moved_at, given_by, giver_name
          FROM work_items
          UNION ALL
          SELECT id, subject_code, subject_number,
            CASE WHEN role IN ('lead', 'coordinate') THEN 'offered' ELSE 'waiting' END, state, holder, unit_id,
            COALESCE(ended_at, accepted_at, given_at), given_by, giver_name
          FROM work_items
          WHERE state <> CASE WHEN role IN ('lead', 'coordinate') THEN 'offered' ELSE 'waiting' END) AS known
        """,
      ]
    },
    // Reports: work given in a time, by unit and holder; the open work of an agency; what a post gave, ended or not.
    Migration("2026-11-27-21 work reported") { _ in
      [
        """
        CREATE INDEX work_items_reported ON work_items (agency_id, kind, given_at, role, unit_id, holder, state, due_at,
          ended_at, parent_id, subject_number, id)
        """,
        """
        CREATE INDEX work_items_agency_open ON work_items (agency_id, unit_id, kind, role, state, holder, due_at, id)
        WHERE ended_at IS NULL
        """,
        "CREATE INDEX work_items_given_ended ON work_items (given_by, ended_at, id) WHERE ended_at IS NOT NULL",
      ]
    },
  ]
}
