import Audit
import Database
import Documents
import Exchange
import FileVault
import Kernel
import Registers

/// Sends a paper back to its sender before it takes a number (DEN-05): one that waits here as a file, or one of paper.
package struct ReturnPaper: Sendable {
  var facts: ReturnedPaper.Facts
  /// The waiting paper it is; nil for one that was never scanned.
  var paper: WaitingPaper.ID?
  /// Whether its file is kept as a proof; already in the vault then.
  var keepsFile: Bool
  /// The clerk has looked: no secrecy mark on a file that is not read yet (MAT-05).
  var isVouchedOpen: Bool

  package init(
    facts: ReturnedPaper.Facts, paper: WaitingPaper.ID? = nil, keepsFile: Bool = false, isVouchedOpen: Bool = false
  ) {
    self.facts = facts
    self.paper = paper
    self.keepsFile = keepsFile
    self.isVouchedOpen = isVouchedOpen
  }

  /// Gives what was noted, and the paper that waits no longer.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> (ReturnedPaper, WaitingPaper?) {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    try Secrecy.refuseMarked(facts)
    let store = WaitingPaperStore(transaction)
    let waiting = try paper.map { try store.lock($0, visibleTo: actor) }
    var reasons = facts.obstacles()
    if keepsFile, let waiting, waiting.state != .read, !isVouchedOpen {
      reasons.append(
        .init(
          "Tệp chưa đọc xong. Hãy xem từng trang rồi tích «\(Secrecy.vouchLabel)», hoặc không giữ tệp.",
          field: RegistrationField.vouchedOpen))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    var returned = ReturnedPaper(
      id: try transaction.nextID(of: "returned_papers"), agency: actor.agency, facts: facts,
      returnedAt: transaction.now, returnedBy: actor.nameOnRecord)
    if let waiting {
      if keepsFile {
        returned.file = .init(name: waiting.fileName, kind: waiting.kind, stored: waiting.staged.stored)
      }
      try store.remove(waiting)
      try Audit.record(.paperReturned(facts), on: .waitingPaper(waiting.id), by: actor, in: transaction)
    }
    try ReturnedPaperStore(transaction).add(returned)
    try Audit.record(.paperReturned(facts), on: .returnedPaper(returned.id), by: actor, in: transaction)
    return (returned, waiting)
  }
}

/// Sends back a document that was registered and then proves not to be ours: its number is cancelled with that reason.
package struct ReturnDocument: Sendable {
  var document: IncomingDocument.ID
  var facts: ReturnedPaper.Facts

  package init(document: IncomingDocument.ID, facts: ReturnedPaper.Facts) {
    self.document = document
    self.facts = facts
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> ReturnedPaper {
    try Secrecy.refuseMarked(facts)
    let current = try IncomingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard IncomingDocumentAccess.mayCorrect(current, actor) else {
      throw current.state == .registered
        ? IncomingDocumentAccess.notRegistry
        : Refusal(.conflict, "Số đến \(current.arrivalNumber) «\(current.state.label)» nên không trả nơi gửi được nữa.")
    }
    if let refusal = Refusal(facts.obstacles()) { throw refusal }
    let packet = try PacketStore(transaction).ofIncomingLater(document.number).get()
    try CancelNumber(current.book, number: current.arrivalNumber, reason: "Trả nơi gửi: \(facts.reason)")
      .perform(by: actor, telling: IncomingRegisterContents(), in: transaction)
    var facts = facts
    if let packet {
      facts.way = .inside
      try PacketStore(transaction).giveBack(packet.id, reason: facts.reason)
      try PacketNotices.tellReturned(packet, facts.reason, by: actor, in: transaction)
    }
    (facts.codeText, facts.subject) = (current.facts.codeText, current.facts.subject)
    let returned = ReturnedPaper(
      id: try transaction.nextID(of: "returned_papers"), agency: actor.agency, document: document, facts: facts,
      returnedAt: transaction.now, returnedBy: actor.nameOnRecord)
    try ReturnedPaperStore(transaction).add(returned)
    try Audit.record(.incomingReturned(facts), on: .incomingDocument(document), by: actor, in: transaction)
    return returned
  }
}

extension Secrecy {
  /// Nothing secret is kept of what goes back either.
  static func refuseMarked(_ facts: ReturnedPaper.Facts) throws {
    let texts = [facts.sender, facts.codeText, facts.subject, facts.reason, facts.condition]
    if texts.contains(where: SecrecyMark.isMarked) { throw SecrecyFound() }
  }
}

/// Lines of the audit trail about papers that went back.
extension AuditEvent {
  static func paperReturned(_ facts: ReturnedPaper.Facts) -> AuditEvent {
    AuditEvent(
      code: "returnedPaper.returned",
      sentence: "trả nơi gửi \(facts.sender) bằng \(facts.way.label), lý do: \(facts.reason)")
  }

  static func incomingReturned(_ facts: ReturnedPaper.Facts) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.returnedToSender",
      sentence: "trả nơi gửi \(facts.sender) bằng \(facts.way.label), lý do: \(facts.reason)")
  }

  static let returnSlipPrinted = AuditEvent(
    code: "returnedPaper.slipPrinted", sentence: "in phiếu trả văn bản", kind: .access)

  static func returnedDownloaded(_ name: String) -> AuditEvent {
    AuditEvent(code: "returnedPaper.downloaded", sentence: "tải về tệp «\(name)»", kind: .access)
  }
}
