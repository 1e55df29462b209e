import Audit
import Database
import Kernel

/// Changes what a post is trusted with. It counts from the person's next request on.
package struct ChangePostRoles: Sendable {
  package var post: PostID
  package var roles: Set<Role>
  package var formVersion: Int

  package init(post: PostID, roles: Set<Role>, formVersion: Int) {
    self.post = post
    self.roles = roles
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let before = try store.lock(post, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .post(post), in: transaction)
    if let refusal = Refusal(PostRoles.reasons(roles)) { throw refusal }
    if !roles.contains(.administrator) { try store.refuseLosingLastAdministrator(before) }
    try store.save(roles, of: post)
    try Audit.record(
      .postRolesChanged(before.label, person: before.personName), on: .post(post), by: actor,
      changes: [AuditChange(label: "Quyền", before: PostRoles.text(before.roles), after: PostRoles.text(roles))],
      in: transaction)
  }
}

extension OrganizationStore {
  /// A body without any administrator at its top could change nothing any more.
  func refuseLosingLastAdministrator(_ post: Post) throws {
    guard post.roles.contains(.administrator), try topAgencies().contains(post.agency) else { return }
    let others = try posts(of: post.agency, with: .administrator).filter { $0.id != post.id }
    if others.isEmpty {
      throw Refusal(
        .conflict,
        "Đây là chức danh quản trị cuối cùng của cơ quan cao nhất. Hãy giao quyền quản trị cho người khác trước.")
    }
  }
}
