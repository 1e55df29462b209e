import Audit
import Database
import Kernel

/// Corrects a post's title or order. Who it belongs to and where it is never change: end it and open another.
package struct ChangePost: Sendable {
  package var post: PostID
  package var details: PostDetails
  package var formVersion: Int

  package init(post: PostID, details: PostDetails, formVersion: Int) {
    self.post = post
    self.details = details
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let before = try store.lock(post, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .post(post), in: transaction)
    if let refusal = Refusal(details.reasons) { throw refusal }
    try store.save(details, of: post)
    let changes = [
      AuditChange.between("Chức danh", before.title, details.title),
      AuditChange.between("Thứ tự", "\(before.sortOrder)", "\(details.sortOrder)"),
    ].compactMap { $0 }
    try Audit.record(
      .postChanged(before.label, person: before.personName), on: .post(post), by: actor, changes: changes,
      in: transaction)
  }
}
