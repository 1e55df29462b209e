import Audit
import Database
import Kernel
import Notifications
import Work

/// Urges whoever holds a piece of work (đôn đốc): at a level, counted (DEN-14).
package struct UrgeWork: Sendable {
  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var level: WorkUrging.Level
  package var text: String

  package init(_ item: WorkItem.ID, on document: IncomingDocument.ID, level: WorkUrging.Level, text: String) {
    self.item = item
    self.document = document
    self.level = level
    self.text = text
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> WorkUrging {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let item = try act.items.find(item)
    if let refusal = Self.obstacle(item, act.items, for: actor) { throw refusal }
    if text.count > HandlingAccess.reasonLengthMax {
      throw Refusal(
        .invalid, "Lời đôn đốc dài quá \(HandlingAccess.reasonLengthMax) ký tự.", field: HandlingField.text)
    }
    let urging = try WorkUrgingStore(transaction).add(level, text, on: item, by: actor.nameOnRecord)
    try Notifications.tell(
      .workUrged, [item.holder], on: act.work.subject, "\(level.label), lần \(urging.ordinal). \(text)", by: actor,
      source: item.id.number, in: transaction)
    try act.end(.incomingUrged(item.holderName, level: level.label, ordinal: urging.ordinal, text: text))
    return urging
  }

  /// Why this person cannot urge; nil when they can: whoever gave the work, leaders, the head of office, the registry.
  static func obstacle(_ item: WorkItem, _ items: [WorkItem], for actor: Actor) -> Refusal? {
    guard items.governs(actor, item) || actor.agency == item.agency && actor.mayUrge else {
      return Refusal(.forbidden, "Chỉ người giao, lãnh đạo, chánh văn phòng hoặc văn thư cơ quan đôn đốc việc này.")
    }
    guard item.isOpen else { return item.ended }
    guard !item.isHeld(by: actor) else { return Refusal(.conflict, "Việc này do chính anh/chị giữ.") }
    // A unit answers for what it passed on; a leader who has directed waits for the units.
    guard item.state != .passedOn || item.role != .decide else {
      return Refusal(.conflict, "\(item.holderName) đã cho ý kiến; hãy đôn đốc nơi được giao.")
    }
    return nil
  }
}

extension Actor {
  fileprivate var mayUrge: Bool { isLeader || isHeadOfOffice || isRegistryClerk }
}
