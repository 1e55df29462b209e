import Audit
import Database
import Documents
import FileVault
import Kernel

/// Withholds a numbered document in a file of which a secrecy mark was found (MAT-05): its number stays in the book,
/// nothing else of it is shown, found, issued or given out until two people have decided.
struct WithholdOutgoingDocument: Sendable {
  var document: OutgoingDocument.ID
  /// Where the mark stands, when reading found it.
  var page: Int?

  /// A person saw the mark. Gives the hashes of the files; what was drawn from them is then to be removed.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.withhold, current, actor) else { throw QuarantineAccess.notReporter }
    if let refusal = current.obstacle(to: .withhold) { throw refusal }
    let hashes = try withhold(current, foundBy: actor.nameOnRecord, in: transaction)
    try Audit.record(.outgoingSecrecyReported, on: .outgoingDocument(document), by: actor, in: transaction)
    return hashes
  }

  /// The reading of a file found it, whatever happened to the document meanwhile.
  func performForJob(in transaction: any Transaction) throws -> [FileHash] {
    guard let current = try OutgoingDocumentStore(transaction).findForJob(document, locked: true), !current.isWithheld
    else { return [] }
    let hashes = try withhold(current, foundBy: "hệ thống, khi đọc tệp", in: transaction)
    try Audit.recordSystem(
      .outgoingSecrecyFound(page: page), on: .outgoingDocument(document), agency: current.agency, in: transaction)
    return hashes
  }

  private func withhold(
    _ current: OutgoingDocument, foundBy: String, in transaction: any Transaction
  ) throws -> [FileHash] {
    try OutgoingQuarantineStore(transaction).add(
      OutgoingQuarantine(
        document: current.id, agency: current.agency, foundAt: transaction.now, foundBy: foundBy, page: page,
        facts: current.facts))
    var veiled = current
    veiled.facts = OutgoingQuarantine.veil(current.facts)
    veiled.isWithheld = true
    try OutgoingDocumentStore(transaction).save(veiled, from: current.version)
    let hashes = try OutgoingFileStore(transaction).withhold(current.id)
    try OutgoingIndexing.index(veiled, in: transaction)
    return hashes
  }
}
