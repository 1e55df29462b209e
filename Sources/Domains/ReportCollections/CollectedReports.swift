import Database
import Exchange
import IncomingDocuments
import Kernel
import OutgoingDocuments

/// Tells the pages of documents which forms for reports belong to them.
package struct CollectedReports: CollectedSheets {
  package init() {}

  /// Whether figures are, or were, collected by a document: they are kept with it (LT-03).
  package func isCollected(by document: OutgoingDocument.ID, in transaction: any Transaction) throws -> Bool {
    try ReportCollectionStore(transaction).exists(ofDocument: document)
  }

  package func sheets(
    of record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [CollectedSheet] {
    let answers = SheetAnswerStore(transaction)
    switch record.code {
    case RecordReference.outgoingDocumentCode:
      let document = OutgoingDocument.ID(record.number)
      let asked = try ReportCollectionStore(transaction).find(ofDocument: document, askedBy: actor)
      let own = try asked.map { [Self.asking($0, try answers.places(of: document))] } ?? []
      return own + (try answers.asked(ofUnitBy: document, actor).map { Self.answering($0, $1, transaction.now.day) })
    case RecordReference.packetCode:
      return try answers.asked(of: .init(record.number), answeredBy: actor).map {
        Self.answering($0, $1, transaction.now.day)
      }
    case RecordReference.incomingDocumentCode:
      guard let packet = try PacketStore(transaction).ofIncomingLater(record.number).get() else { return [] }
      return try answers.asked(of: packet.id, answeredBy: actor).map { Self.answering($0, $1, transaction.now.day) }
    default: return []
    }
  }

  package func askingPath(
    for record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> String? {
    guard record.code == RecordReference.outgoingDocumentCode else { return nil }
    let document = OutgoingDocument.ID(record.number)
    return try ReportCollectionStore(transaction).mayAsk(about: document, actor)
      ? ReportCollectionPaths.making(document) : nil
  }

  private static func asking(_ collection: ReportCollection, _ places: [AskedPlace]) -> CollectedSheet {
    let inside = places.filter(\.isInside)
    let sent = inside.filter { $0.answer?.state == .sent }.count
    return CollectedSheet(
      collection.form.title,
      line: "\(sent)/\(inside.count) nơi đã gửi số liệu, hạn \(collection.dueOn.textWithWeekday)",
      stateLabel: collection.state.label, standing: collection.state == .closed || sent == inside.count ? .done : .open,
      path: ReportCollectionPaths.show(collection.id), act: "Xem tổng hợp")
  }

  private static func answering(_ collection: ReportCollection, _ place: AskedPlace, _ today: Day) -> CollectedSheet {
    let standing = place.standing(dueOn: collection.dueOn)
    let isSent = standing == .sent || standing == .sentLate
    let isLate = !isSent && today > collection.dueOn
    let label = isLate && standing == .missing ? "Chưa gửi, quá hạn" : standing.label
    let mayFill = collection.obstacle(to: .send) == nil
    return CollectedSheet(
      collection.form.title,
      line: "hạn \(collection.dueOn.textWithWeekday)\(collection.state == .closed ? ", đã khóa sổ" : "")",
      stateLabel: label, standing: isSent ? .done : isLate || standing == .returned ? .wrong : .open,
      path: ReportCollectionPaths.place(place.recipient),
      act: !mayFill ? "Xem số liệu" : isSent ? "Xem, gửi lại" : standing == .returned ? "Sửa số liệu" : "Điền số liệu")
  }
}
