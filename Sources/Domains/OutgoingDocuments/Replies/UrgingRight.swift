import Access
import Database
import Kernel

extension OutgoingDocumentAccess {
  /// The issuer's leaders and registry, whoever wrote the document, and the head of the unit that answers for it.
  package static func mayUrge(
    _ document: OutgoingDocument, _ actor: Actor, in transaction: any Transaction
  ) throws -> Bool {
    if may(.urge, document, actor) { return true }
    guard actor.agency == document.agency else { return false }
    let authors = try Access.authors(of: .outgoingDocument(document.id), in: transaction)
    return authors.contains(.post(actor.post))
      || (actor.roles.contains(.unitHead) && authors.contains(.unit(actor.unit)))
  }
}
