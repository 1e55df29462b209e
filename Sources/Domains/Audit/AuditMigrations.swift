import Database

/// Schema of the audit trail. Nothing here is ever deleted: retention is at least twelve months by law (AN-10) and the
/// story of a document lives as long as the document (PL6-51).
package enum AuditMigrations {
  package static let all: [Migration] = [entries, seals, accesses]

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
}
