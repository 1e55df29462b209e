import Audit
import Database
import Kernel
import Work

/// Ends a piece of work with its result (hoàn thành): a reply, a report, or filed for information. What only informs ends
/// by reading.
package struct CompleteWork: Sendable {
  static let replyCodeLengthMax = 60

  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var kind: WorkItem.Result
  /// What was done; may stay empty only where nothing was to be done.
  package var result: String
  /// Số, ký hiệu of the reply; may come later.
  package var replyCode: String
  /// The record of that reply, where the installation has it.
  package var replyRecord: RecordReference?
  /// Why there is no reply although one is asked for.
  package var noReplyReason: String
  package var files: HandlingFiles

  package init(
    _ item: WorkItem.ID, on document: IncomingDocument.ID, as kind: WorkItem.Result = .report, result: String,
    replyCode: String = "", noReplyReason: String = "", files: HandlingFiles = .none
  ) {
    self.item = item
    self.document = document
    self.kind = kind
    self.result = result
    self.replyCode = replyCode
    self.noReplyReason = noReplyReason
    self.files = files
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    guard held.role != .decide, held.kind != .opinionIncoming else {
      throw Refusal(.conflict, "Việc «\(held.kind.asked)» kết thúc bằng chính ý kiến đó, không ghi kết quả.")
    }
    if let refusal = Refusal(Self.obstacles(held, act.items), kind: .conflict) { throw refusal }
    // What was issued already while something below still waited counts too.
    let reply = WorkReply(replyCode, record: replyRecord) ?? held.reply ?? Self.replyBelow(held, act.items)
    if let refusal = Refusal(resultReasons(held, reply?.code ?? "") + files.obstacles) { throw refusal }
    let words = [result, noReplyReason.isEmpty ? "" : "không có văn bản trả lời: \(noReplyReason)"]
      .filter { !$0.isEmpty }.joined(separator: "; ")
    try act.dropAsked(of: held, reason: "Việc đã hoàn thành, không chờ nữa")
    let done = try act.work.finish(held, reply == nil ? kind : .reply, outcome: words, reply: reply)
    try act.settle(above: done, outcome: words)
    try act.add(files, of: held)
    try act.end(.incomingWorkCompleted(held.role.label, result: words, reply: reply?.code ?? ""), sending: .complete)
  }

  /// Everything that must end first. An opinion that is not given does not stand in the way.
  static func obstacles(_ held: WorkItem, _ items: [WorkItem]) -> [Refusal.Reason] {
    items.filter { $0.parent == held.id && $0.isOpen && $0.isAwaited }.map {
      .init("\($0.holderName) (\($0.role.label)) \($0.state.label.lowercased()).")
    }
  }

  /// The reply that was named below: what an officer wrote counts for the unit.
  static func replyBelow(_ held: WorkItem, _ items: [WorkItem]) -> WorkReply? {
    items.last { $0.parent == held.id && $0.state == .done && !$0.replyCode.isEmpty }?.reply
  }

  static func replyReasons(_ code: String, isRequired: Bool) -> [Refusal.Reason] {
    if code.isEmpty, isRequired {
      return [.init("Hãy ghi số, ký hiệu văn bản trả lời.", field: HandlingField.replyCode)]
    }
    guard code.count > replyCodeLengthMax else { return [] }
    return [.init("Số, ký hiệu dài quá \(replyCodeLengthMax) ký tự.", field: HandlingField.replyCode)]
  }

  private func resultReasons(_ held: WorkItem, _ reply: String) -> [Refusal.Reason] {
    var reasons = Self.replyReasons(reply, isRequired: false)
    if result.isEmpty, held.role != .inform {
      reasons.append(.init("Hãy ghi kết quả giải quyết.", field: HandlingField.result))
    }
    if held.needsReply, reply.isEmpty, noReplyReason.isEmpty {
      reasons.append(
        .init(
          "Việc này cần văn bản trả lời. Hãy ghi số, ký hiệu, hoặc lý do chưa có.", field: HandlingField.replyCode))
    }
    if noReplyReason.count > HandlingAccess.reasonLengthMax {
      reasons.append(
        .init("Lý do dài quá \(HandlingAccess.reasonLengthMax) ký tự.", field: HandlingField.noReplyReason))
    }
    if result.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Kết quả dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.result))
    }
    return reasons
  }
}
