import Audit
import Database
import Documents
import Exchange
import Kernel
import Registers

/// Corrects a registered entry. Number and book stay; what stood before is kept in the audit trail.
package struct CorrectIncomingDocument: Sendable {
  package var document: IncomingDocument.ID
  package var facts: IncomingFacts
  package var reason: String
  package var formVersion: Int

  package init(_ document: IncomingDocument.ID, facts: IncomingFacts, reason: String, formVersion: Int) {
    self.document = document
    self.facts = facts
    self.reason = reason
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = IncomingDocumentStore(transaction)
    var current = try store.lock(document, visibleTo: actor)
    guard IncomingDocumentAccess.mayCorrect(current, actor) else { throw Self.notAllowed(current) }
    var facts = facts
    // What another agency of the installation sent stays as its issuer wrote it.
    if try PacketStore(transaction).ofIncomingLater(document.number).get() != nil { facts.keepIssued(current.facts) }
    try Secrecy.refuseMarked(facts)
    if let refusal = Refusal(obstacles(facts, today: transaction.now.day)) { throw refusal }
    let before = current.facts
    current.facts = facts
    current.facts.issuer = try DirectoryEntry.of(facts, by: actor, in: transaction)
    try store.save(current, from: formVersion)
    if before.channel != current.facts.channel { try ReceptionNoticeStore(transaction).settle(current) }
    try NumberStore(transaction).setDay(current.facts.arrivalDate, of: .incomingDocument(document))
    try IncomingIndexing.index(current, in: transaction)
    try Audit.record(
      .incomingCorrected(reason), on: .incomingDocument(document), by: actor,
      changes: FactChanges.between(before, current.facts), in: transaction)
  }

  private func obstacles(_ facts: IncomingFacts, today: Day) -> [Refusal.Reason] {
    var reasons = facts.obstacles(today: today)
    if reason.isEmpty {
      reasons.append(.init("Sửa thông tin đã vào sổ cần ghi lý do.", field: RegistrationField.correctionReason))
    }
    if reason.count > 500 {
      reasons.append(.init("Lý do dài quá 500 ký tự.", field: RegistrationField.correctionReason))
    }
    return reasons
  }

  private static func notAllowed(_ document: IncomingDocument) -> Refusal {
    if let recalled = document.recalled { return recalled.refusal(document.arrivalNumber) }
    return document.state == .cancelled
      ? Refusal(.conflict, "Số đến \(document.arrivalNumber) đã hủy nên không sửa được.")
      : Refusal(.forbidden, "Chỉ văn thư của cơ quan đã vào sổ được sửa thông tin.")
  }
}
