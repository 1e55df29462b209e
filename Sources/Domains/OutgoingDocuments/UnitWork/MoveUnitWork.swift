import Audit
import Database
import Kernel
import Organization
import Work
import WorkCalendar

/// A unit, or the officer whom it named, accepts what the document asks of it (nhận việc).
package struct AcceptUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var item: WorkItem.ID

  package init(_ item: WorkItem.ID, on document: OutgoingDocument.ID) {
    self.item = item
    self.document = document
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try UnitWorkAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    try act.work.take(.accept, held)
    try act.end(.unitWorkAccepted(held.holderName))
  }
}

/// The head of the unit names the officer who does it (phân công), none later than the unit's own deadline.
package struct AssignUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var item: WorkItem.ID
  package var officer: PostID?
  package var due: Day?
  package var instruction: String

  package init(
    _ item: WorkItem.ID, on document: OutgoingDocument.ID, to officer: PostID?, due: Day? = nil,
    instruction: String = ""
  ) {
    self.item = item
    self.document = document
    self.officer = officer
    self.due = due
    self.instruction = instruction.normalizedLine
  }

  /// Gives what was sent, and to whom.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> (sending: WorkSending?, to: String) {
    let act = try UnitWorkAct(document, words: [instruction], by: actor, in: transaction)
    let held = try act.held(item)
    guard Self.may(held, actor) else {
      throw Refusal(.forbidden, "Chỉ lãnh đạo đơn vị phân công việc của đơn vị.")
    }
    if let refusal = Self.obstacle(held, act.items) { throw refusal }
    if let refusal = Refusal(obstacles(held, today: transaction.now.day)) { throw refusal }
    guard let officer else { throw Refusal(.invalid, "Hãy chọn người thực hiện.", field: UnitWorkField.officer) }
    let holder = try HolderChoice.post(officer).holder(in: act.document.agency, transaction)
    guard holder.unit == actor.unit else {
      throw Refusal(
        .invalid, "Chỉ phân công người trong đơn vị. Không đúng việc của đơn vị thì trả lại nơi gửi.",
        field: UnitWorkField.officer)
    }
    let dueAt = due.map { Instant($0 + 1) } ?? held.dueAt
    try act.work.give(
      [WorkOrder(to: holder, kind: .handleOutgoing, role: .lead, instruction: instruction, dueAt: dueAt)], from: held)
    try act.work.take(.passOn, held)
    let by = dueAt.map { ", hạn \(Deadline(due: $0).lastDay.text)" } ?? ""
    let sending = try act.end(.unitWorkAssigned(holder.name, due: by, instruction: instruction), sending: .assign)
    return (sending, holder.name)
  }

  static func may(_ held: WorkItem, _ actor: Actor) -> Bool {
    held.holder == .unit(actor.unit) && actor.roles.contains(.unitHead)
  }

  /// Somebody works on it already; nil when nobody does.
  static func obstacle(_ held: WorkItem, _ items: [WorkItem]) -> Refusal? {
    items.first { $0.parent == held.id && $0.isOpen }.map {
      Refusal(.conflict, "\($0.holderName) đang làm. Thu hồi phân công trước khi giao người khác.")
    }
  }

  private func obstacles(_ held: WorkItem, today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if officer == nil { reasons.append(.init("Hãy chọn người thực hiện.", field: UnitWorkField.officer)) }
    if let due, due < today { reasons.append(.init("Hạn đã qua. Hãy chọn ngày khác.", field: UnitWorkField.due)) }
    if let due, let unitDue = held.dueAt, Instant(due + 1) > unitDue {
      reasons.append(
        .init(
          "Hạn không được sau hạn của đơn vị: \(Deadline(due: unitDue).lastDay.textWithWeekday).",
          field: UnitWorkField.due))
    }
    if instruction.count > UnitWorkWords.textLengthMax {
      reasons.append(.init("Ý kiến dài quá \(UnitWorkWords.textLengthMax) ký tự.", field: UnitWorkField.instruction))
    }
    return reasons
  }
}

/// The head takes back what the unit's officer was given (thu hồi phân công): it is the unit's again.
package struct TakeBackUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var item: WorkItem.ID
  package var reason: String

  /// - Parameter item: of the officer.
  package init(_ item: WorkItem.ID, on document: OutgoingDocument.ID, reason: String) {
    self.item = item
    self.document = document
    self.reason = reason.normalizedLine
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> WorkSending? {
    let act = try UnitWorkAct(document, words: [reason], by: actor, in: transaction)
    let given = try act.items.find(item)
    guard Self.may(given, act.items, actor) else {
      throw Refusal(.forbidden, "Chỉ lãnh đạo đơn vị đã phân công thu hồi được việc này.")
    }
    guard given.isOpen else { throw given.ended }
    if let refusal = Refusal(UnitWorkWords.reasons(reason, "thu hồi phân công")) { throw refusal }
    try act.work.recall(given, reason: reason)
    try act.resume(above: given)
    return try act.end(.unitWorkTakenBack(given.holderName, reason: reason), sending: .takeBack)
  }

  static func may(_ given: WorkItem, _ items: [WorkItem], _ actor: Actor) -> Bool {
    items.first { $0.id == given.parent }.map { AssignUnitWork.may($0, actor) } ?? false
  }
}

/// Gives it back to whoever gave it, with a reason: the officer to the unit, the unit to the registry that sent the
/// document (trả lại nơi gửi).
package struct ReturnUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var item: WorkItem.ID
  package var reason: String

  package init(_ item: WorkItem.ID, on document: OutgoingDocument.ID, reason: String) {
    self.item = item
    self.document = document
    self.reason = reason.normalizedLine
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> WorkSending? {
    let act = try UnitWorkAct(document, words: [reason], by: actor, in: transaction)
    let held = try act.held(item)
    if let refusal = AssignUnitWork.obstacle(held, act.items) { throw refusal }
    if let refusal = Refusal(UnitWorkWords.reasons(reason, "trả lại")) { throw refusal }
    try act.work.take(.giveBack, held, outcome: reason)
    try act.resume(above: held)
    return try act.end(
      .unitWorkReturned(held.holderName, to: held.giverName, reason: reason), sending: .giveBack)
  }
}
