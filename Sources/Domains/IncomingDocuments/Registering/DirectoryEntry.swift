import Database
import Documents
import Kernel

/// The issuer's entry in the directory of outside agencies: chosen, recognised by its name, or added on the spot.
enum DirectoryEntry {
  static func of(_ facts: IncomingFacts, by actor: Actor, in transaction: any Transaction) throws -> OutsideAgency.ID {
    let id = try known(facts, by: actor, in: transaction)
    try OutsideAgencyStore(transaction).noteUse(of: id)
    return id
  }

  /// The same, without a note that it was used.
  static func known(
    _ facts: IncomingFacts, by actor: Actor, in transaction: any Transaction
  ) throws -> OutsideAgency.ID {
    if let known = try OutsideAgencyStore(transaction).recognise(facts.issuerName) { return known.id }
    do {
      return try AddOutsideAgency(name: facts.issuerName).perform(by: actor, in: transaction)
    } catch let refusal as Refusal where refusal.kind == .conflict {
      // Another clerk added the same agency at this moment: run again, and it is recognised.
      throw DatabaseFault.serialization(message: "the agency was added meanwhile")
    }
  }
}
