import Audit
import Database
import Kernel

/// Records that a person holds a post no longer from a day on. On that day its rights are gone. Refused while the post
/// still owns something (HS-11).
package struct ClosePost: Sendable {
  package var post: PostID
  package var endedOn: Day
  package var formVersion: Int
  /// What posts may own, of every domain.
  package var owned: OwnedByPosts

  package init(post: PostID, endedOn: Day, formVersion: Int, owned: OwnedByPosts) {
    self.post = post
    self.endedOn = endedOn
    self.formVersion = formVersion
    self.owned = owned
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let before = try store.lock(post, toAdministerBy: actor)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .post(post), in: transaction)
    if endedOn < before.startedOn {
      throw Refusal(.invalid, "Ngày thôi giữ phải từ ngày nhận \(before.startedOn.text) trở đi.", field: "thoi-tu-ngay")
    }
    try store.refuseLosingLastAdministrator(before)
    if let refusal = Refusal(try owned.obstacles(of: [before], in: transaction), kind: .conflict) { throw refusal }
    try store.close(post, on: endedOn)
    try Audit.record(
      .postClosed(before.label, person: before.personName, on: endedOn), on: .post(post), by: actor, in: transaction)
  }
}
