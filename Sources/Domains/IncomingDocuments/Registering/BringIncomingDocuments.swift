import Access
import Audit
import Database
import Documents
import FileVault
import Kernel
import Papers
import Registers

/// A document that comes with what others have read of it.
package struct BroughtDocument: Sendable {
  package var facts: IncomingFacts
  /// Files already kept in the vault, the document itself first.
  package var files: [KeptFile] = []
  /// The text of the first file, page by page; with it the file counts as read.
  package var pages: [PageText] = []
  /// Who is shown it besides the agency's registry, leaders and head of office.
  package var shownTo: [Grant] = []
  /// Its sender waits to be told of the receipt, if it came electronically (DEN-06).
  package var owesNotice = false

  package init(facts: IncomingFacts) { self.facts = facts }
}

/// Puts documents into the book that nobody types any more.
///
/// Nothing is asked of a person here, so nothing is looked up for one: no duplicates, no proposals. What calls it has
/// settled that.
package struct BringIncomingDocuments: Sendable {
  package var documents: [BroughtDocument]

  package init(_ documents: [BroughtDocument]) { self.documents = documents }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [IncomingDocument.ID] {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    var issuers: [String: OutsideAgency.ID] = [:]
    let entered = try documents.map { brought in
      let issuer =
        try issuers[brought.facts.issuerName] ?? DirectoryEntry.known(brought.facts, by: actor, in: transaction)
      issuers[brought.facts.issuerName] = issuer
      return try enter(brought, of: issuer, by: actor, in: transaction)
    }
    try Access.begin(entered, in: transaction)
    return entered.map { IncomingDocument.ID($0.record.number) }
  }

  private func enter(
    _ brought: BroughtDocument, of issuer: OutsideAgency.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> NewRecord {
    let id = try transaction.nextID(IncomingDocument.ID.self, of: "incoming_documents")
    let reference = RecordReference.incomingDocument(id)
    var facts = brought.facts
    facts.issuer = issuer
    try OutsideAgencyStore(transaction).noteUse(of: issuer)
    let arrivedAt = Instant(facts.arrivalDate, hour: 12, minute: 0, second: 0)
    let number = try TakeNumber(for: reference, .incoming, arrivedAt: arrivedAt).perform(by: actor, in: transaction)
    let document = IncomingDocument(
      id: id, agency: actor.agency, book: number.book, arrivalNumber: number.number, registeredAt: transaction.now,
      facts: facts, state: .registered, cancelReason: nil, fileCount: brought.files.count, version: 1)
    try IncomingDocumentStore(transaction).addLater(document, duplicateReason: nil)
    if brought.owesNotice { try ReceptionNoticeStore(transaction).settle(document) }
    var reading = PaperReading()
    reading.text.pages = brought.pages
    reading.stamp = .usual
    try IncomingFileStore(transaction).add(
      brought.files, to: document, reading: brought.pages.isEmpty ? nil : reading)
    try Audit.record(
      .incomingRegistered(number.number, book: number.bookTitle), on: reference, by: actor,
      changes: FactChanges.between(nil, facts), in: transaction)
    return NewRecord(
      reference, grants: Grant.registry(of: actor.agency) + brought.shownTo,
      content: IncomingIndexing.content(of: document, texts: brought.pages.map(\.text)))
  }
}
