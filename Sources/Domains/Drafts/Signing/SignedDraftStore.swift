import Access
import Database
import Kernel

/// SQL of drafts that are signed and wait for their number, for the module that gives it.
package struct SignedDraftStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Signed drafts of the actor's agency that have no number yet, the most urgent first (QD-06), then the one that waits longest;
  /// without recipients.
  package func waiting(visibleTo actor: Actor, limit: Int = 50) throws -> [Draft] {
    let rank: SQL =
      "CASE urgency WHEN 'express' THEN 0 WHEN 'veryUrgent' THEN 1 WHEN 'urgent' THEN 2 ELSE 3 END"
    return try transaction.rows(
      "SELECT \(DraftStore.columns) FROM drafts \(condition(actor)) ORDER BY \(rank), id LIMIT \(limit)"
    ).map(Draft.init)
  }

  /// How many of them there are, counted up to a thousand.
  package func waitingCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    try transaction.later(
      "SELECT COUNT(*) AS count FROM (SELECT id FROM drafts \(condition(actor)) LIMIT 1000) AS counted"
    ).map { try $0[0].get("count") }
  }

  private func condition(_ actor: Actor) -> SQL {
    """
    WHERE agency_id = \(actor.agency) AND progress = 'signed'
    AND \(Access.visible("drafts.id", kind: RecordReference.draftCode, to: actor))
    """
  }
}
