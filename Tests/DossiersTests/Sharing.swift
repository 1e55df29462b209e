import Database
import Kernel
import Organization

@testable import Dossiers

/// Asks for a change of rights as the maker does, and confirms it as the head of the unit does.
func changeRights(
  of dossier: Dossier.ID, _ wanted: WantedRights, by maker: Kernel.Actor = Cast.officerInCharge,
  confirmedBy head: Kernel.Actor = Cast.unitHead, in transaction: any Transaction
) throws {
  let change = try ProposeRightsChange(dossier, wanted).perform(by: maker, flows: flows, in: transaction)
  _ = try DecideRightsChange(change.id, of: dossier, .confirm, formVersion: change.version)
    .perform(by: head, flows: flows, in: transaction)
}

/// The same for somebody who is to take part.
func share(
  _ dossier: Dossier.ID, _ holder: Principal, as role: DossierParticipant.Role, in transaction: any Transaction
) throws {
  try changeRights(of: dossier, .add(holder, as: role), in: transaction)
}
