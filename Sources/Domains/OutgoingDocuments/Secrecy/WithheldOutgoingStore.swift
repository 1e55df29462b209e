import Database
import Documents
import Kernel

extension QuarantineStore<WithheldOutgoing> {
  /// The withheld documents, oldest first: the longer one waits, the nearer it stands to the top. They are seen by the
  /// clerks, leaders and heads of office of their agency.
  func documents(visibleTo actor: Actor, in transaction: any Transaction) throws -> [OutgoingDocument] {
    guard let keys = keys(visibleTo: actor) else { return [] }
    return try transaction.rows(
      """
      SELECT \(OutgoingDocumentStore.columns) FROM outgoing_documents
      WHERE id IN (\(keys)) AND \(OutgoingDocumentStore.visible(to: actor)) ORDER BY id
      """
    ).map(OutgoingDocument.init)
  }
}
