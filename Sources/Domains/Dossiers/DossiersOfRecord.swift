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

  /// Which of its documents in a dossier have a file that no tool can open, and the file's name.
  func unopened(in dossier: Dossier.ID, _ transaction: any Transaction) throws -> [RecordReference: String]

  /// The code of the documents of which `doubtful` tells.
  var code: String { get }

  /// Those of its documents in a dossier about which something may have to be said before the dossier ends: the actor does
  /// not see them, they are withheld or worked on, or another of the same flow has the same number and day. Too many are
  /// no harm: each is looked at. Of the others, thousands perhaps, nothing is read.
  func doubtful(in dossier: Dossier.ID, visibleTo actor: Actor, _ transaction: any Transaction) throws -> [Int64]
}
