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
    }
  ]
}
