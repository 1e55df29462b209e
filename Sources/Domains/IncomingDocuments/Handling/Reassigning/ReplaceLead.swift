import Audit
import Database
import Kernel
import Organization
import Work

/// Whoever gave the work names another who leads it, in one act (đổi chủ trì): the branch is taken back with the reason,
/// the new one gets the same words, deadline and duty to reply (DEN-11).
package struct ReplaceLead: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var successor: HolderChoice?
  package var reason: String

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, by successor: HolderChoice?, reason: String) {
    self.item = item
    self.document = document
    self.successor = successor
    self.reason = reason
  }

  /// Gives who leads now.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let given = try act.governed(item)
    guard given.role == .lead else { throw Self.notLead(given) }
    var reasons = Reasoned.reasons(reason, "đổi chủ trì")
    if successor == nil { reasons.append(.init("Hãy chọn nơi chủ trì mới.", field: HandlingField.places)) }
    if let refusal = Refusal(reasons) { throw refusal }
    guard let successor else { throw Refusal(.invalid, "Chưa chọn nơi chủ trì.") }
    let holder = try successor.holder(in: act.document.agency, transaction)
    try refuseTaken(holder, act, given)
    try act.work.recall(given, reason: "Đổi chủ trì: \(reason)")
    let parent = act.items.first { $0.id == given.parent }
    try act.work.give(
      [
        WorkOrder(
          to: holder, kind: given.kind, role: .lead, instruction: given.instruction, dueAt: given.dueAt,
          needsReply: given.needsReply)
      ], from: parent)
    try act.end(.incomingLeadReplaced(given.holderName, by: holder.name, reason: reason), sending: .replaceLead)
    return holder.name
  }

  private func refuseTaken(_ holder: WorkHolder, _ act: HandlingAct, _ given: WorkItem) throws {
    let siblings = act.items.filter { $0.parent == given.parent && $0.isOpen }
    if let taken = siblings.first(where: { $0.holder == holder.principal }) {
      throw Refusal(
        .invalid, "\(taken.holderName) đang \(taken.role.label) chính việc này. Hãy thu hồi phần đó trước.",
        field: HandlingField.places)
    }
    // What a unit gave stays in the unit.
    if let parent = act.items.first(where: { $0.id == given.parent }), parent.role != .decide,
      holder.unit != parent.unit
    {
      throw Refusal(.invalid, "Chỉ đổi sang người trong đơn vị.", field: HandlingField.places)
    }
  }

  static func notLead(_ item: WorkItem) -> Refusal {
    Refusal(.conflict, "\(item.holderName) không chủ trì (\(item.role.label)) nên không đổi chủ trì ở đây.")
  }
}
