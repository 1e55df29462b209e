import Database

/// Which reminders were told, so that each is told once.
enum ReminderMigrations {
  static let all = [
    Migration("2026-11-27-14 told reminders") { _ in
      [
        """
        CREATE TABLE told_reminders (
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, kind TEXT NOT NULL, due_at BIGINT NOT NULL,
          told_at BIGINT NOT NULL,
          CONSTRAINT told_reminders_pkey PRIMARY KEY (subject_code, subject_number, kind, due_at))
        """,
        "CREATE INDEX told_reminders_due ON told_reminders (due_at)",
        // Whose deadline comes, whoever holds it.
        "CREATE INDEX work_items_due ON work_items (due_at, id) WHERE ended_at IS NULL",
      ]
    }
  ]
}
