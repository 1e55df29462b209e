import Access
import Database
import Kernel

/// The dossiers in which a document lies, for its page.
package struct DossiersOfRecord: RelatedRecords {
  package init() {}

  package func related(
    to record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RelatedRecord] {
    try DossierItemStore(transaction).dossiers(with: record, visibleTo: actor).map { dossier in
      RelatedRecord(
        "Nằm trong hồ sơ", label: dossier.name, stateLabel: dossier.state.label, path: DossierPaths.show(dossier.id))
    }
  }
}

/// A flow that goes on when its document is put into a dossier: a paper that was handled is filed by that.
package protocol FilingFollower: Sendable {
  func filed(
    _ record: RecordReference, under notation: String, by actor: Actor, in transaction: any Transaction
  ) throws

  /// Pages of its files as they were counted; nil for what is not this flow's.
  func pageCount(of record: RecordReference, in transaction: any Transaction) throws -> Int?

  /// How many files it has; nil for what is not this flow's.
  func fileCount(of record: RecordReference, in transaction: any Transaction) throws -> Int?

  /// Which of these, as far as they are this flow's, have a file that no tool can open, and the file's name.
  func unopened(among records: [RecordReference], _ transaction: any Transaction) throws -> [RecordReference: String]
}
