import Access
import Database
import Documents
import Kernel

extension QuarantineStore<WithheldIncoming> {
  /// The withheld documents, oldest first: the longer one waits, the nearer it stands to the top. They are seen by the
  /// clerks, leaders and heads of office of their agency.
  func documents(visibleTo actor: Actor, in transaction: any Transaction) throws -> [IncomingDocument] {
    guard let keys = keys(visibleTo: actor) else { return [] }
    return try transaction.rows(
      """
      SELECT \(IncomingDocumentStore.columns) FROM incoming_documents WHERE id IN (\(keys))
      AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor)) ORDER BY id
      """
    ).map(IncomingDocument.init)
  }
}
