import Database
import Dossiers
import Kernel
import Work

/// Putting a handled document into a dossier files it (lưu hồ sơ): the dossier's notation is the last line of its arrival
/// stamp, and nobody types it.
package struct FiledByDossier: FilingFollower {
  package init() {}

  package func filed(
    _ record: RecordReference, under notation: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    guard record.code == RecordReference.incomingDocumentCode else { return }
    let id = IncomingDocument.ID(record.number)
    let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    let items = try WorkStore(transaction).items(of: record)
    // A document that nobody handled yet may lie in a dossier without being done with.
    guard document.progress == .completed, FileIncomingDocument.obstacle(document, items, for: actor) == nil
    else { return }
    try FileIncomingDocument(id, dossierCode: notation).perform(by: actor, in: transaction)
  }

  package func pageCount(of record: RecordReference, in transaction: any Transaction) throws -> Int? {
    guard record.code == RecordReference.incomingDocumentCode else { return nil }
    let files = try IncomingFileStore(transaction).list(of: IncomingDocument.ID(record.number))
    let counted = files.reduce(0) { $0 + ($1.pageCount ?? 0) }
    return counted > 0 ? counted : nil
  }

  package func fileCount(of record: RecordReference, in transaction: any Transaction) throws -> Int? {
    guard record.code == RecordReference.incomingDocumentCode else { return nil }
    return try IncomingFileStore(transaction).list(of: IncomingDocument.ID(record.number)).count
  }

  package func unopened(
    in dossier: Dossier.ID, _ transaction: any Transaction
  ) throws -> [RecordReference: String] {
    try FiledDocumentStore(transaction).unreadable(in: dossier)
  }

  package var code: String { RecordReference.incomingDocumentCode }

  package func doubtful(
    in dossier: Dossier.ID, visibleTo actor: Actor, _ transaction: any Transaction
  ) throws -> [Int64] {
    try FiledDocumentStore(transaction).doubtful(in: dossier, visibleTo: actor)
  }
}
