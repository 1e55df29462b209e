import Audit
import Database
import Documents
import Kernel

/// The head of office or a leader says that the mark is one: the first of the two names (MAT-05).
struct ConfirmOutgoingSecrecy: Sendable {
  var document: OutgoingDocument.ID

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard QuarantineAccess.mayDecide(current.agency, actor) else { throw QuarantineAccess.notDecider }
    guard let quarantine = try OutgoingQuarantineStore(transaction).find(current) else { throw QuarantineAccess.gone }
    if let earlier = quarantine.confirmation { throw earlier.alreadySaid }
    try OutgoingQuarantineStore(transaction).confirm(quarantine, by: actor)
    try Audit.record(.outgoingSecrecyConfirmed, on: .outgoingDocument(document), by: actor, in: transaction)
  }
}
