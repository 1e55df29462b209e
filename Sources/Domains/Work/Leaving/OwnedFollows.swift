import Access
import Audit
import Database
import Kernel
import Organization

/// Records that a post follows without having work on them (theo dõi): whoever takes over follows them on. Following is
/// a habit, not a duty: it closes nobody's way out.
package struct OwnedFollows: OwnedThings {
  private let kind: String
  private let directory: RecordDirectory

  /// - Parameter kind: code of the records that are followed.
  package init(_ kind: String, directory: RecordDirectory) {
    self.kind = kind
    self.directory = directory
  }

  package var code: String { "follow.\(kind)" }
  package let title = "Văn bản đang theo dõi"
  package let isDuty = false

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try FollowStore(transaction).count(of: post, kind, limit: OwnedByPosts.countMax + 1)
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    let followed = try FollowStore(transaction).followed(by: owner.post, kind, after: key, limit: limit)
    let known = try directory.summaries(of: followed, visibleTo: owner, in: transaction)
    return followed.map { subject in
      let record = known[subject]
      let code = [record?.number, record?.notation].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
      return OwnedThing(
        key: subject.number, record: subject, code: code, subject: record?.subject ?? "(không còn xem được)",
        state: record?.stateLabel ?? "", path: record?.path ?? "")
    }
  }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    let store = FollowStore(transaction)
    let subject = RecordReference(code: kind, number: key)
    guard try store.isFollowing(subject, owner) else {
      throw Refusal(.conflict, "Văn bản này không còn được theo dõi.")
    }
    let heir = Actor.inPlace(ofHolderOf: receiver, owner)
    guard try Access.maySee(subject, actor: heir, in: transaction) else {
      throw Refusal(.conflict, "\(receiver.personName) không xem được văn bản này nên không theo dõi tiếp được.")
    }
    try store.unfollow(subject, by: owner)
    try store.follow(subject, by: heir)
    try Audit.record(
      .followHandedOver(to: "\(receiver.personName), \(receiver.title)"), on: subject, by: owner, in: transaction)
  }
}

extension AuditEvent {
  fileprivate static func followHandedOver(to name: String) -> AuditEvent {
    AuditEvent(code: "follow.handedOver", sentence: "bàn giao việc theo dõi cho \(name)")
  }
}
