import Database
import Dossiers
import Kernel

/// What a dossier asks of an issued document that is put into it: how many pages its files have.
package struct OutgoingPages: FilingFollower {
  package init() {}

  package func filed(
    _ record: RecordReference, under notation: String, by actor: Actor, in transaction: any Transaction
  ) throws {}

  package func pageCount(of record: RecordReference, in transaction: any Transaction) throws -> Int? {
    guard record.code == RecordReference.outgoingDocumentCode else { return nil }
    let files = try OutgoingFileStore(transaction).list(of: OutgoingDocument.ID(record.number))
    let counted = files.reduce(0) { $0 + ($1.pageCount ?? 0) }
    return counted > 0 ? counted : nil
  }

  package func fileCount(of record: RecordReference, in transaction: any Transaction) throws -> Int? {
    guard record.code == RecordReference.outgoingDocumentCode else { return nil }
    return try OutgoingFileStore(transaction).list(of: OutgoingDocument.ID(record.number)).count
  }

  /// None: a document is not issued with a file that cannot be opened.
  package func unopened(
    in dossier: Dossier.ID, _ transaction: any Transaction
  ) throws -> [RecordReference: String] { [:] }

  package var code: String { RecordReference.outgoingDocumentCode }

  package func doubtful(
    in dossier: Dossier.ID, visibleTo actor: Actor, _ transaction: any Transaction
  ) throws -> [Int64] {
    try FiledOutgoingStore(transaction).doubtful(in: dossier, visibleTo: actor)
  }
}
