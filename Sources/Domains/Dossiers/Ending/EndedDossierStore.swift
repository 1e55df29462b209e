import Database
import FilePlans
import Kernel

/// Where a list of dossiers whose retention is over goes on.
package struct ExpiredKey: Sendable, Equatable {
  package var endsOn: Day
  package var id: Dossier.ID

  package init(_ endsOn: Day, _ id: Dossier.ID) {
    self.endsOn = endsOn
    self.id = id
  }
}

/// SQL on the end of dossiers: whose retention is over (LT-01), which order keeps them, and their destruction.
package struct EndedDossierStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What may be reviewed: the archive's dossiers and short-lived ones that stay with their units (HS-09), whose retention
  /// is over and that no order keeps.
  private func reviewable(agency: AgencyID, today: Day) -> SQL {
    let short = (1..<Dossier.transferredYearsMin).map { RetentionPeriod.years($0).code }
    return """
      dossiers.agency_id = \(agency) AND dossiers.retention_ends_on IS NOT NULL
      AND dossiers.retention_ends_on <= \(today) AND dossiers.hold_text IS NULL
      AND (dossiers.state = \(Dossier.State.archived)
        OR (dossiers.state = \(Dossier.State.closed) AND dossiers.retention IN (\(.list(short)))))
      AND NOT EXISTS (SELECT 1 FROM dossiers kin WHERE kin.id = dossiers.parent_id AND \(isKept(today)))
      AND NOT EXISTS (SELECT 1 FROM dossiers kin WHERE kin.parent_id = dossiers.id AND \(isKept(today)))
      """
  }

  /// The whole matter is kept as long as the part that is kept longest.
  private func isKept(_ today: Day) -> SQL {
    """
    kin.state <> \(Dossier.State.destroyed) AND (kin.retention_ends_on IS NULL OR kin.retention_ends_on > \(today))
    """
  }

  /// Of the actor's agency, the longest over first, after a key.
  package func expired(after key: ExpiredKey? = nil, limit: Int, by actor: Actor) throws -> [Dossier] {
    let from: SQL =
      key.map {
        "AND (dossiers.retention_ends_on, dossiers.id) > (\($0.endsOn), \($0.id))"
      } ?? ""
    return try transaction.rows(
      """
      SELECT \(DossierStore.columns) FROM dossiers
      WHERE \(reviewable(agency: actor.agency, today: transaction.now.day)) \(from)
      AND \(DossierStore.visible(to: actor)) ORDER BY dossiers.retention_ends_on, dossiers.id LIMIT \(limit)
      """
    ).map(Dossier.init)
  }

  /// Dossiers of the actor's agency by their full code or by year and notation, as people write them.
  package func find(code: String, visibleTo actor: Actor) throws -> Dossier? {
    // An agency's identifier has dots of its own.
    let parts = code.normalizedLine.replacing(" ", with: "").split(separator: ".").map(String.init)
    for (index, part) in parts.enumerated() where part.count == 4 && index + 1 < parts.count {
      guard let year = Int(part) else { continue }
      let notation = parts[(index + 1)...].joined(separator: ".")
      let found = try transaction.rows(
        """
        SELECT \(DossierStore.columns) FROM dossiers
        WHERE dossiers.agency_id = \(actor.agency) AND dossiers.year = \(year) AND dossiers.notation = \(notation)
        AND \(DossierStore.visible(to: actor))
        """
      ).map(Dossier.init)
      if let found = found.first { return found }
    }
    return nil
  }

  /// A dossier as it is, for whoever has looked at their own right.
  package func find(_ id: Dossier.ID) throws -> Dossier? { try DossierStore(transaction).findForJob(id) }

  /// A dossier held until the transaction ends, for an act on many of them that has looked at its own right.
  package func lock(_ id: Dossier.ID) throws -> Dossier? {
    try DossierStore(transaction).findForJob(id, locked: true)
  }

  /// Which order keeps it from now on; nil when none does any more. The dossier is locked.
  package func setHold(_ text: String?, of dossier: Dossier.ID) throws {
    try transaction.run("UPDATE dossiers SET hold_text = \(text), version = version + 1 WHERE id = \(dossier)")
  }

  /// A longer retention after a review. The dossier is locked.
  package func extend(_ dossier: Dossier, to retention: RetentionPeriod) throws {
    var next = dossier
    next.facts.retention = retention
    try DossierStore(transaction).save(next, from: dossier.version)
    try DossierIndexing.index(next, in: transaction)
  }

  /// Whether a dossier that is not destroyed holds a document.
  func isKept(_ record: RecordReference) throws -> Bool {
    try !transaction.rows(
      """
      SELECT 1 AS found FROM dossier_items JOIN dossiers ON dossiers.id = dossier_items.dossier_id
      WHERE record_code = \(record.code) AND record_number = \(record.number)
      AND dossiers.state <> \(Dossier.State.destroyed) LIMIT 1
      """
    ).isEmpty
  }

  /// Puts other words in place of what was said of a dossier; its code, days, retention and how much it held stay.
  func veil(_ dossier: Dossier.ID, words: String) throws {
    try transaction.run(
      """
      UPDATE dossiers SET state = \(Dossier.State.destroyed), title = \(words), keyword = '', note = '', return_reason = '',
        retention_ends_on = NULL, missing_count = 0, version = version + 1
      WHERE id = \(dossier)
      """)
    for table: SQL in [
      "dossier_notes", "dossier_participants", "dossier_visits", "dossier_right_changes", "dossier_expectations",
    ] {
      try transaction.run("DELETE FROM \(table) WHERE dossier_id = \(dossier)")
    }
  }
}
