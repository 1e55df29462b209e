import Access
import Database
import Kernel
import Notifications
import WorkCalendar

/// Gives work and moves it. Flows own every act that moves state and call this in their transaction, with the subject
/// locked, in one call per act: access to the record and its index row are rewritten once.
package struct Work {
  package let subject: RecordReference
  private let actor: Actor
  private let giver: WorkGiver
  private let transaction: any Transaction

  /// - Parameter giver: in whose name work is given, when the actor only keys it in; nil for the actor's own.
  package init(
    on subject: RecordReference, by actor: Actor, inNameOf giver: WorkGiver? = nil, in transaction: any Transaction
  ) {
    self.subject = subject
    self.actor = actor
    self.giver = giver ?? WorkGiver(actor.post, name: actor.nameOnRecord)
    self.transaction = transaction
  }

  /// Gives every order, shows the record to those who got one and tells them.
  ///
  /// - Parameter event: as what they are told; nil by their role.
  @discardableResult
  package func give(
    _ orders: [WorkOrder], from parent: WorkItem? = nil, telling event: NotificationEvent? = nil
  ) throws -> [WorkItem] {
    let items = try orders.map { order -> WorkItem in
      WorkItem(
        id: try transaction.nextID(of: "work_items"), subject: subject, kind: order.kind, agency: order.holder.agency,
        holder: order.holder.principal, holderName: order.holder.name, unit: order.holder.unit, role: order.role,
        parent: parent?.id, givenBy: giver.post, giverName: giver.name, givenAt: transaction.now,
        instruction: order.instruction, dueAt: order.dueAt, state: order.firstState, openedAt: nil, openedBy: nil,
        acceptedAt: nil, endedAt: nil, outcome: "", needsReply: order.needsReply, version: 1)
    }
    try WorkStore(transaction).add(items)
    try WorkMoveStore(transaction).add(items.map { WorkMove($0, from: nil, at: transaction.now, by: actor) })
    try Access.grant(
      zip(orders, items).map { order, item in
        Grant(order.holder.principal, reason: order.role == .inform ? .inform : .work, source: .workItem(item.id))
      }, to: subject, in: transaction)
    try tell(items, as: event)
    return items
  }

  /// Each holder of what was just given, in one statement for each kind of thing told.
  private func tell(_ items: [WorkItem], as event: NotificationEvent?) throws {
    for (event, told) in Dictionary(grouping: items, by: { event ?? $0.role.given }) {
      try Notifications.tell(
        event, told.map { Telling($0.holder, $0.instruction, source: $0.id.number) }, on: subject, by: actor,
        in: transaction)
    }
  }

  /// Moves one item a step on. Who gave it is told when it comes back or is done.
  ///
  /// - Parameters:
  ///   - event: as what they are told; nil by role and step.
  ///   - tellsGiver: false when the act itself tells them, by another name.
  @discardableResult
  package func take(
    _ step: WorkItem.Step, _ item: WorkItem, outcome: String = "", telling event: NotificationEvent? = nil,
    tellsGiver: Bool = true
  ) throws -> WorkItem {
    let next = try item.taking(step, at: transaction.now, outcome: outcome)
    try WorkStore(transaction).save(next)
    try WorkMoveStore(transaction).add([WorkMove(next, from: item.state, at: transaction.now, by: actor)])
    if tellsGiver, let event = event ?? item.role.told(of: step) {
      try Notifications.tell(
        event, [.post(item.givenBy)], on: subject, outcome, by: actor, source: item.id.number, in: transaction)
    }
    return next
  }

  /// Ends an item with what it came to.
  @discardableResult
  package func finish(
    _ item: WorkItem, _ result: WorkItem.Result, outcome: String, reply: WorkReply? = nil,
    tellsGiver: Bool = true
  ) throws -> WorkItem {
    var item = item
    item.result = result
    (item.replyCode, item.replyRecord) = (reply?.code ?? "", reply?.record)
    return try take(.finish, item, outcome: outcome, tellsGiver: tellsGiver)
  }

  /// Names the reply of work, done or not; nil takes a name back.
  package func link(_ reply: WorkReply?, to item: WorkItem) throws {
    var item = item
    (item.replyCode, item.replyRecord) = (reply?.code ?? "", reply?.record)
    if reply != nil { item.result = .reply }
    try WorkStore(transaction).save(item)
  }

  /// Sets another deadline; the old one is kept, and whoever holds the item is told.
  @discardableResult
  package func setDeadline(
    _ due: Instant?, of item: WorkItem, reason: String, telling event: NotificationEvent = .deadlineChanged
  ) throws -> WorkItem {
    var next = item
    next.dueAt = due
    try WorkStore(transaction).save(next)
    try DeadlineStore(transaction).add(
      DeadlineChange(
        item: item.id, from: item.dueAt, to: due, reason: reason, changedBy: actor.nameOnRecord,
        changedAt: transaction.now), of: subject)
    let day = due.map { "hạn \(Deadline(due: $0).lastDay.textWithWeekday)" } ?? "không đặt hạn"
    try Notifications.tell(
      event, [item.holder], on: subject, reason.isEmpty ? day : "\(day), lý do: \(reason)", by: actor,
      source: item.id.number, in: transaction)
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
    try Notifications.tell(
      .workHandedOver, [holder.principal], on: subject, item.instruction, by: actor, source: item.id.number,
      in: transaction)
    return moved
  }

  /// Notes that the actor has opened the record, for whoever gave them work on it.
  package func markOpened() throws { try WorkStore(transaction).markOpened(subject, by: actor) }

  /// Ends an item that only informs: its holder has opened the record just now, and nothing else is asked.
  @discardableResult
  package func read(_ item: WorkItem) throws -> WorkItem {
    var opened = item
    (opened.openedAt, opened.openedBy) = (item.openedAt ?? transaction.now, item.openedBy ?? actor.nameOnRecord)
    return try take(.finish, opened)
  }

  /// Takes an item back with everything that was passed on from it, whoever holds it now; they see the record no
  /// longer. Gives what was taken back, the item itself first.
  @discardableResult
  package func recall(_ item: WorkItem, reason: String) throws -> [WorkItem] {
    let branch = try openBranch(of: item)
    let taken = try stop(branch, reason: reason)
    try Access.revoke(sources: taken.map { .workItem($0.id) }, of: subject, in: transaction)
    try tellRecalled(branch, reason: reason)
    return taken
  }

  /// Stops an item with everything that was passed on from it, because the record itself came to its end: whoever held
  /// it keeps seeing the record, and the caller tells them what became of it. Gives what was stopped.
  @discardableResult
  package func stop(_ item: WorkItem, reason: String) throws -> [WorkItem] {
    try stop(openBranch(of: item), reason: reason)
  }

  private func stop(_ items: [WorkItem], reason: String) throws -> [WorkItem] {
    let stopped = try items.map { try take(.recall, $0, outcome: reason) }
    try DeadlineStore(transaction).drop(stopped.map(\.id))
    return stopped
  }

  private func openBranch(of item: WorkItem) throws -> [WorkItem] {
    Self.branch(of: item, in: try WorkStore(transaction).items(of: subject)).filter(\.isOpen)
  }

  /// What was taken back within the time of undo, and opened by nobody, was never told.
  private func tellRecalled(_ branch: [WorkItem], reason: String) throws {
    let undone = branch.filter { $0.openedAt == nil && $0.givenAt + Notifications.undoTime >= transaction.now }
    try Notifications.takeBack(sources: undone.map(\.id.number), on: subject, in: transaction)
    let others = branch.filter { item in !undone.contains { $0.id == item.id } }
    try Notifications.tell(
      .workRecalled, others.map { Telling($0.holder, reason, source: $0.id.number) }, on: subject, by: actor,
      in: transaction)
  }

  /// Undoes one act of `instant`: of the record's items, what the act gave is taken back and shows the record no longer,
  /// what it moved stands where it stood, and nobody was told.
  package func undo(
    _ touched: [TouchedWork], of items: [WorkItem], since instant: Instant, reason: String
  ) throws {
    let before = Dictionary(uniqueKeysWithValues: touched.map { ($0.item, $0.before) })
    let given = items.filter { before[$0.id.number] == .some(nil) }
    let moved = items.compactMap { item in (before[item.id.number] ?? nil).map { (item: item, before: $0) } }
    for item in given { try take(.undo, item, outcome: reason) }
    let restored = moved.map { (from: $0.item.state, item: $0.item.standing($0.before)) }
    for (_, item) in restored { try WorkStore(transaction).save(item) }
    try WorkMoveStore(transaction).add(
      restored.map { WorkMove($0.item, from: $0.from, at: transaction.now, by: actor) })
    try Access.revoke(sources: given.map { .workItem($0.id) }, of: subject, in: transaction)
    // What the act had recalled, or handed to another, shows the record to whoever held it.
    let handed = moved.filter { $0.item.isElsewhere(than: $0.before) }.map(\.item.id)
    try Access.revoke(sources: handed.map { .workItem($0) }, of: subject, in: transaction)
    let recalled = moved.filter { $0.item.state == .recalled }.map(\.item.id)
    let back = restored.map(\.item).filter { recalled.contains($0.id) || handed.contains($0.id) }
    try DeadlineStore(transaction).awaitAgain(recalled)
    try Access.grant(
      back.map { Grant($0.holder, reason: $0.role == .inform ? .inform : .work, source: .workItem($0.id)) },
      to: subject, in: transaction)
    try Notifications.takeBack(
      sources: (given + moved.map(\.item)).map(\.id.number), since: instant, on: subject, in: transaction)
  }

  /// Ends all work on a record that is destroyed, and forgets every word said of it.
  package func endAll(reason: String) throws {
    let items = try WorkStore(transaction).items(of: subject)
    for item in items where item.isOpen {
      let ended = try item.taking(.recall, at: transaction.now, outcome: reason)
      try WorkStore(transaction).save(ended)
      try WorkMoveStore(transaction).add([WorkMove(ended, from: item.state, at: transaction.now, by: actor)])
    }
    try WorkStore(transaction).forgetWords(of: subject)
    try Notifications.forget(subject, in: transaction)
    try Access.revoke(sources: items.map { .workItem($0.id) }, of: subject, in: transaction)
  }

  /// Every item, each right under the one it was passed on from, with how many stand above it.
  package static func tree(of items: [WorkItem]) -> [(item: WorkItem, depth: Int)] {
    let below = Dictionary(grouping: items, by: \.parent)
    func walk(_ parent: WorkItem.ID?, _ depth: Int) -> [(item: WorkItem, depth: Int)] {
      (below[parent] ?? []).flatMap { [($0, depth)] + walk($0.id, depth + 1) }
    }
    return walk(nil, 0)
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

extension WorkRole {
  /// As what its holder is told of new work.
  fileprivate var given: NotificationEvent {
    switch self {
    case .lead, .coordinate: .workGiven
    case .inform: .workToRead
    case .decide: .workPresented
    }
  }

  /// As what its giver is told of a step; nil for what goes without saying. A leader's decision is a directive, and
  /// what only informs ends by reading.
  fileprivate func told(of step: WorkItem.Step) -> NotificationEvent? {
    switch step {
    case .giveBack: .workReturned
    case .finish: self == .lead || self == .coordinate ? .workCompleted : nil
    default: nil
    }
  }
}
