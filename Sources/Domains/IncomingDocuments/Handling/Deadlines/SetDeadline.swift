import Audit
import Database
import Kernel
import Work

/// Whoever gave the work sets another deadline; the old one is kept with the reason (đổi hạn) (DEN-11).
package struct SetDeadline: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  /// The new last day; nil takes the deadline away.
  package var due: Day?
  package var reason: String

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, due: Day?, reason: String) {
    self.item = item
    self.document = document
    self.due = due
    self.reason = reason
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let given = try act.governed(item)
    if let refusal = Self.obstacle(given) { throw refusal }
    var reasons = Reasoned.reasons(reason, "đổi hạn")
    if let due { reasons += Self.obstacles(due, of: given, act.items, today: transaction.now.day) }
    if due.map({ Instant($0 + 1) }) == given.dueAt {
      reasons.append(.init("Hạn này đang là hạn của việc.", field: HandlingField.due))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    try act.work.setDeadline(due.map { Instant($0 + 1) }, of: given, reason: reason)
    try act.dropExtensions(of: given, reason: "Người giao đã đổi hạn")
    try act.end(.incomingDeadlineSet(due, from: given.dueAt?.lastDay, for: given.holderName, reason: reason))
  }

  /// Why this work has no deadline to be set by whoever gave it: what is read has none, nor has a leader's decision.
  static func obstacle(_ given: WorkItem) -> Refusal? {
    given.kind == .handleIncoming || given.kind == .opinionIncoming
      ? nil : Refusal(.conflict, "Việc «\(given.kind.asked)» không đặt hạn; chỉ đặt cho việc giải quyết và xin ý kiến.")
  }

  /// Not behind today, not after the deadline of what it was passed on from.
  static func obstacles(_ due: Day, of item: WorkItem, _ items: [WorkItem], today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if due < today { reasons.append(.init("Hạn không được trước hôm nay.", field: HandlingField.due)) }
    if let above = items.first(where: { $0.id == item.parent })?.dueAt, Instant(due + 1) > above {
      reasons.append(
        .init(
          "Hạn không được muộn hơn hạn của đơn vị (\(above.lastDay.text)); hãy xin lãnh đạo gia hạn trước.",
          field: HandlingField.due))
    }
    return reasons
  }
}
