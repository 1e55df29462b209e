import Audit
import Database
import Exchange
import Kernel
import Notifications
import Work

/// Ends the work with what it came to (hoàn thành). An officer's result comes back to the unit; the unit's own answers the
/// document where that asks for an answer.
package struct CompleteUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var item: WorkItem.ID
  package var result: String
  /// Số, ký hiệu of the answering document; empty when none was written.
  package var replyCode: String

  package init(_ item: WorkItem.ID, on document: OutgoingDocument.ID, result: String, replyCode: String = "") {
    self.item = item
    self.document = document
    self.result = result.normalizedLine
    self.replyCode = replyCode.normalizedLine
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> WorkSending? {
    let act = try UnitWorkAct(document, words: [result, replyCode], by: actor, in: transaction)
    let held = try act.held(item)
    if let refusal = AssignUnitWork.obstacle(held, act.items) { throw refusal }
    if let refusal = Refusal(obstacles) { throw refusal }
    let record = try OutgoingReplies().record(of: replyCode, visibleTo: actor, in: transaction)
    let reply = WorkReply(replyCode, record: record) ?? Self.replyBelow(held, act.items)
    try act.work.finish(held, reply == nil ? .report : .reply, outcome: result, reply: reply)
    try act.resume(above: held)
    if let line = try act.line(of: held) {
      let text = reply.map { "\($0.code): \(result)" } ?? result
      try UnitReplies.answer(line, text, reply?.record, by: actor, in: transaction)
    }
    let said = (reply.map { "\($0.code); " } ?? "") + result
    return try act.end(.unitWorkCompleted(held.holderName, result: said), sending: .complete)
  }

  /// What the officer wrote counts for the unit.
  static func replyBelow(_ held: WorkItem, _ items: [WorkItem]) -> WorkReply? {
    items.last { $0.parent == held.id && $0.state == .done && !$0.replyCode.isEmpty }?.reply
  }

  private var obstacles: [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if result.isEmpty { reasons.append(.init("Hãy ghi kết quả thực hiện.", field: UnitWorkField.result)) }
    if result.count > UnitWorkWords.textLengthMax {
      reasons.append(.init("Kết quả dài quá \(UnitWorkWords.textLengthMax) ký tự.", field: UnitWorkField.result))
    }
    if replyCode.count > 60 {
      reasons.append(.init("Số, ký hiệu dài quá 60 ký tự.", field: UnitWorkField.replyCode))
    }
    return reasons
  }
}

/// The head opens the unit's finished work again, with a reason (mở lại): it owes an answer as before.
package struct ReopenUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var item: WorkItem.ID
  package var reason: String

  package init(_ item: WorkItem.ID, on document: OutgoingDocument.ID, reason: String) {
    self.item = item
    self.document = document
    self.reason = reason.normalizedLine
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try UnitWorkAct(document, words: [reason], by: actor, in: transaction)
    let done = try act.items.find(item)
    guard AssignUnitWork.may(done, actor) else {
      throw Refusal(.forbidden, "Chỉ lãnh đạo đơn vị mở lại được việc của đơn vị.")
    }
    guard let line = try act.line(of: done), Self.isReopened(done, act.items) else {
      throw Refusal(
        .conflict, "Việc của \(done.holderName) «\(done.state.label.lowercased())» nên không mở lại được.")
    }
    if let refusal = Refusal(UnitWorkWords.reasons(reason, "mở lại")) { throw refusal }
    try UnitReplies.withdraw(line, in: transaction)
    try act.work.take(.reopen, done)
    try act.end(.unitWorkReopened(done.holderName, reason: reason))
  }

  /// Only what the unit finished last: what was sent again since is another piece of work.
  static func isReopened(_ done: WorkItem, _ items: [WorkItem]) -> Bool {
    done.kind == .handleOutgoing && done.state == .done
      && done.unit.flatMap { UnitWork(of: $0, in: items)?.item.id } == done.id
  }
}

/// Undoes what the actor sent a moment ago (hoàn tác): as if it had not been, but for the line in the story.
package struct UndoUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var sending: WorkSending.ID

  package init(_ sending: WorkSending.ID, on document: OutgoingDocument.ID) {
    self.sending = sending
    self.document = document
  }

  /// Gives the act's name, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try UnitWorkAct(document, by: actor, in: transaction)
    let sending = try WorkSendingStore(transaction).find(sending, on: act.work.subject)
    guard sending.givenBy == actor.post else {
      throw Refusal(.forbidden, "Chỉ người đã gửi (\(sending.giverName)) hoàn tác được lần gửi này.")
    }
    let name = UnitWorkSending(rawValue: sending.act)
    let reasons = sending.obstacles(act.items, by: actor, now: transaction.now) + act.sentAgain(since: sending)
    if !reasons.isEmpty {
      let instead = Refusal.Reason("Không hoàn tác được nữa; \(name?.instead ?? "hãy báo người nhận").")
      throw Refusal(reasons + [instead], kind: .conflict) ?? UnitWorkAct.obstacle(act.document) ?? Self.over
    }
    let finished = sending.touched.compactMap { touched in act.items.first { $0.id.number == touched.item } }
    for item in finished where item.state == .done {
      if let line = try act.line(of: item) { try UnitReplies.withdraw(line, in: transaction) }
    }
    try act.work.undo(
      sending.touched, of: act.items, since: sending.givenAt, reason: "\(sending.giverName) hoàn tác")
    try WorkSendingStore(transaction).markUndone(sending.id)
    try act.end(.unitWorkUndone(name))
    return name?.label ?? "đã gửi"
  }

  private static let over = Refusal(.conflict, "Không hoàn tác được nữa.")
}

extension UnitWorkAct {
  /// What a unit had sent back was sent to it again meanwhile: it has a new piece of work.
  fileprivate func sentAgain(since sending: WorkSending) -> [Refusal.Reason] {
    let touched = items.filter { item in sending.touched.contains { $0.item == item.id.number } }
    return touched.compactMap { old in
      let newer = items.last { $0.parent == nil && $0.holder == old.holder && $0.id > old.id }
      return newer.map { .init("Văn bản đã được gửi lại \($0.holderName) lúc \($0.givenAt.text).") }
    }
  }
}
