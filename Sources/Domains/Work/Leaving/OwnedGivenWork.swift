import Access
import Audit
import Database
import Kernel
import Organization

/// Work that a post gave to others and that is not done yet: results, returned work and questions come back to whoever
/// takes it over. What hangs below a piece that the post holds itself goes along with that piece.
package struct OwnedGivenWork: OwnedThings {
  private let directory: RecordDirectory

  package init(directory: RecordDirectory) { self.directory = directory }

  package let code = "work.given"
  package let title = "Việc đã giao người khác, chưa xong"

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try WorkStore(transaction).countGiven(by: post, limit: OwnedByPosts.countMax + 1)
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    let items = try WorkStore(transaction).given(by: owner.post, after: key, limit: limit)
    let known = try directory.summaries(of: Array(Set(items.map(\.subject))), visibleTo: owner, in: transaction)
    return items.map { item in
      let record = known[item.subject]
      let code = [record?.number, record?.notation].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
      return OwnedThing(
        key: item.id.number, record: item.subject, code: code, subject: record?.subject ?? "(không còn xem được)",
        dueAt: item.dueAt, state: "\(item.holderName) \(item.role.label), \(item.state.label.lowercased())",
        path: record?.path ?? "")
    }
  }

  package func receivers(of owner: Actor, among posts: [Post]) -> [Post] {
    let lead: Set<Role> = [.leader, .headOfOffice]
    guard owner.roles.isDisjoint(with: lead) else { return posts.filter { !$0.roles.isDisjoint(with: lead) } }
    return posts.filter { $0.unit == owner.unit }
  }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    let store = WorkStore(transaction)
    guard let item = try store.items([WorkItem.ID(key)]).first, item.holder != .post(receiver.id) else {
      throw Refusal(.conflict, "Việc này do chính \(receiver.personName) thực hiện, nên người khác phải nhận.")
    }
    guard receiver.agency == owner.agency, try store.passGiven([item.id], from: owner.post, to: receiver.id) == 1
    else { throw Refusal(.conflict, "Việc này đã kết thúc, hoặc không còn do người bàn giao theo dõi.") }
    try Access.grant(
      [Grant(.post(receiver.id), reason: .work, source: .workItem(item.id))], to: item.subject, in: transaction)
    try Audit.record(
      .givenWorkHandedOver(
        item.holderName, from: item.giverName, to: "\(receiver.personName), \(receiver.title)", reason: reason),
      on: item.subject, by: owner, in: transaction)
  }
}

extension AuditEvent {
  fileprivate static func givenWorkHandedOver(
    _ holder: String, from old: String, to new: String, reason: String
  ) -> AuditEvent {
    AuditEvent(
      code: "work.givenHandedOver",
      sentence: "bàn giao việc theo dõi kết quả của \(holder) từ \(old) sang \(new), lý do: \(reason)")
  }
}
