import Audit
import Database
import Documents
import Exchange
import FileVault
import Kernel
import Registers
import SearchIndex
import Work

/// A registered document in which a secrecy mark was found (niêm giữ, MAT-05): its number stays in the book, as a cancelled
/// one when it is destroyed.
struct WithheldIncoming: WithheldMatter {
  static let quarantines: SQL = "incoming_quarantines"
  private static let reason = IncomingDocument.destroyedReason

  var document: IncomingDocument

  static func find(
    _ id: IncomingDocument.ID, visibleTo actor: Actor, isLocked: Bool, in transaction: any Transaction
  ) throws -> WithheldIncoming {
    let store = IncomingDocumentStore(transaction)
    return WithheldIncoming(
      document: try isLocked ? store.lock(id, visibleTo: actor) : store.find(id, visibleTo: actor))
  }

  static func lockForJob(_ id: IncomingDocument.ID, in transaction: any Transaction) throws -> WithheldIncoming? {
    try IncomingDocumentStore(transaction).lockForJob(id).map(WithheldIncoming.init)
  }

  var key: Int64 { document.id.number }
  var agency: AgencyID { document.agency }
  var isWithheld: Bool { document.state == .quarantined }
  var facts: IncomingFacts { document.facts }
  var record: RecordReference { .incomingDocument(document.id) }

  func line(_ event: SecrecyEvent) -> AuditEvent { event.line(ofDocument: "incomingDocument") }

  func heading(in transaction: any Transaction) throws -> QuarantinePage.Heading {
    let book = try IncomingBooks.book(of: document, in: transaction)
    return QuarantinePage.Heading(
      title: "Số đến \(document.arrivalNumber): đang niêm giữ",
      line: "\(book.title), đến ngày \(facts.arrivalDate.text).", numberWord: "số đến",
      path: IncomingDocumentPaths.show(document.id))
  }

  func refuseReport(by actor: Actor, in transaction: any Transaction) throws {
    guard isWithheld else { return }
    throw Refusal(.conflict, "Số đến \(document.arrivalNumber) đang bị niêm giữ rồi.")
  }

  func veil(by actor: Actor?, in transaction: any Transaction) throws -> [FileHash] {
    var veiled = document
    (veiled.facts, veiled.state) = (Self.blank(facts, subject: Secrecy.veil), .quarantined)
    try IncomingDocumentStore(transaction).save(veiled, from: document.version)
    try SearchIndex.remove(record, in: transaction)
    return try IncomingFileStore(transaction).withhold(document.id)
  }

  func giveBack(_ facts: IncomingFacts, in transaction: any Transaction) throws {
    var released = document
    (released.facts, released.state) = (facts, document.openState)
    try IncomingDocumentStore(transaction).save(released, from: document.version)
    let files = try IncomingFileStore(transaction).clear(document.id)
    try IncomingIndexing.index(released, in: transaction)
    if files > 0 { try ReadIncomingFilesJob.askAgain(for: released, in: transaction) }
  }

  func destroy(_ facts: IncomingFacts, by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let (store, files) = (IncomingDocumentStore(transaction), IncomingFileStore(transaction))
    let packet = try PacketStore(transaction).ofIncomingLater(key).get()
    let papers = try files.papers(of: document.id)
    let hashes = try files.destroy(document.id)
    var remains = document
    (remains.facts, remains.fileCount) = (Self.blank(document.facts, subject: Secrecy.remains), 0)
    remains.state = document.openState
    if document.cancelReason != nil { remains.cancelReason = Self.reason }
    try store.save(remains, from: document.version)
    try document.id.forgetWords(in: transaction)
    try Work(on: record, by: actor, in: transaction).endAll(reason: Self.reason)
    try HandlingStore(transaction).fold(document.id)
    for record in [record] + papers.map(RecordReference.waitingPaper) {
      try Audit.eraseValues(of: record, reason: Self.reason, by: actor, in: transaction)
    }
    if remains.state == .registered {
      try CancelNumber(document.book, number: document.arrivalNumber, reason: Self.reason)
        .perform(by: actor, telling: IncomingRegisterContents(isDestroying: true), in: transaction)
    }
    if let packet {
      try PacketStore(transaction).giveBack(packet.id, reason: Self.reason)
      try PacketNotices.tellReturned(packet, Self.reason, by: actor, in: transaction)
    }
    // Its number and why it is cancelled can be found, as the list shows them.
    if let remains = try store.lockForJob(document.id) { try IncomingIndexing.index(remains, in: transaction) }
    return hashes
  }

  /// Nothing but how and when it came.
  private static func blank(_ facts: IncomingFacts, subject: String) -> IncomingFacts {
    var blank = IncomingFacts(arrivalDate: facts.arrivalDate)
    (blank.channel, blank.subject) = (facts.channel, subject)
    return blank
  }
}
