import Database

/// The one table of who holds what.
package enum WorkMigrations {
  package static let all: [Migration] =
    [
      Migration("2026-11-26-50 work items") { engine in
        [
          """
          CREATE TABLE work_items (
            id \(engine.keyType),
            subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL,
            kind TEXT NOT NULL,
            agency_id BIGINT NOT NULL CONSTRAINT work_items_agency_fk REFERENCES agencies (id),
            holder TEXT NOT NULL, holder_name TEXT NOT NULL,
            unit_id BIGINT CONSTRAINT work_items_unit_fk REFERENCES units (id),
            role TEXT NOT NULL, parent_id BIGINT NOT NULL,
            given_by BIGINT NOT NULL CONSTRAINT work_items_giver_fk REFERENCES posts (id),
            giver_name TEXT NOT NULL, given_at BIGINT NOT NULL, instruction TEXT NOT NULL,
            due_at BIGINT NOT NULL, state TEXT NOT NULL, opened_at BIGINT, opened_by TEXT, accepted_at BIGINT,
            ended_at BIGINT, outcome TEXT NOT NULL, version BIGINT NOT NULL,
            CONSTRAINT work_items_role CHECK (role IN ('lead', 'coordinate', 'inform', 'decide')),
            CONSTRAINT work_items_state CHECK (state IN ('offered', 'waiting', 'inProgress', 'passedOn', 'done',
              'returned', 'recalled')),
            CONSTRAINT work_items_ended CHECK
              ((ended_at IS NULL) = (state IN ('offered', 'waiting', 'inProgress', 'passedOn'))))
          """,
          // One that answers for a branch (DEN-11).
          """
          CREATE UNIQUE INDEX work_items_one_lead ON work_items (subject_code, subject_number, parent_id)
          WHERE role = 'lead' AND ended_at IS NULL
          """,
          "CREATE INDEX work_items_subject ON work_items (subject_code, subject_number, id)",
          // The inbox: what a holder must do itself, by deadline.
          """
          CREATE INDEX work_items_inbox ON work_items (holder, due_at, id)
          WHERE ended_at IS NULL AND state <> 'passedOn'
          """,
          "CREATE INDEX work_items_passed ON work_items (holder, due_at, id) WHERE state = 'passedOn'",
          "CREATE INDEX work_items_ended ON work_items (holder, ended_at, id) WHERE ended_at IS NOT NULL",
          "CREATE INDEX work_items_given ON work_items (given_by, due_at, id) WHERE ended_at IS NULL",
          "CREATE INDEX work_items_parent ON work_items (parent_id) WHERE parent_id <> 0",
        ]
      },
      // Every chip of an inbox is counted in one walk.
      Migration("2026-11-26-51 work items counted") { _ in
        ["CREATE INDEX work_items_open ON work_items (holder, role, state) WHERE ended_at IS NULL"]
      },
      // And every group by deadline with it.
      Migration("2026-11-27-41 work items counted by deadline") { _ in
        [
          "DROP INDEX work_items_open",
          "CREATE INDEX work_items_open ON work_items (holder, role, state, due_at) WHERE ended_at IS NULL",
        ]
      },
      // «Tôi đã giao», oldest first.
      Migration("2026-11-28-01 work items given first") { _ in
        ["CREATE INDEX work_items_given_first ON work_items (given_by, id) WHERE ended_at IS NULL"]
      },
    ] + WorkFollowUpMigrations.all + WorkMoveMigrations.all + ReminderMigrations.all + [replies]
    + WorkSendingMigrations.all + HandoverMigrations.all

  /// Which record replied, and to what a record replied.
  private static let replies = Migration("2026-11-29-14 records that replied to work") { _ in
    [
      "ALTER TABLE work_items ADD COLUMN reply_record TEXT",
      "CREATE INDEX work_items_replied ON work_items (reply_record) WHERE reply_record IS NOT NULL",
    ]
  }
}
