import Audit
import Database
import Kernel
import Work

/// Ends a piece of work with its result (hoàn thành). What only informs ends by reading.
package struct CompleteWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  /// What was done; may stay empty only where nothing was to be done.
  package var result: String

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, result: String) {
    self.item = item
    self.document = document
    self.result = result
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    if let refusal = Refusal(Self.obstacles(held, act.items), kind: .conflict) { throw refusal }
    if let refusal = Refusal(resultReasons(held)) { throw refusal }
    try act.settle(above: act.work.take(.finish, held, outcome: result), outcome: result)
    try act.end(.incomingWorkCompleted(held.role.label, result: result))
  }

  /// Everything that must end first.
  static func obstacles(_ held: WorkItem, _ items: [WorkItem]) -> [Refusal.Reason] {
    items.filter { $0.parent == held.id && $0.isOpen && $0.role != .inform }.map {
      .init("\($0.holderName) (\($0.role.label)) \($0.state.label.lowercased()).")
    }
  }

  private func resultReasons(_ held: WorkItem) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if result.isEmpty, held.role != .inform {
      reasons.append(.init("Hãy ghi kết quả giải quyết.", field: HandlingField.result))
    }
    if result.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Kết quả dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.result))
    }
    return reasons
  }
}
