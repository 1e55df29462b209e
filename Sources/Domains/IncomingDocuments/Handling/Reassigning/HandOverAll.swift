import Database
import Kernel
import Organization
import Work

/// Everything that a post holds goes to another (bàn giao toàn bộ), as a batch: each document by itself, what cannot go
/// stays, with its reason.
struct HandOverAll: Sendable {
  /// So much at once; more is handed over by pressing again.
  static let countMax = 1000

  /// Whose work it is.
  var predecessor: PostID
  var successor: PostID?
  var reason: String

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
    return try Self.held(by: predecessor, in: transaction)
  }

  /// Open work on documents. A draft goes by itself, on its own page.
  static func held(by post: PostID, in transaction: any Transaction) throws -> [WorkItem] {
    try WorkStore(transaction).open(heldBy: .post(post), limit: countMax)
      .filter { $0.subject.code == RecordReference.incomingDocumentCode }
  }

  /// Asks for it as a batch: in the background, with progress, whatever stops the server.
  func begin(by actor: Actor, in transaction: any Transaction) throws -> WorkBatch {
    let items = try items(by: actor, in: transaction)
    guard let successor, !items.isEmpty else { throw Refusal(.conflict, "Không có việc nào chưa xong để bàn giao.") }
    return try BeginWorkBatch(
      act: .handOver,
      targets: items.map { WorkBatchTarget(IncomingDocument.ID($0.subject.number), $0.id) },
      order: WorkBatch.Order(text: reason, places: [DirectedTo(.post(successor), .lead)])
    ).perform(by: actor, in: transaction)
  }
}
