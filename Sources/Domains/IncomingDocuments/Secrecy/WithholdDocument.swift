import Audit
import Database
import Documents
import FileVault
import Kernel
import SearchIndex

/// Withholds a registered document in which a secrecy mark was found (MAT-05): its number stays in the book, nothing
/// else of it is shown, found or given out until two people have decided.
struct WithholdDocument: Sendable {
  var document: IncomingDocument.ID
  /// Where the mark stands, when reading found it.
  var page: Int?

  /// A person saw the mark. Gives the hashes of the files; what was drawn from them is then to be removed.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let current = try IncomingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard QuarantineAccess.mayReport(current.agency, actor) else { throw QuarantineAccess.notReporter }
    guard current.state != .quarantined else {
      throw Refusal(.conflict, "Số đến \(current.arrivalNumber) đang bị niêm giữ rồi.")
    }
    let hashes = try withhold(current, foundBy: actor.nameOnRecord, in: transaction)
    try Audit.record(.secrecyReported, on: .incomingDocument(document), by: actor, in: transaction)
    return hashes
  }

  /// The reading of a file found it.
  func performForJob(in transaction: any Transaction) throws -> [FileHash] {
    let store = IncomingDocumentStore(transaction)
    guard let current = try store.lockForJob(document), current.state != .quarantined else { return [] }
    let hashes = try withhold(current, foundBy: "hệ thống, khi đọc tệp", in: transaction)
    try Audit.recordSystem(
      .secrecyFound(page: page), on: .incomingDocument(document), agency: current.agency, in: transaction)
    return hashes
  }

  private func withhold(
    _ current: IncomingDocument, foundBy: String, in transaction: any Transaction
  ) throws -> [FileHash] {
    try QuarantineStore(transaction).add(
      Quarantine(
        document: current.id, agency: current.agency, foundAt: transaction.now, foundBy: foundBy, page: page,
        facts: current.facts))
    var veiled = current
    veiled.facts = Quarantine.veil(current.facts)
    veiled.state = .quarantined
    try IncomingDocumentStore(transaction).save(veiled, from: current.version)
    try SearchIndex.remove(.incomingDocument(current.id), in: transaction)
    return try IncomingFileStore(transaction).withhold(current.id)
  }
}
