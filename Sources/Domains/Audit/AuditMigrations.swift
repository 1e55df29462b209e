import Database

/// Schema of the audit trail. Nothing here is ever deleted: retention is at least twelve months by law (AN-10) and the
/// story of a document lives as long as the document (PL6-51).
package enum AuditMigrations {
  package static let all: [Migration] = [entries, seals, accesses, counted]

  private static let entries = Migration("2026-11-22-10 audit entries") { engine in
    [
      """
      CREATE TABLE audit_entries (
        id \(engine.keyType),
        at BIGINT NOT NULL,
        code TEXT NOT NULL,
        kind TEXT NOT NULL
          CONSTRAINT audit_entries_kind CHECK (kind IN ('act', 'access', 'refusal', 'signIn')),
        record_code TEXT,
        record_number BIGINT,
        account_id BIGINT,
        post_id BIGINT,
        person_name TEXT NOT NULL,
        post_title TEXT NOT NULL,
        unit_name TEXT NOT NULL,
        agency_id BIGINT,
        agency_name TEXT NOT NULL,
        on_behalf_of TEXT,
        address TEXT NOT NULL,
        sentence TEXT,
        changes TEXT,
        salt TEXT,
        values_digest TEXT NOT NULL,
        erasure_id BIGINT,
        CONSTRAINT audit_entries_record CHECK ((record_code IS NULL) = (record_number IS NULL)),
        CONSTRAINT audit_entries_erased CHECK ((salt IS NULL) = (erasure_id IS NOT NULL))
      )
      """,
      "CREATE INDEX audit_entries_by_record ON audit_entries (record_code, record_number, kind, id)",
      "CREATE INDEX audit_entries_by_account ON audit_entries (account_id, id)",
      "CREATE INDEX audit_entries_by_agency ON audit_entries (agency_id, id)",
      "CREATE TABLE audit_unsealed (entry_id \(engine.keyType))",
    ]
  }

  private static let seals = Migration("2026-11-22-11 audit seals") { engine in
    [
      """
      CREATE TABLE audit_seals (
        number \(engine.keyType),
        entry_id BIGINT NOT NULL CONSTRAINT audit_seals_entry_fk REFERENCES audit_entries (id),
        hash TEXT NOT NULL,
        sealed_at BIGINT NOT NULL
      )
      """,
      "CREATE UNIQUE INDEX audit_seals_entry ON audit_seals (entry_id)",
      """
      CREATE TABLE audit_closings (
        day TEXT NOT NULL CONSTRAINT audit_closings_pk PRIMARY KEY,
        last_number BIGINT NOT NULL,
        entry_count BIGINT NOT NULL,
        last_hash TEXT NOT NULL,
        closed_at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE audit_chain (
        id \(engine.keyType) CONSTRAINT audit_chain_one CHECK (id = 1),
        last_number BIGINT NOT NULL,
        last_hash TEXT NOT NULL,
        open_day TEXT
      )
      """,
      "INSERT INTO audit_chain (id, last_number, last_hash) VALUES (1, 0, '')",
    ]
  }

  /// Who looked at one record, in the order of time, with all that counting asks of a line (PL6-61).
  private static let accesses = Migration("2026-12-05-01 accesses to one record") { _ in
    [
      """
      CREATE INDEX audit_entries_accesses ON audit_entries (record_code, record_number, at, id, code, account_id)
        WHERE kind = 'access'
      """
    ]
  }

  /// Periods counted as their lines are sealed, so that no report walks the trail (PL6-61, PL6-62); what is sealed already is
  /// counted once here.
  private static let counted = Migration("2026-12-05-02 accesses counted by period") { engine in
    let day: SQL =
      switch engine {
      case .sqlite: "date((lines.at + 25200000) / 1000, 'unixepoch')"
      case .postgres: "to_char(to_timestamp((lines.at + 25200000) / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD')"
      }
    let sealed: SQL = "NOT EXISTS (SELECT 1 FROM audit_unsealed WHERE audit_unsealed.entry_id = lines.id)"
    return [
      """
      CREATE TABLE access_periods (
        agency_id BIGINT NOT NULL, period TEXT NOT NULL, record_code TEXT NOT NULL, record_number BIGINT NOT NULL,
        viewed BIGINT NOT NULL, downloaded BIGINT NOT NULL, printed BIGINT NOT NULL,
        CONSTRAINT access_periods_pk PRIMARY KEY (agency_id, period, record_code, record_number))
      """,
      """
      CREATE TABLE visit_days (
        agency_id BIGINT NOT NULL, day TEXT NOT NULL, account_id BIGINT NOT NULL, post_id BIGINT NOT NULL,
        sign_ins BIGINT NOT NULL, CONSTRAINT visit_days_pk PRIMARY KEY (agency_id, day, account_id, post_id))
      """,
      "CREATE INDEX access_periods_record ON access_periods (record_code, record_number, period)",
      "CREATE INDEX audit_entries_sign_ins ON audit_entries (agency_id, at, id, code, post_id) WHERE kind = 'signIn'",
      """
      INSERT INTO access_periods (agency_id, period, record_code, record_number, viewed, downloaded, printed)
      SELECT agency_id, day, record_code, record_number, SUM(viewed), SUM(1 - viewed - printed), SUM(printed) FROM (
        SELECT lines.agency_id, \(day) AS day, lines.record_code, lines.record_number,
          CASE WHEN lines.code LIKE '%.viewed' OR lines.code LIKE '%.previewed' THEN 1 ELSE 0 END AS viewed,
          CASE WHEN lines.code LIKE '%rinted' THEN 1 ELSE 0 END AS printed
        FROM audit_entries AS lines WHERE lines.kind = 'access' AND lines.record_code IS NOT NULL
        AND lines.agency_id IS NOT NULL AND lines.code NOT LIKE '%.explained' AND \(sealed)) AS told
      GROUP BY agency_id, day, record_code, record_number
      """,
      gathered(into: 7), gathered(into: 4),
      """
      INSERT INTO visit_days (agency_id, day, account_id, post_id, sign_ins)
      SELECT agency_id, day, account_id, post_id, SUM(is_sign_in) FROM (
        SELECT lines.agency_id, \(day) AS day, lines.account_id, COALESCE(lines.post_id, 0) AS post_id,
          CASE WHEN lines.code LIKE '%.signedIn%' THEN 1 ELSE 0 END AS is_sign_in
        FROM audit_entries AS lines WHERE lines.agency_id IS NOT NULL AND lines.account_id IS NOT NULL
        AND \(sealed)) AS told
      GROUP BY agency_id, day, account_id, post_id
      """,
    ]
  }

  /// Months, or years, from their days.
  private static func gathered(into length: Int) -> SQL {
    SQL(
      stringLiteral: """
        INSERT INTO access_periods (agency_id, period, record_code, record_number, viewed, downloaded, printed)
        SELECT agency_id, SUBSTR(period, 1, \(length)), record_code, record_number, SUM(viewed), SUM(downloaded),
          SUM(printed) FROM access_periods WHERE LENGTH(period) = 10
        GROUP BY agency_id, SUBSTR(period, 1, \(length)), record_code, record_number
        """)
  }
}
