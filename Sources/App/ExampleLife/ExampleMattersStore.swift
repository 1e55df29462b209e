import Access
import Database
import IncomingDocuments
import Kernel

/// What somebody of the example body sees, for the dossiers that they keep.
struct ExampleMattersStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func newestIncoming(of actor: Actor, limit: Int) throws -> [RecordReference] {
    try transaction.rows(Access.newest(kind: RecordReference.incomingDocumentCode, to: actor, limit: limit)).map {
      .incomingDocument(.init(try $0.get("id", as: Int64.self)))
    }
  }
}
