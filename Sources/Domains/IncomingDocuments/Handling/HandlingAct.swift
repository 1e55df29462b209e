import Access
import Audit
import Database
import Kernel
import Notifications
import Organization
import Registers
import Work
import WorkCalendar

/// What every act of handling begins with: the document locked and in the book, its work as it stands.
struct HandlingAct {
  let document: IncomingDocument
  let items: [WorkItem]
  let work: Work
  let actor: Actor
  let transaction: any Transaction

  /// Refuses what the actor may not see, and what cannot be handled: a cancelled number, a withheld document (DEN-07).
  ///
  /// - Parameter sending: What the actor sent a moment ago and takes back: they may have lost sight of the document by it.
  init(
    _ id: IncomingDocument.ID, undoing sending: Sending.ID? = nil, by actor: Actor, in transaction: any Transaction
  ) throws {
    let isSender = try sending.map { try SendingStore(transaction).isSender(actor, of: $0, on: id) } ?? false
    let store = IncomingDocumentStore(transaction)
    document = try isSender ? store.lockForSender(id) : store.lock(id, visibleTo: actor)
    guard document.state == .registered else {
      throw Refusal(
        .conflict, "Số đến \(document.arrivalNumber) đang ở trạng thái «\(document.state.label)» nên không xử lý được.")
    }
    if let recalled = document.recalled { throw recalled.refusal(document.arrivalNumber) }
    if let refusal = try HandlingAccess.notLent(document, actor, in: transaction) { throw refusal }
    items = try WorkStore(transaction).items(of: .incomingDocument(id))
    work = Work(on: .incomingDocument(id), by: actor, in: transaction)
    self.actor = actor
    self.transaction = transaction
  }

  /// The actor's own item; refuses when somebody else holds it, or when it has ended meanwhile.
  func held(_ id: WorkItem.ID) throws -> WorkItem { try items.held(id, by: actor) }

  func children(of item: WorkItem) -> [WorkItem] { items.filter { $0.parent == item.id } }

  /// Work that the actor gave, or stands above; refuses when it has ended meanwhile.
  func governed(_ id: WorkItem.ID) throws -> WorkItem { try items.governed(id, by: actor) }

  /// Whoever answers for having given it: the leader who holds what stands above, the person who gave it, or that
  /// person's unit when they have left.
  func giver(of item: WorkItem) throws -> WorkHolder {
    let above = items.first { $0.id == item.parent }
    if let above, let post = above.holder.post,
      (try? HolderChoice.post(post).holder(in: document.agency, transaction)) != nil
    {
      return above.asHolder
    }
    if let post = try? HolderChoice.post(item.givenBy).holder(in: document.agency, transaction) { return post }
    guard let above else {
      throw Refusal(.conflict, "Người giao (\(item.giverName)) không còn giữ vị trí nào. Hãy báo chánh văn phòng.")
    }
    return above.asHolder
  }

  /// Nobody waits any longer for what was asked on the way: opinions not given, more time not decided.
  func dropAsked(of item: WorkItem, reason: String) throws {
    for asked in children(of: item) where asked.isOpen && !asked.isAwaited && asked.role != .inform {
      try work.recall(asked, reason: reason)
    }
  }

  /// More time that was asked for is no longer decided.
  func dropExtensions(of item: WorkItem, reason: String) throws {
    for asked in children(of: item) where asked.isOpen && asked.kind == .extendIncoming {
      try work.recall(asked, reason: reason)
    }
  }

  /// Orders for the places of a form; a deadline is 24:00 of its day. Who leads owes the reply.
  func orders(for places: [DirectedTo], instruction: String, needsReply: Bool = false) throws -> [WorkOrder] {
    try places.map { place in
      WorkOrder(
        to: try place.holder.holder(in: document.agency, transaction),
        kind: place.role == .inform ? .readIncoming : .handleIncoming, role: place.role, instruction: instruction,
        dueAt: place.due.map { Instant($0 + 1) }, needsReply: needsReply && place.role == .lead)
    }
  }

  /// What the end of an item means above it, when the last of those below has ended: a unit's head looks at the result
  /// and closes; a leader's directive is then carried out and needs nobody, nor does what stood above that.
  func settle(above item: WorkItem, outcome: String) throws {
    let items = try WorkStore(transaction).items(of: work.subject)
    guard let parent = items.first(where: { $0.id == item.parent }), parent.state == .passedOn,
      !items.contains(where: { $0.parent == parent.id && $0.isOpen && $0.isAwaited })
    else { return }
    if parent.role == .decide {
      try settle(above: work.take(.finish, parent, outcome: outcome), outcome: outcome)
    } else {
      try work.take(.resume, parent)
    }
  }

  /// The unit that takes work up gives the document its own number, where it keeps a book.
  func numberForUnit(_ item: WorkItem) throws {
    guard let unit = item.unit, item.holder == .unit(unit), item.role != .inform else { return }
    try TakeUnitNumber(unit, for: work.subject).perform(by: actor, in: transaction)
  }

  /// Ends the act: the summary folded, the audit line written; what was sent is kept while it can be undone.
  func end(_ event: AuditEvent, sending: Sending.Act? = nil, directive: Directive.ID? = nil) throws {
    let after = try HandlingStore(transaction).fold(document.id)
    if let sending {
      try SendingStore(transaction).add(
        Sending(
          id: try transaction.nextID(of: "handling_sendings"), document: document.id, act: sending,
          givenBy: actor.post, giverName: actor.nameOnRecord, givenAt: transaction.now,
          touched: TouchedWork.between(items, after), directive: directive))
    }
    try Audit.record(event, on: .incomingDocument(document.id), by: actor, in: transaction)
    let followers = try FollowStore(transaction).followers(of: work.subject)
    try Notifications.tell(
      .followedMoved, followers.map { .post($0) }, on: work.subject, event.sentence, by: actor, in: transaction)
  }
}

extension [WorkItem] {
  /// Open work that this actor answers for having given; page and act refuse with the same words.
  func governed(_ id: WorkItem.ID, by actor: Actor) throws -> WorkItem {
    let item = try find(id)
    guard governs(actor, item) else {
      throw Refusal(.forbidden, "Chỉ người đã giao (\(item.giverName)) đổi được hạn và chủ trì của việc này.")
    }
    guard item.isOpen else { throw item.ended }
    return item
  }

  /// Whether this person answers for having given an item: gave it, or stands above it today.
  func governs(_ actor: Actor, _ item: WorkItem) -> Bool {
    if item.givenBy == actor.post { return true }
    guard let above = first(where: { $0.id == item.parent }) else { return false }
    return above.holder == .post(actor.post) || above.holder == .unit(actor.unit) && actor.roles.contains(.unitHead)
  }
}

extension WorkItem {
  /// Whether what stands above waits for its end: not for what only informs, nor for what was asked on the way.
  var isAwaited: Bool { role != .inform && kind != .opinionIncoming && kind != .extendIncoming }
}

extension [DirectedTo] {
  /// «Vụ Khoáng sản (chủ trì, hạn 30/11/2026); Vụ Pháp chế (phối hợp)», in the order given.
  static func text(_ orders: [WorkOrder]) -> String {
    orders.map { order in
      let due = order.dueAt.map { ", hạn \(Deadline(due: $0).lastDay.text)" } ?? ""
      return "\(order.holder.name) (\(order.role.label)\(due))"
    }.joined(separator: "; ")
  }
}
