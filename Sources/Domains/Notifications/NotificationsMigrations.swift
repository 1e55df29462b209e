import Database

/// Tables of what people are told.
package enum NotificationsMigrations {
  package static let all: [Migration] = [
    Migration("2026-11-27-10 notifications") { engine in
      [
        """
        CREATE TABLE notifications (
          id \(engine.keyType), principal TEXT NOT NULL, event TEXT NOT NULL,
          subject_code TEXT NOT NULL, subject_number BIGINT NOT NULL, source BIGINT NOT NULL,
          words TEXT NOT NULL, teller_name TEXT NOT NULL, teller_person BIGINT NOT NULL, told_at BIGINT NOT NULL,
          is_mailed BIGINT NOT NULL,
          CONSTRAINT notifications_mailed_flag CHECK (is_mailed IN (0, 1)))
        """,
        "CREATE INDEX notifications_told ON notifications (principal, id)",
        "CREATE INDEX notifications_subject ON notifications (subject_code, subject_number, source)",
        // What e-mail has not looked at yet.
        "CREATE INDEX notifications_unmailed ON notifications (id) WHERE is_mailed = 0",
        // Everything up to a mark is read, and a few after it.
        """
        CREATE TABLE notification_marks (
          person_id BIGINT PRIMARY KEY NOT NULL CONSTRAINT notification_marks_person_fk REFERENCES people (id),
          read_through BIGINT NOT NULL)
        """,
        """
        CREATE TABLE notification_reads (
          person_id BIGINT NOT NULL CONSTRAINT notification_reads_person_fk REFERENCES people (id),
          notification_id BIGINT NOT NULL, PRIMARY KEY (person_id, notification_id))
        """,
        "CREATE INDEX notification_reads_notification ON notification_reads (notification_id)",
      ]
    },
    Migration("2026-11-27-11 notification preferences") { _ in
      [
        """
        CREATE TABLE notification_addresses (
          person_id BIGINT PRIMARY KEY NOT NULL CONSTRAINT notification_addresses_person_fk REFERENCES people (id),
          address TEXT NOT NULL, version BIGINT NOT NULL)
        """,
        """
        CREATE TABLE notification_choices (
          person_id BIGINT NOT NULL CONSTRAINT notification_choices_person_fk REFERENCES people (id),
          event TEXT NOT NULL, mail TEXT NOT NULL, PRIMARY KEY (person_id, event),
          CONSTRAINT notification_choices_mail CHECK (mail IN ('atOnce', 'digest', 'none')))
        """,
      ]
    },
    Migration("2026-11-27-12 mails") { engine in
      [
        """
        CREATE TABLE mails (
          id \(engine.keyType),
          person_id BIGINT NOT NULL CONSTRAINT mails_person_fk REFERENCES people (id),
          address TEXT NOT NULL, kind TEXT NOT NULL, count BIGINT NOT NULL, lines TEXT NOT NULL,
          message_id TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL, next_at BIGINT NOT NULL,
          last_error TEXT, created_at BIGINT NOT NULL, ended_at BIGINT,
          CONSTRAINT mails_kind CHECK (kind IN ('news', 'digest')),
          CONSTRAINT mails_state CHECK (state IN ('waiting', 'sent', 'failed')))
        """,
        "CREATE INDEX mails_due ON mails (next_at, id) WHERE state = 'waiting'",
        "CREATE INDEX mails_person ON mails (person_id, state)",
        "CREATE INDEX mails_ended ON mails (state, ended_at)",
        """
        CREATE TABLE mail_digests (
          agency_id BIGINT PRIMARY KEY NOT NULL CONSTRAINT mail_digests_agency_fk REFERENCES agencies (id),
          day TEXT NOT NULL, written_at BIGINT NOT NULL)
        """,
      ]
    },
    // An address is confirmed by a letter; those that letters went to before count as confirmed.
    Migration("2026-11-28-13 confirmed addresses") { engine in
      [
        "ALTER TABLE notification_addresses ADD COLUMN confirmed_at BIGINT",
        "ALTER TABLE notification_addresses ADD COLUMN code TEXT",
        "ALTER TABLE notification_addresses ADD COLUMN code_until BIGINT",
        "UPDATE notification_addresses SET confirmed_at = 0 WHERE address <> ''",
      ] + confirmationLetters(engine)
    },
  ]

  /// A kind more: SQLite changes no constraint of a table, so it is made anew.
  private static func confirmationLetters(_ engine: Engine) -> [SQL] {
    switch engine {
    case .postgres:
      [
        "ALTER TABLE mails DROP CONSTRAINT mails_kind",
        "ALTER TABLE mails ADD CONSTRAINT mails_kind CHECK (kind IN ('news', 'digest', 'confirmation'))",
      ]
    case .sqlite:
      [
        "CREATE TABLE kept_mails AS SELECT * FROM mails", "DROP TABLE mails",
        """
        CREATE TABLE mails (
          id \(engine.keyType),
          person_id BIGINT NOT NULL CONSTRAINT mails_person_fk REFERENCES people (id),
          address TEXT NOT NULL, kind TEXT NOT NULL, count BIGINT NOT NULL, lines TEXT NOT NULL,
          message_id TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL, next_at BIGINT NOT NULL,
          last_error TEXT, created_at BIGINT NOT NULL, ended_at BIGINT,
          CONSTRAINT mails_kind CHECK (kind IN ('news', 'digest', 'confirmation')),
          CONSTRAINT mails_state CHECK (state IN ('waiting', 'sent', 'failed')))
        """,
        "INSERT INTO mails SELECT * FROM kept_mails", "DROP TABLE kept_mails",
        "CREATE INDEX mails_due ON mails (next_at, id) WHERE state = 'waiting'",
        "CREATE INDEX mails_person ON mails (person_id, state)",
        "CREATE INDEX mails_ended ON mails (state, ended_at)",
      ]
    }
  }
}
