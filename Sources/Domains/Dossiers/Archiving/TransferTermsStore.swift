import Database
import FilePlans
import Kernel

/// All SQL on terms of transfer, and on the days that hang on them.
package struct TransferTermsStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Those of an agency: what the law says while it laid down none.
  package func terms(of agency: AgencyID) throws -> TransferTerms {
    let rows = try transaction.rows(
      """
      SELECT target_days, limit_months, construction_months, confirm_days, version FROM transfer_terms
      WHERE agency_id = \(agency)
      """)
    guard let row = rows.first else { return TransferTerms() }
    var terms = TransferTerms(
      targetDays: try row.get("target_days"), limitMonths: try row.get("limit_months"),
      constructionMonths: try row.get("construction_months"), confirmDays: try row.get("confirm_days"))
    terms.version = try row.get("version")
    return terms
  }

  /// Writes them. Refuses when someone saved meanwhile.
  func save(_ terms: TransferTerms, of agency: AgencyID, by name: String, from version: Int) throws {
    let changed = try transaction.run(
      """
      INSERT INTO transfer_terms (agency_id, target_days, limit_months, construction_months, confirm_days, set_at, set_by,
        version)
      VALUES (\(agency), \(terms.targetDays), \(terms.limitMonths), \(terms.constructionMonths), \(terms.confirmDays),
        \(transaction.now), \(name), 1)
      ON CONFLICT (agency_id) DO UPDATE SET target_days = \(terms.targetDays), limit_months = \(terms.limitMonths),
        construction_months = \(terms.constructionMonths), confirm_days = \(terms.confirmDays),
        set_at = \(transaction.now), set_by = \(name), version = transfer_terms.version + 1
      WHERE transfer_terms.version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(
        .conflict, "Thời hạn nộp lưu vừa được người khác đặt lại. Hãy tải lại trang để xem; chưa có gì bị ghi đè.")
    }
  }

  /// What is not handed over yet gets the days of new terms; what may be kept longer by consent stays as consented. Works
  /// that ended on one day are one statement.
  func restate(_ terms: TransferTerms, of agency: AgencyID) throws {
    let ends = try transaction.rows(
      """
      SELECT DISTINCT kind, ended_on FROM dossiers
      WHERE agency_id = \(agency) AND state = \(Dossier.State.closed) AND transfer_limit_on IS NOT NULL
      """)
    for row in ends {
      let (kind, ended): (DossierFacts.Kind, Day) = (try row.get("kind"), try row.get("ended_on"))
      let days = terms.days(workEnded: ended, kind)
      try transaction.run(
        """
        UPDATE dossiers SET transfer_target_on = \(days.target),
          transfer_limit_on = CASE WHEN kept_until IS NULL THEN \(days.limit) ELSE kept_until END
        WHERE agency_id = \(agency) AND state = \(Dossier.State.closed) AND transfer_limit_on IS NOT NULL
          AND kind = \(kind) AND ended_on = \(ended)
        """)
    }
  }
}

extension DossierArchiving {
  init(_ row: Row) throws {
    targetOn = try row.find("transfer_target_on")
    limitOn = try row.find("transfer_limit_on")
    keptUntil = try row.find("kept_until")
    submittedAt = try row.find("submitted_at")
    submittedBy = try row.find("submitted_by")
    returnReason = try row.get("return_reason")
    returnedAt = try row.find("returned_at")
    returnedBy = try row.find("returned_by")
    archivedAt = try row.find("archived_at")
    archivedBy = try row.find("archived_by")
  }
}
