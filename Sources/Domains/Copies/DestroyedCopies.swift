import Audit
import Database
import FileVault
import IncomingDocuments
import Kernel
import Work

/// Copies of a document that is destroyed for its secrecy mark: their files and words go with it; numbers stay in the
/// book (MAT-05, COPY-04).
package struct DestroyedCopies: DestroyedDocumentFollower {
  package init() {}

  package func documentIsDestroyed(
    _ document: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> [FileHash] {
    let reason = IncomingDocument.destroyedReason
    let store = DocumentCopyStore(transaction)
    for id in try store.madeOf(.incomingDocument(document)) {
      try Work(on: .documentCopy(id), by: actor, in: transaction).endAll(reason: reason)
      try Audit.eraseValues(of: .documentCopy(id), reason: reason, by: actor, in: transaction)
    }
    return try store.forget(copiesOf: .incomingDocument(document))
  }
}
