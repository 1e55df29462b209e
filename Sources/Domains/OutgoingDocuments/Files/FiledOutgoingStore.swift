import Access
import Database
import Dossiers
import Kernel

/// What the end of a dossier asks of the outgoing documents in it, of thousands at once.
struct FiledOutgoingStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// No two of an agency have the same number and symbol in a year, so none is looked for twice.
  func doubtful(in dossier: Dossier.ID, visibleTo actor: Actor) throws -> [Int64] {
    let code = RecordReference.outgoingDocumentCode
    return try transaction.rows(
      """
      SELECT id FROM (\(DossierItemStore.numbers(of: code, in: dossier))) AS filed CROSS JOIN outgoing_documents
      WHERE id = record_number AND NOT (state <> \(OutgoingDocument.State.numbered) AND is_withheld = 0
        AND \(Access.visible("outgoing_documents.id", kind: code, to: actor, through: .dossier(dossier))))
      """
    ).map { try $0.get("id") }
  }
}
