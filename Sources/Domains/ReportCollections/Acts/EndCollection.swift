import Audit
import Database
import Documents
import Exchange
import Kernel
import Notifications
import OutgoingDocuments

/// Gives a place its values back to be put right (trả lại để sửa): they count no longer, and it owes an answer again.
package struct GiveSheetBack: Sendable {
  package var recipient: OutgoingRecipient.ID
  package var reason: String
  package var formVersion: Int

  package init(_ recipient: OutgoingRecipient.ID, reason: String, formVersion: Int) {
    self.recipient = recipient
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> AskedPlace {
    let found = try FoundPlace.lock(recipient, .giveBack, by: actor, in: transaction)
    let (collection, place) = (found.collection, found.place)
    guard var answer = place.answer, answer.state == .sent else {
      throw Refusal(.conflict, "\(place.name) chưa gửi số liệu, hoặc đã được trả lại trước đó.")
    }
    if reason.isEmpty { throw Refusal(.invalid, "Ghi lý do để nơi gửi biết sửa gì.", field: SheetFormField.reason) }
    if reason.count > ReportCollectionAccess.reasonLengthMax {
      throw Refusal(
        .invalid, "Dài quá \(ReportCollectionAccess.reasonLengthMax) ký tự.", field: SheetFormField.reason)
    }
    try Secrecy.refuseMarked([reason])
    (answer.state, answer.returnReason, answer.returnedAt) = (.returned, reason, transaction.now)
    try SheetAnswerStore(transaction).save(answer, of: place, collection.id, agency: actor.agency, from: formVersion)
    if place.isReplyData {
      try ReplyRequestStore(transaction).save(nil, of: recipient.number)
      try UnitReplies.reopen(recipient, of: collection.document, by: actor, in: transaction)
    }
    let event = AuditEvent.sheetReturned(place.name, reason)
    try Audit.record(event, on: .reportCollection(collection.id), by: actor, in: transaction)
    let desk = try PlaceDesk(of: place, asking: collection.document, in: transaction)
    if place.unit == nil { try Audit.record(event, on: desk.record, by: actor, in: transaction) }
    try Notifications.tell(
      .workReturned, desk.principals, on: desk.record,
      "Biểu «\(collection.form.title)»: \(reason)", by: actor, in: transaction)
    return place
  }
}

/// Ends the collecting, or takes it up again (khóa sổ, mở lại).
package struct CloseCollection: Sendable {
  package var collection: ReportCollection.ID
  package var step: ReportCollection.Step
  package var formVersion: Int

  /// - Parameter step: `close` or `reopen`.
  package init(_ collection: ReportCollection.ID, _ step: ReportCollection.Step, formVersion: Int) {
    precondition(step == .close || step == .reopen)
    self.collection = collection
    self.step = step
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> ReportCollection {
    let store = ReportCollectionStore(transaction)
    var current = try store.lock(collection, askedBy: actor)
    if let obstacle = current.obstacle(to: step) { throw obstacle }
    let isClosing = step == .close
    current.state = isClosing ? .closed : .open
    (current.closedAt, current.closedBy) = isClosing ? (transaction.now, actor.nameOnRecord) : (nil, nil)
    try store.save(current, from: formVersion)
    let places = try SheetAnswerStore(transaction).places(of: current.document).filter(\.isInside)
    let sent = places.filter { $0.answer?.state == .sent }.count
    for record in [RecordReference.reportCollection(collection), .outgoingDocument(current.document)] {
      try Audit.record(
        isClosing ? .collectionClosed(sent, of: places.count) : .collectionReopened, on: record, by: actor,
        in: transaction)
    }
    return current
  }
}
