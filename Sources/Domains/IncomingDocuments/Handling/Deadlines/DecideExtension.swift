import Audit
import Database
import Kernel
import Notifications
import Work

/// Grants or refuses more time: only by whoever set the deadline (`calendar.md` §5).
package struct DecideExtension: Sendable {
  package var document: IncomingDocument.ID
  /// The asking, as the decider holds it.
  package var request: WorkItem.ID
  /// The last day granted; nil refuses.
  package var due: Day?
  package var reason: String

  package init(_ request: WorkItem.ID, on document: IncomingDocument.ID, due: Day?, reason: String) {
    self.request = request
    self.document = document
    self.due = due
    self.reason = reason
  }

  /// Gives what was decided, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(request)
    guard held.kind == .extendIncoming, let work = act.items.first(where: { $0.id == held.parent }) else {
      throw Refusal(.conflict, "Việc này không phải xin gia hạn: \(held.kind.asked).")
    }
    guard work.isOpen else { throw work.ended }
    var reasons: [Refusal.Reason] = []
    if due == nil { reasons += Reasoned.reasons(reason, "không gia hạn") }
    if let due {
      reasons += SetDeadline.obstacles(due, of: work, act.items, today: transaction.now.day)
      if reason.count > HandlingAccess.reasonLengthMax {
        reasons.append(.init("Lý do dài quá \(HandlingAccess.reasonLengthMax) ký tự.", field: HandlingField.reason))
      }
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let granted = due.map { Instant($0 + 1) }
    let said = due.map { "Gia hạn đến \($0.text)" } ?? "Không gia hạn"
    let words = [said, reason].filter { !$0.isEmpty }.joined(separator: ": ")
    if let granted {
      try act.work.setDeadline(granted, of: work, reason: words, telling: .extensionGranted)
    } else {
      try Notifications.tell(
        .extensionRefused, [work.holder], on: act.work.subject, words, by: actor, source: work.id.number,
        in: transaction)
    }
    try DeadlineStore(transaction).answer(request, grants: granted)
    try act.work.take(.finish, held, outcome: words)
    try act.end(.incomingExtensionDecided(words, for: work.holderName))
    return "\(said), việc của \(work.holderName)."
  }
}
