import Audit
import Database
import Kernel

/// Notes that the sender was told of the receipt (ghi đã báo nhận) (DEN-06).
package struct AcknowledgeReceipt: Sendable {
  package var document: IncomingDocument.ID
  package var on: Day
  package var way: ReceptionNotice.Way

  package init(document: IncomingDocument.ID, on day: Day, way: ReceptionNotice.Way) {
    self.document = document
    on = day
    self.way = way
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try IncomingDocumentStore(transaction).lock(document, visibleTo: actor)
    let store = ReceptionNoticeStore(transaction)
    if let refusal = Self.obstacle(current, try store.findLater(document).get(), for: actor) { throw refusal }
    if let refusal = Refusal(reasons(current, today: transaction.now.day)) { throw refusal }
    let told = ReceptionNotice.Told(on: on, way: way, notedAt: transaction.now, notedBy: actor.nameOnRecord)
    try store.note(told, of: document)
    try Audit.record(
      .incomingAcknowledged(on: on, way: way.label), on: .incomingDocument(document), by: actor, in: transaction)
  }

  /// Why nobody notes it; nil when this actor may.
  static func obstacle(_ document: IncomingDocument, _ notice: ReceptionNotice?, for actor: Actor) -> Refusal? {
    guard IncomingDocumentAccess.mayCorrect(document, actor) else { return IncomingDocumentAccess.notRegistry }
    guard let notice else {
      return Refusal(
        .conflict,
        "Văn bản này đến bằng đường giấy, hoặc vào sổ trước khi hệ thống theo dõi báo nhận, nên không nợ báo nhận.")
    }
    return notice.told.map {
      Refusal(.conflict, "\($0.notedBy) đã ghi báo nhận ngày \($0.on.text), qua \($0.way.label).")
    }
  }

  private func reasons(_ document: IncomingDocument, today: Day) -> [Refusal.Reason] {
    if on > today { return [.init("Ngày báo nhận không được sau hôm nay.", field: HandlingField.due)] }
    if on < document.facts.arrivalDate {
      return [
        .init("Ngày báo nhận không được trước ngày đến (\(document.facts.arrivalDate.text)).", field: HandlingField.due)
      ]
    }
    return []
  }
}
