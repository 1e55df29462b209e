import Audit
import Database
import Documents
import FileVault
import Kernel
import Notifications

/// Withholds a file of a dossier's own in which a secrecy mark was found (MAT-05): that something lies there stays in the
/// list of contents; nobody reads, finds or takes it along until two people have decided.
package struct WithholdOwnFile: Sendable {
  package var dossier: Dossier.ID
  package var item: DossierItem.ID
  /// Where the mark stands, when reading found it.
  var page: Int?

  package init(_ item: DossierItem.ID, of dossier: Dossier.ID) {
    self.dossier = dossier
    self.item = item
  }

  init(_ item: DossierItem.ID, of dossier: Dossier.ID, page: Int) {
    self.init(item, of: dossier)
    self.page = page
  }

  /// A person saw the mark. Gives the hashes of the files: what was drawn from them is then to be removed.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let current = try DossierStore(transaction).lock(dossier, visibleTo: actor)
    let own = try OwnDossierFile.find(item, in: dossier, visibleTo: actor, transaction)
    guard QuarantineAccess.mayReport(current.agency, actor) else { throw QuarantineAccess.notReporter }
    try withhold(current, own.item, own.file, foundBy: actor.nameOnRecord, actor, in: transaction)
    try Audit.record(.ownFileSecrecyReported(own.item.ordinal), on: .dossier(dossier), by: actor, in: transaction)
    return own.file.hashes
  }

  /// The reading of a file found it. The dossier is locked and the item not withheld.
  func performForJob(in transaction: any Transaction) throws {
    guard let current = try DossierStore(transaction).findForJob(dossier),
      let found = try DossierItemStore(transaction).list([item], of: dossier).first, let file = found.file
    else { return }
    try withhold(current, found, file, foundBy: "hệ thống, khi đọc tệp", nil, in: transaction)
    try Audit.recordSystem(
      .ownFileSecrecyFound(found.ordinal, page: page), on: .dossier(dossier), agency: current.agency, in: transaction)
  }

  private func withhold(
    _ current: Dossier, _ item: DossierItem, _ file: DossierFile, foundBy: String, _ actor: Actor?,
    in transaction: any Transaction
  ) throws {
    try OwnFileQuarantineStore(transaction).add(
      OwnFileQuarantine(
        item: item.id, agency: current.agency, foundAt: transaction.now, foundBy: foundBy, page: page,
        facts: .init(file)), file)
    try DossierReadingStore(transaction).forgetTexts(of: item.id)
    try DossierIndexing.index(current, in: transaction)
    try Notifications.tell(
      .dossierFileWithheld, [.post(current.makerPost)], on: .dossier(dossier), "tài liệu số thứ tự \(item.ordinal)",
      by: actor, in: transaction)
  }
}
