import Audit
import Database
import Documents
import Jobs
import Kernel

/// The head of office or a leader says that it is no mark: the document is as it was, and its files are read again.
struct ReleaseOutgoingDocument: Sendable {
  var document: OutgoingDocument.ID
  var reason: String

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard QuarantineAccess.mayDecide(current.agency, actor) else { throw QuarantineAccess.notDecider }
    guard let quarantine = try OutgoingQuarantineStore(transaction).find(current) else { throw QuarantineAccess.gone }
    if let refusal = Refusal(QuarantineConfirmation.reasonObstacles(reason)) { throw refusal }
    var released = current
    released.facts = quarantine.facts
    released.isWithheld = false
    try store.save(released, from: current.version)
    let files = try OutgoingFileStore(transaction).clear(document)
    try OutgoingQuarantineStore(transaction).remove(quarantine)
    try OutgoingIndexing.index(released, in: transaction)
    try Audit.record(.outgoingSecrecyDenied(reason), on: .outgoingDocument(document), by: actor, in: transaction)
    if files > 0 { try ReadOutgoingFilesJob.ask(for: released, in: transaction) }
  }
}
