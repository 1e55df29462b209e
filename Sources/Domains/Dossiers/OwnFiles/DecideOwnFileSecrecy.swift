import Audit
import Database
import Documents
import FileVault
import Jobs
import Kernel

/// A withheld file of a dossier's own, found for whoever decides on it.
private struct WithheldOwnFile {
  var dossier: Dossier
  var item: DossierItem
  var quarantine: OwnFileQuarantine

  /// Holds the dossier until the transaction ends.
  static func lock(
    _ item: DossierItem.ID, of dossier: Dossier.ID, by actor: Actor, _ refusal: Refusal,
    _ may: (AgencyID, Actor) -> Bool, in transaction: any Transaction
  ) throws -> WithheldOwnFile {
    let found = try DossierStore(transaction).lock(dossier, visibleTo: actor)
    guard may(found.agency, actor) else { throw refusal }
    guard let current = try DossierItemStore(transaction).list([item], of: dossier).first,
      let quarantine = try OwnFileQuarantineStore(transaction).find(item)
    else { throw QuarantineAccess.gone }
    return WithheldOwnFile(dossier: found, item: current, quarantine: quarantine)
  }
}

/// The head of office or a leader says that the mark is one: the first of the two names (MAT-05).
package struct ConfirmOwnFileSecrecy: Sendable {
  package var dossier: Dossier.ID
  package var item: DossierItem.ID

  package init(_ item: DossierItem.ID, of dossier: Dossier.ID) {
    self.dossier = dossier
    self.item = item
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let found = try WithheldOwnFile.lock(
      item, of: dossier, by: actor, QuarantineAccess.notDecider, QuarantineAccess.mayDecide, in: transaction)
    if let earlier = found.quarantine.confirmation { throw earlier.alreadySaid }
    try OwnFileQuarantineStore(transaction).confirm(found.quarantine, by: actor)
    try Audit.record(
      .ownFileSecrecyConfirmed(found.item.ordinal), on: .dossier(dossier), by: actor, in: transaction)
  }
}

/// The head of office or a leader says that it is no mark: the file is as it was, and is read again.
package struct ReleaseOwnFile: Sendable {
  package var dossier: Dossier.ID
  package var item: DossierItem.ID
  package var reason: String

  package init(_ item: DossierItem.ID, of dossier: Dossier.ID, reason: String) {
    self.dossier = dossier
    self.item = item
    self.reason = reason.normalizedLine
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let found = try WithheldOwnFile.lock(
      item, of: dossier, by: actor, QuarantineAccess.notDecider, QuarantineAccess.mayDecide, in: transaction)
    if let refusal = Refusal(QuarantineConfirmation.reasonObstacles(reason)) { throw refusal }
    try OwnFileQuarantineStore(transaction).release(found.quarantine)
    try DossierReadingStore(transaction).clear(item)
    try Audit.record(
      .ownFileSecrecyDenied(found.item.ordinal, reason), on: .dossier(dossier), by: actor, in: transaction)
    try ReadDossierFilesJob.ask(for: found.dossier, in: transaction)
  }
}

/// The clerk destroys what was confirmed to be secret: the second of the two names (MAT-05). It leaves the dossier, whatever
/// state that is in; the audit trail keeps who, when and which act, and no longer what the file was called.
package struct DestroyOwnFile: Sendable {
  static let reason = "Có dấu chỉ độ mật"

  package var dossier: Dossier.ID
  package var item: DossierItem.ID

  package init(_ item: DossierItem.ID, of dossier: Dossier.ID) {
    self.dossier = dossier
    self.item = item
  }

  /// Gives the hashes of files that nothing names any more, for `FileVault.destroy` once this is durable.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let found = try WithheldOwnFile.lock(
      item, of: dossier, by: actor, QuarantineAccess.notDestroyer, QuarantineAccess.mayDestroy, in: transaction)
    let confirmation = found.quarantine.confirmation
    if let refusal = Refusal(QuarantineConfirmation.obstacles(confirmation, for: actor)) { throw refusal }
    let items = DossierItemStore(transaction)
    let hashes = try items.remove(found.item)
    try items.settle(dossier, from: found.item.datedOn)
    try DossierIndexing.index(found.dossier, in: transaction)
    let title = found.quarantine.facts.title
    let said: [AuditEvent] = [.dossierFilled(title), .dossierFileViewed(title), .dossierFileTaken(title)]
    try Audit.erase(said.map(\.sentence), of: .dossier(dossier), reason: Self.reason, by: actor, in: transaction)
    try Audit.record(
      .ownFileSecrecyDestroyed(found.item.ordinal, confirmedBy: confirmation?.name ?? ""), on: .dossier(dossier),
      by: actor, in: transaction)
    return hashes
  }
}
