import Audit
import Database
import Documents
import FileVault
import IncomingDocuments
import Jobs
import Kernel
import Work

/// Copies of a document that is destroyed for its secrecy mark: their files and words go with it; numbers stay in the
/// book (MAT-05, COPY-04).
package struct DestroyedCopies: DestroyedMatterFollower {
  package init() {}

  package func isDestroyed(
    _ record: RecordReference, by actor: Actor, in transaction: any Transaction
  ) throws -> [FileHash] {
    let reason = IncomingDocument.destroyedReason
    let store = DocumentCopyStore(transaction)
    for id in try store.madeOf(record) {
      try Work(on: .documentCopy(id), by: actor, in: transaction).endAll(reason: reason)
      try Audit.eraseValues(of: .documentCopy(id), reason: reason, by: actor, in: transaction)
    }
    return try store.forget(copiesOf: record)
  }

  /// The same by a job when their document ends with its last dossier (LT-03).
  package func recordIsDisposed(
    _ record: RecordReference, reason: String, agency: AgencyID, in transaction: any Transaction
  ) throws -> [FileHash] {
    let store = DocumentCopyStore(transaction)
    for id in try store.madeOf(record) {
      try Work.forget(.documentCopy(id), in: transaction)
      try JobStore(transaction).removeEnded(of: .documentCopy(id))
      try Audit.eraseValuesForJob(of: .documentCopy(id), reason: reason, agency: agency, in: transaction)
    }
    return try store.forget(copiesOf: record)
  }

  /// Whether one of them is still being decided or made.
  package func areAtWork(of record: RecordReference, in transaction: any Transaction) throws -> Bool {
    try DocumentCopyStore(transaction).madeOf(record).contains {
      try Work.openCount(on: .documentCopy($0), in: transaction) > 0
    }
  }
}
