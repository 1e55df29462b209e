import Access
import Database
import Kernel
import Notifications
import Work

/// What an issued document gives units of the agency: work to those that it is addressed to, due when it asks for an
/// answer; something to read to those that only get to know. Each sees it from now on, whatever becomes of the work.
struct GiveUnitWork {
  let document: OutgoingDocument

  func perform(to recipients: [OutgoingRecipient], by actor: Actor, in transaction: any Transaction) throws {
    let units = recipients.compactMap { place in place.unit.map { (place: place, unit: $0) } }
    guard !units.isEmpty else { return }
    let work = Work(on: .outgoingDocument(document.id), by: actor, in: transaction)
    try Access.grant(
      units.map {
        Grant(.unit($0.unit), reason: $0.place.isInformed ? .inform : .work, source: .outgoingRecipient($0.place.id))
      }, to: work.subject, in: transaction)
    for (isInformed, event) in [(true, NotificationEvent.workToRead), (false, .outgoingSent)] {
      let orders = units.filter { $0.place.isInformed == isInformed }.map { order($0.place, $0.unit) }
      if !orders.isEmpty { try work.give(orders, telling: event) }
    }
  }

  /// The day by which it is to be answered was named after the issue: what units hold is due then.
  func setDeadline(by actor: Actor, in transaction: any Transaction) throws {
    guard let due = document.facts.replyDueDate else { return }
    let work = Work(on: .outgoingDocument(document.id), by: actor, in: transaction)
    for item in try WorkStore(transaction).items(of: work.subject)
    where item.isOpen && item.kind == .handleOutgoing && item.dueAt == nil {
      try work.setDeadline(Instant(due + 1), of: item, reason: "")
    }
  }

  /// Each unit answers for its own part, so none leads the others.
  private func order(_ place: OutgoingRecipient, _ unit: UnitID) -> WorkOrder {
    let holder = WorkHolder(.unit(unit), name: place.name, unit: unit, agency: document.agency)
    if place.isInformed { return WorkOrder(to: holder, kind: .readOutgoing, role: .inform) }
    return WorkOrder(
      to: holder, kind: .handleOutgoing, role: .coordinate, dueAt: document.facts.replyDueDate.map { Instant($0 + 1) })
  }
}

/// Ends what units were given by a document that is taken back.
enum EndUnitWork {
  /// The document was recalled: open work stops, and whoever held it is told why; a unit that has finished is told too.
  static func recall(
    _ document: OutgoingDocument, _ recipients: [OutgoingRecipient], reason: String, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    let work = Work(on: .outgoingDocument(document.id), by: actor, in: transaction)
    let items = try WorkStore(transaction).items(of: work.subject)
    var told: Set<Principal> = []
    for item in items where item.parent == nil && item.isOpen {
      try work.recall(item, reason: reason)
      // Of what was given a moment ago and opened by nobody, nothing is said by that.
      if item.openedAt != nil || item.givenAt + Notifications.undoTime < transaction.now { told.insert(item.holder) }
    }
    let others = recipients.compactMap(\.unit).map(Principal.unit).filter { !told.contains($0) }
    try Notifications.tell(.workRecalled, others, on: work.subject, reason, by: actor, in: transaction)
  }

  /// Who has opened what the issue gave, or done anything with it; nil for nobody.
  static func obstacle(_ items: [WorkItem]) -> Refusal? {
    guard let touched = items.first(where: { $0.isOpen && ($0.openedAt != nil || $0.state != $0.role.firstState) })
    else { return nil }
    let when = touched.openedAt.map { " đã mở lúc \($0.text)" } ?? " đã xử lý"
    return Refusal(.conflict, "«\(touched.holderName)»\(when) nên không hoàn tác được. Cần thì thu hồi.")
  }

  /// The issue is undone: nothing was given.
  static func undo(
    _ document: OutgoingDocument, _ items: [WorkItem], issuedAt: Instant, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    let given = items.filter { $0.isOpen && $0.givenAt >= issuedAt }
    try Work(on: .outgoingDocument(document.id), by: actor, in: transaction).undo(
      given.map(TouchedWork.init(given:)), of: given, since: issuedAt,
      reason: "hoàn tác phát hành")
  }
}

extension WorkRole {
  /// Where what was given to a unit begins.
  fileprivate var firstState: WorkItem.State { self == .inform ? .waiting : .offered }
}
