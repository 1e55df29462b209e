import Database

/// Tables of what is made, read and compared of a draft's versions.
enum DraftFormMigrations {
  static let all = [templates, checks, readers, comments]

  /// From which template a version was made, and what was done to a file when it was taken in.
  private static let templates = Migration("2026-11-29-11 draft templates") { _ in
    [
      "ALTER TABLE draft_versions ADD COLUMN template TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE draft_files ADD COLUMN remark TEXT NOT NULL DEFAULT ''",
    ]
  }

  private static let checks = Migration("2026-11-29-12 draft form checks") { engine in
    [
      """
      CREATE TABLE draft_form_checks (
        file_id \(engine.keyType) CONSTRAINT draft_form_checks_file_fk REFERENCES draft_files (id),
        checked_at BIGINT, findings TEXT NOT NULL, trouble TEXT NOT NULL)
      """
    ]
  }

  /// Which version each reader has seen, and which before that.
  private static let readers = Migration("2026-11-29-13 draft readers") { _ in
    [
      """
      CREATE TABLE draft_readers (
        draft_id BIGINT NOT NULL CONSTRAINT draft_readers_draft_fk REFERENCES drafts (id),
        post_id BIGINT NOT NULL CONSTRAINT draft_readers_post_fk REFERENCES posts (id),
        seen_version BIGINT NOT NULL, before_version BIGINT NOT NULL,
        CONSTRAINT draft_readers_pk PRIMARY KEY (draft_id, post_id))
      """
    ]
  }

  /// What is said of single articles, besides the opinion as a whole.
  private static let comments = Migration("2026-11-29-15 draft opinion comments") { _ in
    [
      """
      CREATE TABLE draft_opinion_comments (
        opinion_id BIGINT NOT NULL CONSTRAINT draft_opinion_comments_opinion_fk REFERENCES draft_opinions (id),
        draft_id BIGINT NOT NULL CONSTRAINT draft_opinion_comments_draft_fk REFERENCES drafts (id),
        position BIGINT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL,
        CONSTRAINT draft_opinion_comments_pk PRIMARY KEY (opinion_id, position))
      """,
      "CREATE INDEX draft_opinion_comments_draft ON draft_opinion_comments (draft_id, opinion_id)",
    ]
  }
}
