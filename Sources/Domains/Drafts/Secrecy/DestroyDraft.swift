import Audit
import Database
import FileVault
import Kernel
import Work

/// Destroys everything that a draft says, because the document that it became bears a secrecy mark (MAT-05). That there
/// was a draft, who wrote and checked it and when stays.
package struct DestroyDraft: Sendable {
  package var draft: Draft.ID
  package var reason: String

  package init(_ draft: Draft.ID, reason: String) {
    self.draft = draft
    self.reason = reason
  }

  /// Whoever calls has looked at the actor's right to destroy. Gives the hashes of files that nothing names any more.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let store = DraftStore(transaction)
    guard var remains = try store.findForJob(draft, locked: true) else { return [] }
    remains.facts = DraftFacts(typeKey: remains.facts.typeKey, subject: "(đã xóa vì có dấu chỉ độ mật)")
    (remains.latestVersion, remains.cancelReason) = (0, reason)
    try store.save(remains, from: remains.version)
    try store.put([], of: draft)
    let freed = try DestroyedDraftStore(transaction).forget(draft)
    let record = RecordReference.draft(draft)
    try Work(on: record, by: actor, in: transaction).endAll(reason: reason)
    try store.fold(draft)
    if let remains = try store.findForJob(draft) { try DraftIndexing.index(remains, in: transaction) }
    try Audit.eraseValues(of: record, reason: reason, by: actor, in: transaction)
    return freed
  }
}
