import Database
import Drafts
import Kernel

extension OutgoingDocumentStore {
  /// The newest document of the actor's own agency with this number and symbol, of this year or the one before: a number
  /// that was cancelled replied to nothing.
  func find(number: Int, notation: String, visibleTo actor: Actor) throws -> OutgoingDocument? {
    let year = transaction.now.day.year
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_documents
      WHERE agency_id = \(actor.agency) AND year IN (\(year), \(year - 1)) AND number = \(number)
        AND notation = \(notation) AND state <> 'cancelled' AND \(Self.visible(to: actor))
      """
    ).map(OutgoingDocument.init).max { $0.numberedAt < $1.numberedAt }
  }

  /// The document of a draft, as far as the actor may see it; none while it has no number.
  package func list(ofDraft number: Int64, visibleTo actor: Actor) throws -> [OutgoingDocument] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_documents
      WHERE draft_id = \(number) AND draft_id IS NOT NULL AND state <> 'cancelled' AND \(Self.visible(to: actor))
      """
    ).map(OutgoingDocument.init)
  }
}
