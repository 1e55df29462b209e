import Audit
import Database
import Kernel
import Work

/// Accepts work that was given (nhận việc).
package struct AcceptWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID) {
    self.item = item
    self.document = document
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    try act.work.take(.accept, held)
    try act.numberForUnit(held)
    try act.end(.incomingAccepted(held.role.label))
  }
}

/// Gives work back to whoever gave it, with a reason: never sideways (trả lại).
package struct ReturnWork: Sendable {
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
    let held = try act.held(item)
    if let refusal = Refusal(Reasoned.reasons(reason, "trả lại")) { throw refusal }
    try act.work.take(.giveBack, held, outcome: reason)
    try act.dropAsked(of: held, reason: "Việc đã trả lại")
    if let parent = act.items.first(where: { $0.id == held.parent }), parent.state == .passedOn {
      try act.work.take(.resume, parent)
    }
    try act.end(.incomingReturned(to: held.giverName, reason: reason), sending: .giveBack)
  }
}

/// The head of a unit names one main officer and helpers (phân công), none later than the unit's own deadline.
package struct AssignWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var instruction: String
  package var places: [DirectedTo]

  package init(
    _ item: WorkItem.ID, on document: IncomingDocument.ID, instruction: String, places: [DirectedTo]
  ) {
    self.item = item
    self.document = document
    self.instruction = instruction
    self.places = places
  }

  /// Gives what was given to whom, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    guard held.holder == .unit(actor.unit), actor.roles.contains(.unitHead) else {
      throw Refusal(.forbidden, "Chỉ lãnh đạo đơn vị phân công việc của đơn vị.")
    }
    if let refusal = Refusal(obstacles(held, today: transaction.now.day)) { throw refusal }
    var orders = try act.orders(for: places, instruction: instruction, needsReply: held.needsReply)
    // Nobody in the unit has longer than the unit: who was given no deadline has the unit's.
    for index in orders.indices where orders[index].role != .inform {
      orders[index].dueAt = orders[index].dueAt ?? held.dueAt
    }
    guard orders.allSatisfy({ $0.holder.unit == actor.unit }) else {
      throw Refusal(
        .invalid, "Chỉ phân công trong đơn vị. Không đúng thẩm quyền thì trả lại lãnh đạo, không chuyển ngang.",
        field: HandlingField.places)
    }
    try act.work.give(orders, from: held)
    try act.work.take(.passOn, held)
    try act.numberForUnit(held)
    let given = [DirectedTo].text(orders)
    try act.end(.incomingAssigned(given, instruction: instruction), sending: .assign)
    return given
  }

  private func obstacles(_ held: WorkItem, today: Day) -> [Refusal.Reason] {
    var reasons = places.obstacles(today: today, dueMax: held.dueAt.map { ($0 - .milliseconds(1)).day })
    if !places.contains(where: { $0.role == .lead }) {
      reasons.append(.init("Hãy chọn một người xử lý chính.", field: HandlingField.places))
    }
    if instruction.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Ý kiến dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.text))
    }
    return reasons
  }
}

/// Takes back a branch of work that the actor gave (thu hồi).
package struct RecallWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var reason: String

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, reason: String) {
    self.item = item
    self.document = document
    self.reason = reason
  }

  /// Gives who had opened it already.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [String] {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let given = try act.items.find(item)
    if let refusal = Self.obstacle(given, act.items, for: actor) { throw refusal }
    if let refusal = Refusal(Reasoned.reasons(reason, "thu hồi")) { throw refusal }
    let taken = try given.isDirected && given.givenBy != actor.post ? ordersBack(given, act) : branchBack(given, act)
    let readers = taken.compactMap(\.openedBy)
    try act.end(.incomingRecalled(from: taken.map(\.holderName).joined(separator: "; "), reason: reason))
    return readers
  }

  private func branchBack(_ given: WorkItem, _ act: HandlingAct) throws -> [WorkItem] {
    let taken = try act.work.recall(given, reason: reason)
    if let parent = act.items.first(where: { $0.id == given.parent }), parent.state == .passedOn {
      let others = act.children(of: parent).filter { $0.isOpen && $0.isAwaited && $0.id != given.id }
      if others.isEmpty { try act.work.take(.resume, parent) }
    }
    return taken
  }

  /// A leader takes back what their directive gave; what was presented to them waits for their directive again.
  private func ordersBack(_ directed: WorkItem, _ act: HandlingAct) throws -> [WorkItem] {
    let taken = try act.children(of: directed).filter(\.isOpen).flatMap { try act.work.recall($0, reason: reason) }
    try act.work.take(.resume, directed)
    return taken
  }

  /// Why this person cannot take it back; nil when they can: whoever gave it, or stands above it. What a directive gave
  /// is its author's alone to take back, not whoever presented the document to them (DEN-11).
  package static func obstacle(_ given: WorkItem, _ items: [WorkItem], for actor: Actor) -> Refusal? {
    let isOwnDirective = given.isDirected && given.isHeld(by: actor)
    guard isOwnDirective || items.governs(actor, given) else {
      return Refusal(.forbidden, "Chỉ người đã giao (\(given.giverName)) thu hồi được việc này.")
    }
    guard given.isOpen else { return given.ended }
    let directed = Work.branch(of: given, in: items).first { $0.isDirected && !$0.isHeld(by: actor) }
    return directed.map {
      Refusal(.conflict, "\($0.holderName) đã cho ý kiến chỉ đạo; chỉ người ấy thu hồi việc đã giao.")
    }
  }
}

/// Checks of a reason that must be given.
enum Reasoned {
  static func reasons(_ text: String, _ what: String) -> [Refusal.Reason] {
    if text.isEmpty { return [.init("Hãy ghi lý do \(what).", field: HandlingField.reason)] }
    if text.count > HandlingAccess.reasonLengthMax {
      return [.init("Lý do dài quá \(HandlingAccess.reasonLengthMax) ký tự.", field: HandlingField.reason)]
    }
    return []
  }
}
