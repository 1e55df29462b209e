import Access
import Audit
import Database
import Documents
import FileVault
import Kernel
import Papers
import Registers

/// Puts a document into the book that nobody types any more: it comes with what others have read of it.
///
/// Nothing is asked of a person here, so nothing is looked up for one: no duplicates, no proposals. What calls it has
/// settled that.
package struct BringIncomingDocument: Sendable {
  package var facts: IncomingFacts
  /// Files already kept in the vault, the document itself first.
  package var files: [KeptFile] = []
  /// The text of the first file, page by page; with it the file counts as read.
  package var pages: [PageText] = []
  /// Who is shown it besides the agency's registry, leaders and head of office.
  package var shownTo: [Grant] = []

  package init(facts: IncomingFacts) { self.facts = facts }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> IncomingDocument.ID {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let id = try transaction.nextID(IncomingDocument.ID.self, of: "incoming_documents")
    let reference = RecordReference.incomingDocument(id)
    var facts = facts
    facts.issuer = try DirectoryEntry.of(facts, by: actor, in: transaction)
    let arrivedAt = Instant(facts.arrivalDate, hour: 12, minute: 0, second: 0)
    let number = try TakeNumber(for: reference, .incoming, arrivedAt: arrivedAt).perform(by: actor, in: transaction)
    let document = IncomingDocument(
      id: id, agency: actor.agency, book: number.book, arrivalNumber: number.number, registeredAt: transaction.now,
      facts: facts, state: .registered, cancelReason: nil, fileCount: files.count, version: 1)
    try IncomingDocumentStore(transaction).add(document, duplicateReason: nil)
    var reading = PaperReading()
    reading.text.pages = pages
    reading.stamp = .usual
    try IncomingFileStore(transaction).add(files, to: document, reading: pages.isEmpty ? nil : reading)
    let registry = Principal.AgencyRole.allCases.map { Grant(.agencyRole(actor.agency, $0), reason: .registered) }
    try Access.grant(registry + shownTo, to: reference, in: transaction)
    try IncomingIndexing.index(document, in: transaction)
    try Audit.record(
      .incomingRegistered(number.number, book: number.bookTitle), on: reference, by: actor,
      changes: FactChanges.between(nil, facts), in: transaction)
    return id
  }
}
