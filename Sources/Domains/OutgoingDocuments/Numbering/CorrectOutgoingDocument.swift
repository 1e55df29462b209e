import Audit
import Database
import Documents
import Kernel

/// Corrects what was entered of a document that is not issued yet. Number, symbol, date, type and identifier never
/// change: a wrong number is cancelled with its reason. Of what was signed as a draft nothing changes that the signer saw
/// (ST-06, ST-13); the register's own fields do.
package struct CorrectOutgoingDocument: Sendable {
  package var document: OutgoingDocument.ID
  package var facts: OutgoingFacts
  package var recipients: [String]
  /// Those that only get to know (để biết).
  package var informed: [String]
  package var way: SendingWay
  package var reason: String
  package var formVersion: Int

  package init(
    _ document: OutgoingDocument.ID, facts: OutgoingFacts, recipients: [String], informed: [String] = [],
    way: SendingWay,
    reason: String, formVersion: Int
  ) {
    self.document = document
    self.facts = facts
    self.recipients = recipients
    self.informed = informed
    self.way = way
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.correct, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    var next = try current.taking(.correct)
    guard !(facts.texts + recipients + informed).contains(where: SecrecyMark.isMarked) else {
      throw NumberOutgoingDocument.marked
    }
    var facts = current.draft == nil ? facts : current.facts.withRegisterFields(of: facts)
    (facts.typeKey, facts.bodyName, facts.notation) = (
      current.facts.typeKey, current.facts.bodyName, current.facts.notation
    )
    (facts.issuedDate, facts.unit, facts.pageCount) = (
      current.facts.issuedDate, current.facts.unit, current.facts.pageCount
    )
    facts.unitName = current.facts.unitName
    // The form shows the day only: an unchanged one keeps its time.
    if facts.signedAt.day == current.facts.signedAt.day { facts.signedAt = current.facts.signedAt }
    var reasons = facts.obstacles(now: transaction.now)
    if current.draft == nil { reasons += OutgoingRecipients.obstacles(recipients + informed) }
    if reason.isEmpty { reasons.append(.init("Ghi lý do sửa.", field: NumberingField.correctionReason)) }
    if reason.count > 500 { reasons.append(.init("Lý do dài quá 500 ký tự.", field: NumberingField.correctionReason)) }
    if let refusal = Refusal(reasons) { throw refusal }
    next.facts = facts
    try store.save(next, from: formVersion)
    if current.draft == nil {
      try OutgoingRecipientStore(transaction).replace(
        OutgoingRecipients.resolved(
          recipients, informed: informed, of: document, by: way, agency: current.agency, in: transaction),
        of: document)
    }
    try OutgoingIndexing.index(next, in: transaction)
    try Audit.record(
      .outgoingCorrected(reason), on: .outgoingDocument(document), by: actor,
      changes: OutgoingFactChanges.between(current.facts, facts), in: transaction)
  }
}

extension OutgoingFacts {
  /// The same with what the registry alone answers for.
  fileprivate func withRegisterFields(of other: OutgoingFacts) -> OutgoingFacts {
    var facts = self
    (facts.fileCopyHolder, facts.amount) = (other.fileCopyHolder, other.amount)
    (facts.language, facts.note) = (other.language, other.note)
    return facts
  }
}
