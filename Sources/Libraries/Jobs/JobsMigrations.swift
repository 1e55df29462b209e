import Database

/// Schema of background jobs.
package enum JobsMigrations {
  package static let all: [Migration] = [jobs]

  private static let jobs = Migration("2026-11-22-15 jobs") { engine in
    [
      """
      CREATE TABLE jobs (
        id \(engine.keyType),
        code TEXT NOT NULL,
        payload TEXT NOT NULL,
        lane TEXT NOT NULL CONSTRAINT jobs_lane CHECK (lane IN ('quick', 'heavy', 'slow')),
        title TEXT NOT NULL,
        subject_code TEXT,
        subject_number BIGINT,
        state TEXT NOT NULL CONSTRAINT jobs_state CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        attempts BIGINT NOT NULL DEFAULT 0 CONSTRAINT jobs_attempts CHECK (attempts >= 0),
        not_before BIGINT NOT NULL,
        lease_until BIGINT,
        lease_owner TEXT,
        progress_done BIGINT NOT NULL DEFAULT 0,
        progress_total BIGINT,
        progress_note TEXT NOT NULL DEFAULT '',
        last_error TEXT,
        is_scheduled BIGINT NOT NULL DEFAULT 0,
        created_at BIGINT NOT NULL,
        finished_at BIGINT,
        CONSTRAINT jobs_subject CHECK ((subject_code IS NULL) = (subject_number IS NULL)),
        CONSTRAINT jobs_lease CHECK ((state = 'running') = (lease_owner IS NOT NULL))
      )
      """,
      "CREATE INDEX jobs_due ON jobs (state, lane, not_before, id)",
      "CREATE INDEX jobs_by_subject ON jobs (subject_code, subject_number, id)",
      "CREATE UNIQUE INDEX jobs_scheduled_once ON jobs (code) WHERE is_scheduled = 1",
    ]
  }
}
