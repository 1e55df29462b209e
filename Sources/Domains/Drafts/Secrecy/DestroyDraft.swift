import Audit
import Database
import FileVault
import Jobs
import Kernel
import Work

/// Destroys everything that a draft says, because the document that it became bears a secrecy mark (MAT-05). That there
/// was a draft, who wrote and checked it and when stays.
package struct DestroyDraft: Sendable {
  package var draft: Draft.ID
  package var reason: String
  /// What stands in place of its subject.
  package var subject: String

  package init(_ draft: Draft.ID, reason: String, subject: String = "(đã xóa vì có dấu chỉ độ mật)") {
    self.draft = draft
    self.reason = reason
    self.subject = subject
  }

  /// Whoever calls has looked at the actor's right to destroy. Gives the hashes of files that nothing names any more.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let record = RecordReference.draft(draft)
    return try forgetting(in: transaction) {
      try Work(on: record, by: actor, in: transaction).endAll(reason: reason)
      try Audit.eraseValues(of: record, reason: reason, by: actor, in: transaction)
    }
  }

  /// The same by a job, at the end of its retention (LT-03): no work is open any more.
  package func performForJob(agency: AgencyID, in transaction: any Transaction) throws -> [FileHash] {
    let record = RecordReference.draft(draft)
    return try forgetting(in: transaction) {
      try Work.forget(record, in: transaction)
      try JobStore(transaction).removeEnded(of: record)
      try Audit.eraseValuesForJob(of: record, reason: reason, agency: agency, in: transaction)
    }
  }

  private func forgetting(in transaction: any Transaction, _ endWork: () throws -> Void) throws -> [FileHash] {
    let store = DraftStore(transaction)
    guard var remains = try store.findForJob(draft, locked: true) else { return [] }
    remains.facts = DraftFacts(typeKey: remains.facts.typeKey, subject: subject)
    (remains.latestVersion, remains.cancelReason) = (0, reason)
    try store.save(remains, from: remains.version)
    try store.put([], of: draft)
    let freed = try DestroyedDraftStore(transaction).forget(draft)
    try endWork()
    try store.fold(draft)
    if let remains = try store.findForJob(draft) { try DraftIndexing.index(remains, in: transaction) }
    return freed
  }
}
