import Access
import Audit
import Database
import Kernel
import Notifications
import Work

/// Lets somebody take part in a dossier, or changes how (thêm người tham gia). They see all that lies in it.
package struct ShareDossier: Sendable {
  package var dossier: Dossier.ID
  package var choice: HolderChoice?
  package var role: DossierParticipant.Role

  package init(_ dossier: Dossier.ID, with choice: HolderChoice?, as role: DossierParticipant.Role) {
    self.dossier = dossier
    self.choice = choice
    self.role = role
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DossierParticipant {
    let found = try FoundDossier.lock(dossier, .share, by: actor, in: transaction)
    guard let choice else {
      throw Refusal(.invalid, "Chọn đơn vị hoặc cá nhân tham gia hồ sơ.", field: DossierField.participant)
    }
    let holder = try choice.holder(in: found.dossier.agency, transaction)
    if holder.principal == .post(found.dossier.makerPost) {
      throw Refusal(.invalid, "\(holder.name) là người lập hồ sơ này.", field: DossierField.participant)
    }
    let participant = DossierParticipant(
      holder: holder.principal, name: holder.name, role: role, addedAt: transaction.now, addedBy: actor.nameOnRecord)
    // Reading only is less than making it together.
    let isLess = found.participants.contains { $0.holder == participant.holder && $0.role != role && role == .reader }
    if isLess, let refusal = found.refusal(of: .unshare) { throw refusal }
    if found.participants.contains(where: { $0.holder == participant.holder && $0.role == role }) {
      throw Refusal(.conflict, "\(holder.name) đã tham gia hồ sơ này.", field: DossierField.participant)
    }
    try DossierParticipantStore(transaction).put(participant, in: dossier)
    try DossierRights.settle(found.dossier, in: transaction)
    try Audit.record(.dossierShared(holder.name, role.label), on: .dossier(dossier), by: actor, in: transaction)
    try Notifications.tell(
      .dossierShared, [holder.principal], on: .dossier(dossier),
      "\(found.dossier.name) (\(role.label.lowercased()))", by: actor, in: transaction)
    return participant
  }
}

/// Ends somebody's part in a dossier (thôi tham gia): what they saw only through it they see no longer.
package struct UnshareDossier: Sendable {
  package var dossier: Dossier.ID
  package var holder: Principal

  package init(_ dossier: Dossier.ID, holder: Principal) {
    self.dossier = dossier
    self.holder = holder
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DossierParticipant {
    let found = try FoundDossier.lock(dossier, .unshare, by: actor, in: transaction)
    guard let participant = found.participants.first(where: { $0.holder == holder }) else {
      throw Refusal(.conflict, "Người này không còn trong danh sách tham gia hồ sơ.")
    }
    try DossierParticipantStore(transaction).remove(holder, from: dossier)
    try DossierRights.settle(found.dossier, leaving: [holder], in: transaction)
    try Audit.record(.dossierUnshared(participant.name), on: .dossier(dossier), by: actor, in: transaction)
    return participant
  }
}
