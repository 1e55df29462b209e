import Audit
import Database
import Kernel
import Organization

/// Makes another post the maker of a dossier (bàn giao hồ sơ, HS-11), closed ones too: whoever takes it over sees all that
/// lies in it, and who handed it over sees it no longer unless they take part.
package struct HandOverDossier: Sendable {
  package var dossier: Dossier.ID
  package var receiver: Post
  package var reason: String

  package init(_ dossier: Dossier.ID, to receiver: Post, reason: String) {
    self.dossier = dossier
    self.receiver = receiver
    self.reason = reason.normalizedLine
  }

  @discardableResult package func perform(by owner: Actor, in transaction: any Transaction) throws -> Dossier {
    let found = try FoundDossier.lock(dossier, .handOver, by: owner, in: transaction)
    let old = found.dossier
    guard old.makerPost == owner.post else {
      throw Refusal(.conflict, "Hồ sơ \(old.code.notation) do \(old.makerName) lập, không phải để bàn giao.")
    }
    guard receiver.agency == old.agency, receiver.isHeld(on: transaction.now.day), receiver.id != old.makerPost else {
      throw Refusal(.invalid, "Chỉ bàn giao hồ sơ cho người đang giữ chức danh khác trong cùng cơ quan.")
    }
    var next = old
    (next.makerPost, next.unit, next.unitName) = (receiver.id, receiver.unit, receiver.unitName)
    next.makerName = "\(receiver.personName), \(receiver.title)"
    try DossierStore(transaction).save(next, from: old.version)
    // The new maker is no longer among those who only take part.
    try DossierParticipantStore(transaction).remove(.post(receiver.id), from: dossier)
    try DossierRights.settle(next, in: transaction)
    try Audit.record(
      .dossierHandedOver(old.makerName, next.makerName, reason), on: .dossier(dossier), by: owner, in: transaction)
    return next
  }
}
