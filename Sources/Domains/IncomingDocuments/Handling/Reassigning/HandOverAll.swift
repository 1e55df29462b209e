import Database
import Kernel
import Organization
import Work

/// Everything that a post holds goes to another (bàn giao toàn bộ), each document by itself: what cannot go stays, with
/// its reason.
struct HandOverAll: Sendable {
  /// So much at once; more is handed over by pressing again.
  static let countMax = 1000

  /// Whose work it is.
  var predecessor: PostID
  var successor: PostID?
  var reason: String

  struct Outcome: Sendable {
    var count = 0
    /// Names of documents with why they stayed.
    var refused: [String] = []
  }

  /// What would go, by document. Refuses who may not, and what was not filled in.
  func items(by actor: Actor, in transaction: any Transaction) throws -> [WorkItem] {
    let post = try OrganizationStore(transaction).post(predecessor)
    guard predecessor == actor.post || (actor.roles.contains(.unitHead) && post.unit == actor.unit) else {
      throw Refusal(.forbidden, "Chỉ bàn giao toàn bộ việc của mình, hoặc của người trong đơn vị mình đứng đầu.")
    }
    var reasons = Reasoned.reasons(reason, "bàn giao")
    if successor == nil || successor == predecessor {
      reasons.append(.init("Hãy chọn người nhận bàn giao.", field: HandlingField.places))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    return try WorkStore(transaction).open(heldBy: .post(predecessor), limit: Self.countMax)
  }

  /// One document's part, in a transaction of its own. Work on what this person may not see stays.
  func handOver(_ item: WorkItem, by actor: Actor, in transaction: any Transaction) throws {
    guard item.subject.code == RecordReference.incomingDocumentCode else {
      throw Refusal(.conflict, "Dự thảo đổi người soạn thảo hoặc trả lại trên trang của dự thảo.")
    }
    try HandOverWork(item.id, on: .init(item.subject.number), to: successor, reason: reason)
      .perform(by: actor, in: transaction)
  }
}
