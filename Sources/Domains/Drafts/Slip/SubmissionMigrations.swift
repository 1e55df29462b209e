import Database

/// What goes with a draft on its way, and how many copies are made of it.
enum SubmissionMigrations {
  static let all = [submissions, copies]

  private static let submissions = Migration("2026-12-01-12 draft submissions") { _ in
    [
      """
      CREATE TABLE draft_submissions (
        draft_id BIGINT NOT NULL CONSTRAINT draft_submissions_draft_fk REFERENCES drafts (id),
        round BIGINT NOT NULL, summary TEXT NOT NULL, proposal TEXT NOT NULL, submitted_at BIGINT NOT NULL,
        CONSTRAINT draft_submissions_pk PRIMARY KEY (draft_id, round))
      """
    ]
  }

  private static let copies = Migration("2026-12-01-13 copies of a draft") { _ in
    ["ALTER TABLE drafts ADD COLUMN copies BIGINT"]
  }
}
