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
  /// Flows above this module, whose work goes along.
  var others: [any HeldRowSource] = []

  /// What was begun, and what of other flows went or stayed.
  struct Outcome: Sendable {
    /// Documents, done as a batch; nil for none.
    var batch: WorkBatch?
    var othersDone = 0
    /// Why single pieces of other flows stayed, each once.
    var stayed: [String] = []

    /// Of other flows, for the answer; empty for nothing.
    var words: String {
      let done = othersDone > 0 ? ["Đã bàn giao \(othersDone) việc của dự thảo, văn bản đi."] : []
      return (done + stayed.map { "Còn lại: \($0)" }).joined(separator: " ")
    }
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
    return try Self.held(by: predecessor, others, in: transaction)
  }

  /// Open work on documents, and of the other flows.
  static func held(
    by post: PostID, _ others: [any HeldRowSource], in transaction: any Transaction
  ) throws -> [WorkItem] {
    let codes = Set(others.map(\.code) + [RecordReference.incomingDocumentCode])
    return try WorkStore(transaction).open(heldBy: .post(post), limit: countMax).filter {
      codes.contains($0.subject.code)
    }
  }

  /// Asks for it: documents as a batch, in the background, with progress, whatever stops the server; the few pieces of
  /// other flows at once.
  func begin(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    let items = try items(by: actor, in: transaction)
    guard let successor, !items.isEmpty else { throw Refusal(.conflict, "Không có việc nào chưa xong để bàn giao.") }
    var outcome = Outcome()
    for item in items {
      guard let flow = others.first(where: { $0.code == item.subject.code }) else { continue }
      do {
        try flow.handOver(item, to: successor, reason: reason, by: actor, in: transaction)
        outcome.othersDone += 1
      } catch let refusal as Refusal {
        if !outcome.stayed.contains(refusal.message) { outcome.stayed.append(refusal.message) }
      }
    }
    let documents = items.filter { $0.subject.code == RecordReference.incomingDocumentCode }
    guard !documents.isEmpty else { return outcome }
    outcome.batch = try BeginWorkBatch(
      act: .handOver,
      targets: documents.map { WorkBatchTarget(IncomingDocument.ID($0.subject.number), $0.id) },
      order: WorkBatch.Order(text: reason, places: [DirectedTo(.post(successor), .lead)])
    ).perform(by: actor, in: transaction)
    return outcome
  }
}
