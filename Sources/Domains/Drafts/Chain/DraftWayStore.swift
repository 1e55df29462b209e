import Database
import Kernel
import Work

extension DraftStep.Kind: SQLConvertible {}
extension DraftCheck.Said: SQLConvertible {}

/// All SQL on the way of a draft: its stations and what was found there.
package struct DraftWayStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// The stations of a draft that the caller has found for the actor.
  package func steps(of draft: Draft) throws -> [DraftStep] {
    try transaction.rows(
      """
      SELECT position, kind, holder, holder_name, unit_id, item_id FROM draft_steps WHERE draft_id = \(draft.id)
      ORDER BY position
      """
    ).map { row in
      var step = DraftStep(
        try row.get("position"), try row.get("kind"),
        WorkHolder(
          Principal(token: try row.get("holder")), name: try row.get("holder_name"), unit: try row.find("unit_id"),
          agency: draft.agency))
      step.item = try row.find("item_id")
      return step
    }
  }

  func put(_ steps: [DraftStep], of draft: Draft.ID) throws {
    try transaction.run("DELETE FROM draft_steps WHERE draft_id = \(draft)")
    for step in steps {
      try transaction.run(
        """
        INSERT INTO draft_steps (draft_id, position, kind, holder, holder_name, unit_id, item_id)
        VALUES (\(draft), \(step.position), \(step.kind), \(step.holder.principal.token), \(step.holder.name),
          \(step.holder.unit), \(step.item))
        """)
    }
  }

  /// Everything that was found, oldest first.
  package func checks(of draft: Draft.ID) throws -> [DraftCheck] {
    try transaction.rows(
      """
      SELECT id, round, position, kind, version_number, post_id, person_id, name, said, note, at, voided_at, void_reason
      FROM draft_checks WHERE draft_id = \(draft) ORDER BY id
      """
    ).map { row in
      var check = DraftCheck(
        id: try row.get("id"), round: try row.get("round"), position: try row.get("position"),
        kind: try row.get("kind"), versionNumber: try row.get("version_number"), post: try row.get("post_id"),
        person: try row.get("person_id"), name: try row.get("name"), said: try row.get("said"),
        note: try row.get("note"), at: try row.get("at"), voidedAt: try row.find("voided_at"))
      check.voidReason = try row.get("void_reason")
      return check
    }
  }

  func add(_ check: DraftCheck, to draft: Draft.ID) throws {
    try transaction.run(
      """
      INSERT INTO draft_checks (id, draft_id, round, position, kind, version_number, post_id, person_id, name, said,
        note, at, voided_at, void_reason)
      VALUES (\(check.id), \(draft), \(check.round), \(check.position), \(check.kind), \(check.versionNumber),
        \(check.post), \(check.person), \(check.name), \(check.said), \(check.note), \(check.at), \(check.voidedAt),
        \(check.voidReason))
      """)
  }

  /// These count no more.
  func void(_ checks: [DraftCheck.ID], because reason: String) throws {
    guard !checks.isEmpty else { return }
    try transaction.run(
      """
      UPDATE draft_checks SET voided_at = \(transaction.now), void_reason = \(reason)
      WHERE id IN (\(.list(checks))) AND voided_at IS NULL
      """)
  }

  /// What an act of that moment had voided counts again: the act was undone.
  func restore(voidedAt instant: Instant, of draft: Draft.ID) throws {
    try transaction.run(
      """
      UPDATE draft_checks SET voided_at = NULL, void_reason = ''
      WHERE draft_id = \(draft) AND voided_at = \(instant) AND at < \(instant)
      """)
  }
}
