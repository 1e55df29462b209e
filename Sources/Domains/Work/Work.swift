import Access
import Database
import Kernel

/// Gives work and moves it. Flows own every act that moves state and call this in their transaction, with the subject
/// locked, in one call per act: access to the record and its index row are rewritten once.
package struct Work {
  package let subject: RecordReference
  private let actor: Actor
  private let transaction: any Transaction

  package init(on subject: RecordReference, by actor: Actor, in transaction: any Transaction) {
    self.subject = subject
    self.actor = actor
    self.transaction = transaction
  }

  /// Gives every order, and shows the record to those who got one.
  @discardableResult
  package func give(_ orders: [WorkOrder], from parent: WorkItem? = nil) throws -> [WorkItem] {
    let store = WorkStore(transaction)
    let items = try orders.map { order -> WorkItem in
      let item = WorkItem(
        id: try transaction.nextID(of: "work_items"), subject: subject, kind: order.kind, agency: order.holder.agency,
        holder: order.holder.principal, holderName: order.holder.name, unit: order.holder.unit, role: order.role,
        parent: parent?.id, givenBy: actor.post, giverName: actor.personName, givenAt: transaction.now,
        instruction: order.instruction, dueAt: order.dueAt, state: order.firstState, openedAt: nil, openedBy: nil,
        acceptedAt: nil, endedAt: nil, outcome: "", needsReply: order.needsReply, version: 1)
      try store.add(item)
      return item
    }
    try Access.grant(
      zip(orders, items).map { order, item in
        Grant(order.holder.principal, reason: order.role == .inform ? .inform : .work, source: .workItem(item.id))
      }, to: subject, in: transaction)
    return items
  }

  /// Moves one item a step on.
  @discardableResult
  package func take(_ step: WorkItem.Step, _ item: WorkItem, outcome: String = "") throws -> WorkItem {
    let next = try item.taking(step, at: transaction.now, outcome: outcome)
    try WorkStore(transaction).save(next)
    return next
  }

  /// Ends an item with what it came to.
  @discardableResult
  package func finish(
    _ item: WorkItem, _ result: WorkItem.Result, outcome: String, replyCode: String = ""
  ) throws -> WorkItem {
    var item = item
    item.result = result
    item.replyCode = replyCode
    return try take(.finish, item, outcome: outcome)
  }

  /// Names the reply of work that is done already.
  package func link(_ replyCode: String, to item: WorkItem) throws {
    var item = item
    item.replyCode = replyCode
    item.result = .reply
    try WorkStore(transaction).save(item)
  }

  /// Sets another deadline; the old one is kept.
  @discardableResult
  package func setDeadline(_ due: Instant?, of item: WorkItem, reason: String) throws -> WorkItem {
    var next = item
    next.dueAt = due
    try WorkStore(transaction).save(next)
    try DeadlineStore(transaction).add(
      DeadlineChange(
        item: item.id, from: item.dueAt, to: due, reason: reason, changedBy: actor.personName,
        changedAt: transaction.now), of: subject)
    return next
  }

  /// Another holder takes an item over as it was given, not opened and not accepted yet; whoever held it sees the
  /// record no longer by it.
  @discardableResult
  package func handOver(_ item: WorkItem, to holder: WorkHolder) throws -> WorkItem {
    let step: WorkItem.Step =
      switch item.state {
      case .passedOn: .handOverPassed
      case .waiting: .handOverWaiting
      default: .handOver
      }
    var next = item
    (next.holder, next.holderName, next.unit) = (holder.principal, holder.name, holder.unit)
    (next.openedAt, next.openedBy, next.acceptedAt) = (nil, nil, nil)
    let moved = try take(step, next)
    try Access.revoke(sources: [.workItem(item.id)], of: subject, in: transaction)
    try Access.grant(
      [Grant(holder.principal, reason: item.role == .inform ? .inform : .work, source: .workItem(item.id))],
      to: subject, in: transaction)
    return moved
  }

  /// Notes that the actor has opened the record, for whoever gave them work on it.
  package func markOpened() throws { try WorkStore(transaction).markOpened(subject, by: actor) }

  /// Takes an item back with everything that was passed on from it, whoever holds it now; they see the record no
  /// longer. Gives what was taken back, the item itself first.
  @discardableResult
  package func recall(_ item: WorkItem, reason: String) throws -> [WorkItem] {
    let all = try WorkStore(transaction).items(of: subject)
    let branch = Self.branch(of: item, in: all).filter(\.isOpen)
    let taken = try branch.map { try take(.recall, $0, outcome: reason) }
    try Access.revoke(sources: taken.map { .workItem($0.id) }, of: subject, in: transaction)
    return taken
  }

  /// Ends all work on a record that is destroyed, and forgets every word said of it.
  package func endAll(reason: String) throws {
    let items = try WorkStore(transaction).items(of: subject)
    for item in items where item.isOpen { try take(.recall, item, outcome: reason) }
    try WorkStore(transaction).forgetWords(of: subject)
    try Access.revoke(sources: items.map { .workItem($0.id) }, of: subject, in: transaction)
  }

  /// An item and everything below it, parents before children.
  package static func branch(of item: WorkItem, in all: [WorkItem]) -> [WorkItem] {
    var (branch, known): ([WorkItem], Set<WorkItem.ID>) = ([], [item.id])
    for other in all where other.id == item.id || other.parent.map(known.contains) == true {
      branch.append(other)
      known.insert(other.id)
    }
    return branch
  }
}

extension WorkItem {
  /// Whether one of the actor's posts or desks holds it.
  package func isHeld(by actor: Actor) -> Bool { actor.principals.contains(holder) }
}
