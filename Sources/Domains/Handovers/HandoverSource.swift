import Access
import Database
import Kernel
import Organization
import Work

/// Tells notifications about handovers.
package struct HandoverSource: RecordSource {
  package let code = RecordReference.handoverCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try HandoverStore(transaction).list(numbers).compactMap { handover in
      guard try SeenHandover.read(handover, by: actor, in: transaction) != nil else { return nil }
      return RecordSummary(
        reference: .handover(handover.id), kindLabel: "Bàn giao", date: handover.askedAt.day,
        issuer: handover.personName, subject: "Bàn giao công việc, hồ sơ, tài liệu của \(handover.personName)",
        stateLabel: handover.finishedAt == nil ? "Đang bàn giao" : "Đã bàn giao", path: HandoverPaths.show(handover.id))
    }
  }
}

/// A handover with what it is to whoever looks at it.
struct SeenHandover {
  var handover: Handover
  /// What each post got, by kind.
  var received: [(to: PostID, toName: String, kindTitle: String, count: Int)]

  /// Nil for whom it does not concern.
  static func read(
    _ handover: Handover, by actor: Actor, in transaction: any Transaction
  ) throws -> SeenHandover? {
    let (store, organization) = (HandoverStore(transaction), OrganizationStore(transaction))
    let received = try store.received(of: handover.id)
    let givers = try store.givers(of: handover.id).map { id in
      let post = try organization.post(id)
      return (post: post, path: try organization.path(of: post.agency))
    }
    let receivers = Set(received.map(\.to))
    guard HandoverAccess.maySee(handover, givers: givers, receivers: receivers, actor) else { return nil }
    return SeenHandover(handover: handover, received: received)
  }
}
