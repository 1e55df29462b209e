import Audit
import Database
import Documents
import Kernel

/// The head of office or a leader says that the mark is one: the first of the two names (MAT-05).
struct ConfirmSecrecy: Sendable {
  var document: IncomingDocument.ID

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try IncomingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard QuarantineAccess.mayDecide(current.agency, actor) else { throw QuarantineAccess.notDecider }
    guard let quarantine = try QuarantineStore(transaction).find(current) else { throw QuarantineAccess.gone }
    if let earlier = quarantine.confirmation { throw earlier.alreadySaid }
    try QuarantineStore(transaction).confirm(quarantine, by: actor)
    try Audit.record(.secrecyConfirmed, on: .incomingDocument(document), by: actor, in: transaction)
  }
}
