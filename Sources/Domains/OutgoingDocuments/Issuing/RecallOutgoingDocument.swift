import Audit
import Database
import Drafts
import Exchange
import IncomingDocuments
import Kernel

/// Recalls an issued document (thu hồi) (DI-10): ours is frozen, files and fields, and says why; every trace of it stays
/// (PL6-81, PL6-83). Work of units of the agency stops, and they are told; places outside are asked by the registry, and their giving back is
/// recorded on their line.
package struct RecallOutgoingDocument: Sendable {
  package var document: OutgoingDocument.ID
  package var reason: String
  package var formVersion: Int

  package init(_ document: OutgoingDocument.ID, reason: String, formVersion: Int) {
    self.document = document
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingDocument {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.recall, current, actor) else { throw OutgoingDocumentAccess.notRecaller }
    var recalled = try current.taking(.recall)
    if reason.isEmpty { throw Refusal(.invalid, "Thu hồi cần ghi lý do.", field: SendingField.reason) }
    if reason.count > 500 { throw Refusal(.invalid, "Lý do dài quá 500 ký tự.", field: SendingField.reason) }
    recalled.endReason = reason
    try store.save(recalled, from: formVersion)
    if let draft = current.draft { try DraftStore(transaction).setOutgoing(.recalled, of: draft) }
    let reference = RecordReference.outgoingDocument(document)
    let recipients = try OutgoingRecipientStore(transaction).list(of: document)
    try EndUnitWork.recall(current, recipients, reason: reason, by: actor, in: transaction)
    try ReplyRequestStore(transaction).withdraw(document.number)
    try DocumentRelationStore(transaction).setForce(of: document.number, since: nil)
    try CancelRecalled(reference, reason: reason).perform(by: actor, in: transaction)
    try OutgoingIndexing.index(recalled, in: transaction)
    try Audit.record(.outgoingRecalled(reason), on: reference, by: actor, in: transaction)
    return recalled
  }
}
