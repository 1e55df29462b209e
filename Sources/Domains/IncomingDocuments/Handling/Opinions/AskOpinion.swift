import Audit
import Database
import Kernel
import Notifications
import Work

/// Whoever does the work asks other units or people for their opinion, by a day (lấy ý kiến). The work stays with who
/// asks; who is silent is shown as silent.
package struct AskOpinion: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var question: String
  package var holders: [HolderChoice]
  /// The last day.
  package var due: Day?

  package init(
    _ item: WorkItem.ID, on document: IncomingDocument.ID, question: String, holders: [HolderChoice], due: Day?
  ) {
    self.item = item
    self.document = document
    self.question = question
    self.holders = holders
    self.due = due
  }

  /// Gives whom was asked, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    if let refusal = NoteWork.obstacle(held) { throw refusal }
    let orders = try holders.map {
      WorkOrder(
        to: try $0.holder(in: act.document.agency, transaction), kind: .opinionIncoming, role: .coordinate,
        instruction: question, dueAt: due.map { Instant($0 + 1) }, isAccepted: false)
    }
    if let refusal = Refusal(obstacles(orders, act, held, today: transaction.now.day)) { throw refusal }
    try act.work.give(orders, from: held, telling: .opinionAsked)
    let asked = orders.map(\.holder.name).joined(separator: "; ")
    try act.end(.incomingOpinionAsked(asked, question: question, due: due), sending: .askOpinion)
    return asked
  }

  private func obstacles(
    _ orders: [WorkOrder], _ act: HandlingAct, _ held: WorkItem, today: Day
  ) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if holders.isEmpty {
      reasons.append(.init("Hãy chọn ít nhất một đơn vị hoặc cá nhân.", field: HandlingField.places))
    }
    if Set(holders).count < holders.count || holders.count > [DirectedTo].countMax {
      reasons.append(
        .init("Mỗi nơi hỏi một lần, tối đa \([DirectedTo].countMax) nơi.", field: HandlingField.places))
    }
    for order in orders where order.holder.principal == held.holder {
      reasons.append(.init("\(order.holder.name) đang giữ chính việc này.", field: HandlingField.places))
    }
    for asked in act.children(of: held) where asked.kind == .opinionIncoming && asked.isOpen {
      guard orders.contains(where: { $0.holder.principal == asked.holder }) else { continue }
      reasons.append(
        .init("Đã hỏi \(asked.holderName) lúc \(asked.givenAt.text), chưa trả lời.", field: HandlingField.places))
    }
    if question.isEmpty { reasons.append(.init("Hãy ghi nội dung xin ý kiến.", field: HandlingField.text)) }
    if question.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Nội dung dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.text))
    }
    if let due, due < today { reasons.append(.init("Hạn không được trước hôm nay.", field: HandlingField.due)) }
    return reasons
  }
}
