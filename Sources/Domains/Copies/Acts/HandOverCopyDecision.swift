import Access
import Audit
import Database
import Kernel
import Organization
import Work

/// Another decides whether a document is copied (bàn giao), when somebody leaves: whoever may decide on copies by the table
/// of signing powers (COPY-04). Who decides signs, in their own name.
package struct HandOverCopyDecision: Sendable {
  package var copy: DocumentCopy.ID
  package var item: WorkItem.ID
  package var successor: PostID
  package var reason: String

  package init(_ copy: DocumentCopy.ID, _ item: WorkItem.ID, to successor: PostID, reason: String) {
    self.copy = copy
    self.item = item
    self.successor = successor
    self.reason = reason
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DocumentCopy {
    let store = DocumentCopyStore(transaction)
    let current = try store.lock(copy, visibleTo: actor)
    let record = RecordReference.documentCopy(copy)
    let held = try WorkStore(transaction).items(of: record).first { $0.id == item && $0.kind == .decideCopy }
    guard let held, held.isOpen, current.state == .asked else {
      throw Refusal(.conflict, "Bản sao không còn chờ quyết định nên không bàn giao.")
    }
    guard current.terms.decider == actor.post, held.holder == .post(actor.post) else {
      throw Refusal(.forbidden, "Bản sao này do \(current.deciderName) quyết định.")
    }
    let post = try OrganizationStore(transaction).post(successor)
    guard successor != actor.post, let signer = try CopySigners(of: current.agency, in: transaction).find(successor)
    else {
      throw Refusal(
        .conflict,
        "\(post.personName), \(post.title) không có thẩm quyền ký bản sao; chọn người khác, hoặc thêm vào «Thẩm quyền ký»."
      )
    }
    var next = current
    (next.terms.decider, next.deciderName) = (successor, signer.name)
    try store.handOver(next, from: current.version)
    next.version += 1
    let holder = try HolderChoice.post(successor).holder(in: current.agency, transaction)
    try Work(on: record, by: actor, in: transaction).handOver(held, to: holder)
    // Whoever decides sees what is to be copied; whoever decides no longer, by something else or not at all.
    let source = current.terms.source.record
    try Access.revoke([.post(actor.post)], of: source, source: record, in: transaction)
    try Access.grant([.post(successor)], to: source, reason: .work, source: record, in: transaction)
    try Audit.record(
      .copyHandedOver(from: current.deciderName, to: signer.name, reason: reason), on: record, by: actor,
      in: transaction)
    return next
  }
}
