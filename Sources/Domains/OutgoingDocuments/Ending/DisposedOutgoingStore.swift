import Database
import Drafts
import Kernel

/// SQL on the end of outgoing documents: what keeps them, and what else was said of them.
struct DisposedOutgoingStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Whether a document that still exists changes it, replaces it or is changed by it.
  func hasLivingRelation(_ document: OutgoingDocument.ID) throws -> Bool {
    func side(_ own: SQL, _ other: SQL) -> SQL {
      """
      SELECT 1 AS found FROM document_relations JOIN outgoing_documents ON outgoing_documents.id = \(other)
      WHERE \(own) = \(document) AND undone_at IS NULL AND outgoing_documents.disposal IS NULL
      """
    }
    return try !transaction.rows(
      "\(side("newer_id", "older_id")) UNION ALL \(side("older_id", "newer_id")) LIMIT 1"
    ).isEmpty
  }

  func isLiving(draft: Draft.ID) throws -> Bool {
    try !transaction.rows(
      """
      SELECT 1 AS found FROM outgoing_documents WHERE draft_id = \(draft) AND state <> 'cancelled' AND disposal IS NULL
      """
    ).isEmpty
  }

  /// Words of recipients and of those who handed it over; their names belong to the line of the book.
  func forgetAnswers(of document: OutgoingDocument.ID) throws {
    try transaction.run("UPDATE outgoing_recipients SET proof = '', answer = '' WHERE document_id = \(document)")
  }
}
