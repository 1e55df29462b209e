import Audit
import Database
import Kernel
import Organization
import Work

/// A piece of work goes to another post as it was given (bàn giao): when somebody leaves, moves or is overloaded. By who
/// holds it, or by the head of their unit; within the unit, and a leader's decision to another leader.
package struct HandOverWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var successor: PostID?
  package var reason: String

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, to successor: PostID?, reason: String) {
    self.item = item
    self.document = document
    self.successor = successor
    self.reason = reason
  }

  /// Gives who holds it now.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.items.find(item)
    if let refusal = Self.obstacle(held, for: actor) { throw refusal }
    guard held.isOpen else { throw held.ended }
    var reasons = Reasoned.reasons(reason, "bàn giao")
    if successor == nil { reasons.append(.init("Hãy chọn người nhận bàn giao.", field: HandlingField.places)) }
    if let refusal = Refusal(reasons) { throw refusal }
    guard let successor else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    let holder = try HolderChoice.post(successor).holder(in: act.document.agency, transaction)
    let post = try OrganizationStore(transaction).post(successor)
    guard holder.principal != held.holder, Self.suits(post, held) else {
      throw Refusal(
        .invalid,
        held.role == .decide
          ? "Việc của lãnh đạo chỉ bàn giao cho lãnh đạo hoặc chánh văn phòng khác."
          : "Chỉ bàn giao cho người khác trong cùng đơn vị. Không đúng thẩm quyền thì trả lại người giao.",
        field: HandlingField.places)
    }
    if held.isAskedDirective,
      act.items.contains(where: { $0.isAskedDirective && $0.holder == holder.principal })
    {
      throw Refusal(.conflict, "\(holder.name) đang được trình chính văn bản này.")
    }
    try act.work.handOver(held, to: holder)
    try act.end(.incomingHandedOver(from: held.holderName, to: holder.name, reason: reason), sending: .handOver)
    return holder.name
  }

  /// To whom this kind of work may go.
  static func suits(_ post: Post, _ held: WorkItem) -> Bool {
    held.role == .decide && held.kind != .extendIncoming
      ? !post.roles.isDisjoint(with: [.leader, .headOfOffice])
      : held.unit == nil || post.unit == held.unit
  }

  /// Why this person cannot hand it over; nil when they can.
  static func obstacle(_ held: WorkItem, for actor: Actor) -> Refusal? {
    guard held.holder.isPost else {
      return Refusal(
        .conflict, "Việc của \(held.holderName) là việc của đơn vị: phân công hoặc trả lại, không bàn giao.")
    }
    let isHead = actor.roles.contains(.unitHead) && held.unit == actor.unit
    guard held.holder == .post(actor.post) || isHead else {
      return Refusal(.forbidden, "Chỉ \(held.holderName) hoặc lãnh đạo đơn vị bàn giao được việc này.")
    }
    return nil
  }
}
