import Audit
import Database
import Kernel
import Notifications
import Work
import WorkCalendar

/// Whoever does the work asks whoever set its deadline for more time (xin gia hạn).
package struct AskExtension: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  /// The last day asked for.
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
    let held = try act.held(item)
    if let refusal = Refusal(Self.obstacles(held), kind: .conflict) { throw refusal }
    var reasons = Reasoned.reasons(reason, "xin gia hạn")
    if let due, let now = held.dueAt {
      if Instant(due + 1) <= now {
        reasons.append(.init("Hạn xin phải sau hạn đang có (\(now.lastDay.text)).", field: HandlingField.due))
      }
      if due < transaction.now.day { reasons.append(.init("Hạn không được trước hôm nay.", field: HandlingField.due)) }
    } else if due == nil {
      reasons.append(.init("Hãy ghi hạn xin gia hạn đến.", field: HandlingField.due))
    }
    guard let due, reasons.isEmpty else { throw Refusal(reasons) ?? Refusal(.invalid, "Hạn chưa rõ.") }
    let request = try act.work.give(
      [
        WorkOrder(
          to: try act.giver(of: held), kind: .extendIncoming, role: .decide,
          instruction: "Xin gia hạn đến \(due.text): \(reason)")
      ], from: held, telling: .extensionAsked)[0]
    try DeadlineStore(transaction).ask(request, for: held, until: Instant(due + 1))
    try act.end(.incomingExtensionAsked(until: due, reason: reason))
  }

  /// Why no extension can be asked for.
  static func obstacles(_ held: WorkItem) -> [Refusal.Reason] {
    if held.kind != .handleIncoming { return [.init("Chỉ việc giải quyết văn bản mới xin gia hạn.")] }
    return held.dueAt == nil ? [.init("Việc này không có hạn nên không cần gia hạn.")] : []
  }
}

extension Instant {
  /// The day whose end this moment is.
  var lastDay: Day { Deadline(due: self).lastDay }
}
