import Access
import Database
import Documents
import Kernel
import Organization
import Work

/// Rows of «Việc của tôi» about documents that the agency sent to its own units.
package struct HeldOutgoing: HeldRowSource {
  package let code = RecordReference.outgoingDocumentCode

  package init() {}

  package func rows(
    of items: [WorkItem], for actor: Actor, in transaction: any Transaction
  ) throws -> [WorkItem.ID: HeldRow] {
    let documents = try OutgoingDocumentStore(transaction).list(items.map(\.subject.number), visibleTo: actor)
    let known = Dictionary(uniqueKeysWithValues: documents.map { ($0.id.number, $0) })
    return items.reduce(into: [:]) { rows, item in
      guard let document = known[item.subject.number] else { return }
      let facts = document.facts
      rows[item.id] = HeldRow(
        path: OutgoingDocumentPaths.show(document.id), previewPath: OutgoingDocumentPaths.preview(document.id),
        asked: Self.asked(item, actor), codeText: document.codeText, subject: facts.subject,
        sender: item.parent == nil ? "\(facts.signerLine) \(facts.signerName)" : item.giverName,
        urgency: facts.urgency == .normal ? "" : facts.urgency.rawValue, keys: [])
    }
  }

  package func handOver(
    _ item: WorkItem, to successor: PostID, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    try HandOverUnitWork(item.id, on: .init(item.subject.number), to: successor, reason: reason)
      .perform(by: actor, in: transaction)
  }

  /// What posts may own of this flow (HS-11).
  package static let owned: [any OwnedThings] = [
    OwnedWork("work.outgoing", "Việc thực hiện văn bản của cơ quan", of: HeldOutgoing(), .but([])) {
      $0.unit == $1.unit
    },
    OwnedWork("work.outgoingToKnow", "Văn bản của cơ quan để biết, chưa đọc", of: HeldOutgoing(), .toKnow),
  ]

  /// The next step.
  private static func asked(_ item: WorkItem, _ actor: Actor) -> String {
    switch item.state {
    case .offered: AssignUnitWork.may(item, actor) ? "Nhận, phân công" : "Nhận việc"
    case .inProgress: AssignUnitWork.may(item, actor) ? "Phân công, báo kết quả" : "Thực hiện"
    case .waiting: "Xem để biết"
    case .passedOn, .done, .returned, .recalled: item.state.label
    }
  }
}

/// An officer's work goes to another of the unit as it was given (bàn giao), when they leave or move.
package struct HandOverUnitWork: Sendable {
  package var document: OutgoingDocument.ID
  package var item: WorkItem.ID
  package var successor: PostID
  package var reason: String

  package init(_ item: WorkItem.ID, on document: OutgoingDocument.ID, to successor: PostID, reason: String) {
    self.item = item
    self.document = document
    self.successor = successor
    self.reason = reason.normalizedLine
  }

  /// Refuses before anything is changed.
  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try UnitWorkAct(document, words: [reason], by: actor, in: transaction)
    let held = try act.items.find(item)
    let isHead = actor.roles.contains(.unitHead) && held.unit == actor.unit
    guard held.holder.isPost, held.holder == .post(actor.post) || isHead else {
      throw Refusal(.forbidden, "Chỉ \(held.holderName) hoặc lãnh đạo đơn vị bàn giao được việc này.")
    }
    guard held.isOpen else { throw held.ended }
    let holder = try HolderChoice.post(successor).holder(in: act.document.agency, transaction)
    guard holder.unit == held.unit, holder.principal != held.holder else {
      throw Refusal(
        .invalid, "Việc theo văn bản \(act.document.codeText) chỉ bàn giao cho người khác trong đơn vị.",
        field: UnitWorkField.officer)
    }
    if let refusal = Refusal(UnitWorkWords.reasons(reason, "bàn giao")) { throw refusal }
    try act.work.handOver(held, to: holder)
    try act.end(.unitWorkHandedOver(from: held.holderName, to: holder.name, reason: reason))
  }
}
