import Audit
import Database
import Documents
import Drafts
import FileVault
import Kernel
import Registers
import Work

/// A numbered document in a file of which a secrecy mark was found (niêm giữ, MAT-05): its number stays in the book, as a
/// cancelled one when it is destroyed; its draft goes with it.
struct WithheldOutgoing: WithheldMatter {
  static let quarantines: SQL = "outgoing_quarantines"
  private static let reason = "Có dấu chỉ độ mật"

  var document: OutgoingDocument

  static func find(
    _ id: OutgoingDocument.ID, visibleTo actor: Actor, isLocked: Bool, in transaction: any Transaction
  ) throws -> WithheldOutgoing {
    let store = OutgoingDocumentStore(transaction)
    return WithheldOutgoing(
      document: try isLocked ? store.lock(id, visibleTo: actor) : store.find(id, visibleTo: actor))
  }

  static func lockForJob(_ id: OutgoingDocument.ID, in transaction: any Transaction) throws -> WithheldOutgoing? {
    try OutgoingDocumentStore(transaction).findForJob(id, locked: true).map(WithheldOutgoing.init)
  }

  var key: Int64 { document.id.number }
  var agency: AgencyID { document.agency }
  var isWithheld: Bool { document.isWithheld }
  var facts: OutgoingFacts { document.facts }
  var record: RecordReference { .outgoingDocument(document.id) }

  func line(_ event: SecrecyEvent) -> AuditEvent { event.line(ofDocument: "outgoingDocument") }

  func heading(in transaction: any Transaction) throws -> QuarantinePage.Heading {
    let book = try RegisterStore(transaction).findLaterForJob(document.book).get()
    return QuarantinePage.Heading(
      title: "Văn bản \(document.codeText): đang niêm giữ",
      line: "\(book?.title ?? ""), ngày \(facts.issuedDate.text).", numberWord: "số đi",
      path: OutgoingDocumentPaths.show(document.id))
  }

  func refuseReport(by actor: Actor, in transaction: any Transaction) throws {
    if let refusal = document.obstacle(to: .withhold) { throw refusal }
  }

  func veil(by actor: Actor?, in transaction: any Transaction) throws -> [FileHash] {
    var veiled = document
    (veiled.facts, veiled.isWithheld) = (Self.blank(facts, subject: Secrecy.veil), true)
    try OutgoingDocumentStore(transaction).save(veiled, from: document.version)
    let hashes = try OutgoingFileStore(transaction).withhold(document.id)
    try OutgoingIndexing.index(veiled, in: transaction)
    return hashes
  }

  func giveBack(_ facts: OutgoingFacts, in transaction: any Transaction) throws {
    var released = document
    (released.facts, released.isWithheld) = (facts, false)
    try OutgoingDocumentStore(transaction).save(released, from: document.version)
    let files = try OutgoingFileStore(transaction).clear(document.id)
    try OutgoingIndexing.index(released, in: transaction)
    if files > 0 { try ReadOutgoingFilesJob.ask(for: released, in: transaction) }
  }

  func destroy(_ facts: OutgoingFacts, by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let store = OutgoingDocumentStore(transaction)
    var hashes = try OutgoingFileStore(transaction).destroy(document.id)
    var remains = document
    remains.facts = Self.blank(document.facts, subject: Secrecy.remains)
    (remains.isWithheld, remains.fileCount) = (false, 0)
    if document.state == .cancelled { remains.endReason = Self.reason }
    try store.save(remains, from: document.version)
    try OutgoingRecipientStore(transaction).replace([], of: document.id)
    if document.state == .numbered {
      try CancelNumber(document.book, number: document.number, reason: Self.reason)
        .perform(by: actor, telling: OutgoingRegisterContents(), in: transaction)
    }
    if let draft = document.draft {
      hashes += try DestroyDraft(draft, reason: Self.reason).perform(by: actor, in: transaction)
    }
    try Work(on: record, by: actor, in: transaction).endAll(reason: Self.reason)
    try Audit.eraseValues(of: record, reason: Self.reason, by: actor, in: transaction)
    // Its number and why it is cancelled can be found, as the list shows them.
    if let remains = try store.findForJob(document.id) { try OutgoingIndexing.index(remains, in: transaction) }
    return hashes
  }

  /// Its number, symbol, type and day stay: the line of the book.
  static func blank(_ facts: OutgoingFacts, subject: String) -> OutgoingFacts {
    var blank = OutgoingFacts(issuedDate: facts.issuedDate, signedAt: facts.signedAt)
    (blank.typeKey, blank.bodyName, blank.notation) = (facts.typeKey, facts.bodyName, facts.notation)
    (blank.isPaper, blank.capacity, blank.subject) = (facts.isPaper, facts.capacity, subject)
    return blank
  }
}
