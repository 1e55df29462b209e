import Audit
import Database
import Documents
import Exchange
import FileVault
import Jobs
import Kernel
import Registers

/// Registers what another agency of the installation sent under the next số đến (DEN-07): the fields are the issuer's, the
/// files are named by their hashes, and the issuer's line says so at once (DI-15).
package struct RegisterPacket: Sendable {
  package var packet: Packet.ID
  /// Name of a further book; the agency's main one when empty.
  package var bookName = ""
  /// Đơn vị hoặc người nhận.
  package var toPlaces = ""
  /// Why a likely duplicate is registered all the same (PL6-18).
  package var overrideReason = ""

  package init(_ packet: Packet.ID) { self.packet = packet }

  package func perform(
    by actor: Actor, in transaction: any Transaction
  ) throws -> RegisterIncomingDocument.Outcome {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let store = PacketStore(transaction)
    let current = try store.lock(packet, visibleTo: actor)
    if let obstacle = current.obstacle { throw obstacle }
    let content = try store.content(of: current)
    var act = RegisterIncomingDocument(facts: IncomingFacts(content, arrivedOn: current.sentAt.day))
    act.facts.toPlaces = toPlaces
    (act.bookName, act.overrideReason) = (bookName, overrideReason)
    act.files = content.files.map(KeptFile.init)
    // The issuer's system opened every file and found no secrecy mark, or it could not have been issued.
    act.isVouchedOpen = true
    let outcome = try act.perform(by: actor, in: transaction)
    try store.register(packet, as: outcome.id.number, number: outcome.number.number)
    // The packet lay here from that moment on, and its issuer saw it.
    try ReceptionNoticeStore(transaction).note(
      .init(on: current.sentAt.day, way: .inside, notedAt: current.sentAt, notedBy: Self.system), of: outcome.id)
    try Audit.record(
      .packetRegistered(outcome.number.number, from: content.facts.issuerName), on: .packet(packet), by: actor,
      in: transaction)
    return outcome
  }

  private static let system = "Hệ thống"
}

/// Takes a packet in as what is in the book already: the paper came before it, or it was sent again (PL6-18). No number is
/// used, and the issuer sees the one it has.
package struct JoinPacket: Sendable {
  package var packet: Packet.ID
  package var document: IncomingDocument.ID

  package init(_ packet: Packet.ID, to document: IncomingDocument.ID) {
    self.packet = packet
    self.document = document
  }

  /// Gives the document.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> IncomingDocument {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let store = PacketStore(transaction)
    let current = try store.lock(packet, visibleTo: actor)
    if let obstacle = current.obstacle { throw obstacle }
    let content = try store.content(of: current)
    let documents = IncomingDocumentStore(transaction)
    var joined = try documents.lock(document, visibleTo: actor)
    guard joined.agency == actor.agency, joined.state == .registered, joined.recalled == nil,
      try Self.matches(content, visibleTo: actor, in: transaction).contains(where: { $0.document.id == document })
    else {
      throw Refusal(.conflict, "Số đến \(joined.arrivalNumber) không phải cùng một văn bản, hoặc không còn hiệu lực.")
    }
    let added = try IncomingFileStore(transaction).add(content.files.map(KeptFile.init), to: joined)
    if added > 0 {
      joined.fileCount += added
      try documents.save(joined, from: joined.version)
      try ReadIncomingFilesJob.ask(for: joined, in: transaction)
    }
    try store.register(packet, as: document.number, number: joined.arrivalNumber)
    try HandlingStore(transaction).fold(document)
    try Audit.record(.packetJoined(to: joined.arrivalNumber), on: .packet(packet), by: actor, in: transaction)
    try Audit.record(
      .packetJoined(to: joined.arrivalNumber), on: .incomingDocument(document), by: actor, in: transaction)
    return joined
  }

  /// What stands in the receiver's book already and is this document.
  static func matches(
    _ content: IssuedContent, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [DuplicateCheck.Match] {
    try DuplicateCheck(
      facts: IncomingFacts(content, arrivedOn: transaction.now.day), hashes: content.files.map(\.stored.hash),
      isYearAsked: true
    ).matches(visibleTo: actor, in: transaction)
  }
}

extension IncomingFacts {
  /// The issuer's fields, as they stand in its record.
  init(_ content: IssuedContent, arrivedOn day: Day) {
    self.init(arrivalDate: day)
    let facts = content.facts
    channel = .packet
    (issuerName, numberText, notation) = (facts.issuerName, facts.numberText, facts.notation)
    (issuedDate, typeKey, subject, urgency) = (facts.issuedDate, facts.typeKey, facts.subject, facts.urgency)
    (signerName, signerPosition) = (facts.signerName, facts.signerPosition)
    (handlingDueDate, pageCount, language) = (facts.replyDueDate, facts.pageCount, facts.language)
    documentIdentifier = facts.identifier
  }

  /// What its issuer wrote stays as it came; the receiver's own fields may be corrected.
  mutating func keepIssued(_ issued: IncomingFacts) {
    (channel, issuerName, issuer) = (issued.channel, issued.issuerName, issued.issuer)
    (numberText, notation, issuedDate) = (issued.numberText, issued.notation, issued.issuedDate)
    (typeKey, subject, urgency) = (issued.typeKey, issued.subject, issued.urgency)
    (signerName, signerPosition) = (issued.signerName, issued.signerPosition)
    (language, documentIdentifier) = (issued.language, issued.documentIdentifier)
  }
}

extension KeptFile {
  init(_ file: IssuedContent.File) {
    self.init(name: file.name, kind: file.kind, stored: file.stored, pageCount: file.pageCount)
  }
}

extension ReadIncomingFilesJob {
  /// Lets the files that were not opened yet be read.
  static func ask(for document: IncomingDocument, in transaction: any Transaction) throws {
    try Jobs.add(
      ReadIncomingFilesJob.self, payload: Payload(document: document.id), in: transaction,
      subject: .incomingDocument(document.id), shownTitle: "Đọc tệp của số đến \(document.arrivalNumber)")
  }
}
