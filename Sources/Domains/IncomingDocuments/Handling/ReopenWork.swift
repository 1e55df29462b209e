import Audit
import Database
import Kernel
import Notifications
import Work

/// Opens finished work again, with a reason, by whoever gave it (mở lại). What stands above waits for it once more.
package struct ReopenWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var reason: String

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, reason: String) {
    self.item = item
    self.document = document
    self.reason = reason
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let given = try act.items.find(item)
    if let refusal = Self.obstacle(given, act.items, for: actor) { throw refusal }
    if let refusal = Refusal(Reasoned.reasons(reason, "mở lại")) { throw refusal }
    try act.work.take(.reopen, given)
    var below = given
    while let parent = act.items.first(where: { $0.id == below.parent }), parent.state == .done {
      try act.work.take(.passOn, act.work.take(.reopen, parent))
      below = parent
    }
    try Notifications.tell(
      .workReopened, [given.holder], on: act.work.subject, reason, by: actor, source: given.id.number, in: transaction)
    try act.end(.incomingReopened(given.holderName, reason: reason))
  }

  /// Why this person cannot open it again; nil when they can.
  static func obstacle(_ given: WorkItem, _ items: [WorkItem], for actor: Actor) -> Refusal? {
    guard items.governs(actor, given) else {
      return Refusal(.forbidden, "Chỉ người đã giao (\(given.giverName)) mở lại được việc này.")
    }
    guard given.state == .done, given.kind == .handleIncoming else {
      return Refusal(.conflict, "Việc của \(given.holderName) «\(given.state.label)» nên không mở lại được.")
    }
    return nil
  }
}
