import Database
import Kernel

/// A dossier as one actor meets it: who takes part, and how the actor stands to it.
package struct FoundDossier: Sendable {
  package var dossier: Dossier
  package var participants: [DossierParticipant]
  package var standing: DossierAccess.Standing
  /// The actor looks after the archive of its agency, whatever else they are to it.
  package var isArchivist: Bool

  /// The dossier, or the refusal of what does not exist for this actor.
  package static func find(_ id: Dossier.ID, by actor: Actor, in transaction: any Transaction) throws -> FoundDossier {
    try of(DossierStore(transaction).find(id, visibleTo: actor), by: actor, in: transaction)
  }

  /// The same for an act, held until the transaction ends. Refused when the actor may not, or it stands otherwise.
  package static func lock(
    _ id: Dossier.ID, _ step: Dossier.Step, by actor: Actor, in transaction: any Transaction
  ) throws -> FoundDossier {
    let found = try of(DossierStore(transaction).lock(id, visibleTo: actor), by: actor, in: transaction)
    if let refusal = found.refusal(of: step) { throw refusal }
    return found
  }

  /// The same without a step of the dossier's own.
  static func lock(
    _ id: Dossier.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> FoundDossier {
    try of(DossierStore(transaction).lock(id, visibleTo: actor), by: actor, in: transaction)
  }

  /// Why this person may not take a step; nil when they may.
  package func refusal(of step: Dossier.Step) -> Refusal? {
    DossierAccess.refusal(of: step, standing, isArchivist: isArchivist, dossier)
  }

  private static func of(
    _ dossier: Dossier, by actor: Actor, in transaction: any Transaction
  ) throws -> FoundDossier {
    let participants = try DossierParticipantStore(transaction).list(of: dossier.id)
    return FoundDossier(
      dossier: dossier, participants: participants,
      standing: DossierAccess.standing(of: actor, in: dossier, participants),
      isArchivist: DossierAccess.isArchivist(actor, of: dossier))
  }
}
