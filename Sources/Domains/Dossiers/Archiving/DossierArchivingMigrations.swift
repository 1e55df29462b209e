import Database

/// What a dossier's way to the archive adds to its table, and the terms of an agency.
enum DossierArchivingMigrations {
  static let all = [way, heads]

  private static let way = Migration("2026-12-03-10 dossiers on their way to the archive") { engine in
    let columns: [SQL] = [
      "transfer_target_on TEXT", "transfer_limit_on TEXT", "kept_until TEXT", "submitted_at BIGINT",
      "submitted_by TEXT",
      "return_reason TEXT NOT NULL DEFAULT ''", "returned_at BIGINT", "returned_by TEXT", "archived_at BIGINT",
      "archived_by TEXT",
    ]
    return columns.map { "ALTER TABLE dossiers ADD COLUMN \($0)" } + [
      days(engine),
      "CREATE INDEX dossiers_agency_state ON dossiers (agency_id, state, id)",
      "CREATE INDEX dossiers_agency_due ON dossiers (agency_id, state, transfer_limit_on, id)",
      "CREATE INDEX dossiers_unit_due ON dossiers (unit_id, state, transfer_limit_on, id)",
      "CREATE INDEX dossiers_maker_due ON dossiers (maker_post, state, transfer_limit_on, id)",
      "CREATE INDEX dossiers_due ON dossiers (state, transfer_limit_on, id)",
      """
      CREATE TABLE transfer_terms (
        agency_id \(engine.keyType) CONSTRAINT transfer_terms_agency_fk REFERENCES agencies (id),
        target_days BIGINT NOT NULL, limit_months BIGINT NOT NULL, construction_months BIGINT NOT NULL,
        confirm_days BIGINT NOT NULL, set_at BIGINT NOT NULL, set_by TEXT NOT NULL, version BIGINT NOT NULL,
        CONSTRAINT transfer_terms_positive CHECK (target_days > 0 AND limit_months > 0 AND construction_months > 0
          AND confirm_days > 0))
      """,
    ]
  }

  /// By the law's own terms: no agency has others yet.
  private static func days(_ engine: Engine) -> SQL {
    func later(_ days: SQL, _ months: SQL) -> SQL {
      switch engine {
      case .sqlite: "date(ended_on, '\(days) days', '\(months) months')"
      case .postgres: "to_char(ended_on::date + interval '\(days) days' + interval '\(months) months', 'YYYY-MM-DD')"
      }
    }
    return """
      UPDATE dossiers SET transfer_target_on = \(later("60", "0")),
        transfer_limit_on = CASE WHEN kind = 'construction' THEN \(later("0", "3")) ELSE \(later("0", "12")) END
      WHERE state = 'closed' AND retention NOT IN ('1', '2', '3', '4')
      """
  }

  /// The archive sees every dossier of its agency from its opening on: those that were opened before too. Its token ends as
  /// the leaders' does.
  private static let heads = Migration("2026-12-03-11 the archive sees heads of dossiers") { _ in
    [
      """
      INSERT INTO access_grants (record_code, record_number, principal, source, reason, granted_at)
      SELECT record_code, record_number, 'a' || substr(principal, 2), source, reason, granted_at FROM access_grants
      WHERE record_code = 'dossier' AND reason = 'filing' AND substr(principal, 1, 1) = 'l'
      ON CONFLICT DO NOTHING
      """
    ]
  }
}
