import Access
import Audit
import Database
import Documents
import Kernel
import Notifications
import Organization

/// Asks for a change of who sees or works in a dossier (đề nghị thay đổi quyền, PL6-33). Nothing changes until a second
/// competent person confirms; everybody who sees the dossier sees that it waits.
package struct ProposeRightsChange: Sendable {
  package var dossier: Dossier.ID
  package var wanted: WantedRights
  package var reason: String

  package init(_ dossier: Dossier.ID, _ wanted: WantedRights, reason: String = "") {
    self.dossier = dossier
    self.wanted = wanted
    self.reason = reason.normalizedLine
  }

  package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> RightsChange {
    let found = try FoundDossier.lock(dossier, wanted.step, by: actor, in: transaction)
    try Secrecy.refuseMarked([reason])
    if reason.count > RightsChange.wordsLengthMax {
      throw Refusal(.invalid, "Dài quá \(RightsChange.wordsLengthMax) ký tự.", field: DossierField.reason)
    }
    let subject = try wanted.subject(in: found, flows.directory, by: actor, in: transaction)
    let heads = try Self.heads(of: found.dossier, besides: actor, in: transaction)
    let change = RightsChange(
      id: try transaction.nextID(RightsChange.ID.self, of: "dossier_right_changes"), dossier: dossier,
      agency: found.dossier.agency, wanted: wanted, subject: subject, reason: reason, state: .waiting,
      desk: heads.isEmpty ? .agency : .unit, proposerPost: actor.post, proposerAccount: actor.account,
      proposedBy: actor.titleOnRecord, proposedAt: transaction.now, words: "", decidedAt: nil, decidedBy: nil,
      version: 1)
    try RightsChangeStore(transaction).add(change)
    try Audit.record(.rightsProposed(change.text), on: .dossier(dossier), by: actor, in: transaction)
    let desk: [Principal] =
      change.desk == .unit
      ? heads.map { .post($0.id) }
      : [.agencyRole(change.agency, .leader), .agencyRole(change.agency, .headOfOffice)]
    try Notifications.tell(
      .rightsProposed, desk, on: .dossier(dossier), "\(found.dossier.name): \(change.text)", by: actor,
      in: transaction)
    return change
  }

  /// Who leads the dossier's unit; nobody when its head is the one who asks.
  private static func heads(
    of dossier: Dossier, besides actor: Actor, in transaction: any Transaction
  ) throws -> [Post] {
    if actor.unit == dossier.unit, actor.roles.contains(.unitHead) { return [] }
    return try OrganizationStore(transaction).posts(in: dossier.unit).filter {
      $0.roles.contains(.unitHead) && $0.person != actor.person
    }
  }
}
