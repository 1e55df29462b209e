import Audit
import Database
import Documents
import Jobs
import Kernel

/// The head of office or a leader says that it is no mark: the document is as it was, and its files are read again.
struct ReleaseDocument: Sendable {
  var document: IncomingDocument.ID
  var reason: String

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = IncomingDocumentStore(transaction)
    var current = try store.lock(document, visibleTo: actor)
    guard QuarantineAccess.mayDecide(current.agency, actor) else { throw QuarantineAccess.notDecider }
    guard let quarantine = try QuarantineStore(transaction).find(current) else { throw QuarantineAccess.gone }
    if let refusal = Refusal(QuarantineConfirmation.reasonObstacles(reason)) { throw refusal }
    current.facts = quarantine.facts
    current.state = current.openState
    try store.save(current, from: current.version)
    let files = try IncomingFileStore(transaction).clear(document)
    try QuarantineStore(transaction).remove(quarantine)
    try IncomingIndexing.index(current, in: transaction)
    try Audit.record(.secrecyDenied(reason), on: .incomingDocument(document), by: actor, in: transaction)
    guard files > 0 else { return }
    try Jobs.add(
      ReadIncomingFilesJob.self, payload: ReadIncomingFilesJob.Payload(document: document), in: transaction,
      subject: .incomingDocument(document), shownTitle: "Đọc lại tệp của số đến \(current.arrivalNumber)")
  }
}
