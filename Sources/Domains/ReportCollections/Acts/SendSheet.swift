import Audit
import Database
import Exchange
import IncomingDocuments
import Kernel
import Notifications
import OutgoingDocuments

/// Sends what a place filled in (gửi số liệu): checked cell by cell, kept as a version of its own. The loop of the asking
/// document closes for this place; sent again, only the values change.
package struct SendSheet: Sendable {
  package var recipient: OutgoingRecipient.ID
  package var typed: [[String]]
  /// There is nothing to report, said by a person.
  package var isNothing: Bool
  package var formVersion: Int

  package init(_ recipient: OutgoingRecipient.ID, _ typed: [[String]], isNothing: Bool = false, formVersion: Int) {
    self.recipient = recipient
    self.typed = typed
    self.isNothing = isNothing
    self.formVersion = formVersion
  }

  /// What was sent, for the answer.
  package struct Outcome: Sendable, Equatable {
    package var place: AskedPlace
    package var rows: Int
    package var number: Int
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    let found = try FoundPlace.lock(recipient, .send, by: actor, in: transaction)
    let (collection, place) = (found.collection, found.place)
    let kept = SheetFilling.kept(typed, collection.form)
    try SheetFilling.guardTyped(kept)
    let rows = try checked(kept, collection.form)
    var answer = SheetFilling.saved(rows.shown(for: collection.form), in: place, by: actor, at: transaction.now)
    let number = answer.sendings + 1
    (answer.state, answer.sendings, answer.rowCount, answer.returnReason) = (.sent, number, rows.values.count, "")
    (answer.sentAt, answer.sentBy) = (transaction.now, actor.nameOnRecord)
    (answer.firstSentAt, answer.returnedAt) = (answer.firstSentAt ?? transaction.now, nil)
    let store = SheetAnswerStore(transaction)
    try store.save(answer, of: place, collection.id, agency: actor.agency, from: formVersion)
    try store.add(
      .init(number: number, rows: rows.values, sentAt: transaction.now, sentBy: actor.nameOnRecord), of: recipient)
    try close(collection, place, rows.values.count, by: actor, in: transaction)
    try tell(collection, place, rows.values.count, number, by: actor, in: transaction)
    return Outcome(place: place, rows: rows.values.count, number: number)
  }

  private func checked(_ typed: [[String]], _ form: SheetForm) throws -> SheetRows {
    if isNothing, form.isMany {
      guard typed.isEmpty else {
        throw Refusal(
          .invalid, "Đã điền \(typed.count) dòng: bỏ tích «Không phát sinh số liệu», hoặc xóa các dòng đã điền.",
          field: SheetFormField.nothing)
      }
      return SheetRows([])
    }
    let (rows, faults) = SheetRows.read(form.isMany || !typed.isEmpty ? typed : [[]], for: form)
    var reasons = faults.map { fault -> Refusal.Reason in
      guard let row = fault.row, let column = fault.column else { return .init(fault.message) }
      let place = form.isMany ? "Dòng \(row + 1): " : ""
      return .init(place + fault.message, field: SheetFormField.cell(row: row, column: column))
    }
    if rows.values.isEmpty {
      reasons.append(
        .init(
          "Chưa điền dòng nào. Nếu không có số liệu, tích «Không phát sinh số liệu».", field: SheetFormField.nothing))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    return rows
  }

  /// The place owes no answer any more. A document that answered before stays what it is.
  private func close(
    _ collection: ReportCollection, _ place: AskedPlace, _ rows: Int, by actor: Actor, in transaction: any Transaction
  ) throws {
    guard place.hasRequest, place.replyText.isEmpty || place.isReplyData else { return }
    try ReplyRequestStore(transaction).save(
      .init(
        at: place.answer?.firstSentAt ?? transaction.now, record: .reportCollection(collection.id),
        text: "đã gửi số liệu, \(rows) dòng", pairing: .link, pairedBy: actor.nameOnRecord),
      of: recipient.number)
    try UnitReplies.finish(
      recipient, of: collection.document, "đã gửi số liệu, \(rows) dòng", by: actor, in: transaction)
  }

  private func tell(
    _ collection: ReportCollection, _ place: AskedPlace, _ rows: Int, _ number: Int, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    let event = AuditEvent.sheetSent(place.name, rows: rows, number: number)
    try Audit.record(event, on: .reportCollection(collection.id), by: actor, in: transaction)
    let desk = try PlaceDesk(of: place, asking: collection.document, in: transaction)
    if place.unit == nil { try Audit.record(event, on: desk.record, by: actor, in: transaction) }
    guard place.answer?.state != .sent else { return }
    let places = try SheetAnswerStore(transaction).places(of: collection.document).filter(\.isInside)
    guard places.allSatisfy({ $0.answer?.state == .sent }) else { return }
    try Notifications.tell(
      .workCompleted, [.post(collection.makerPost)], on: .outgoingDocument(collection.document),
      "\(places.count)/\(places.count) nơi đã gửi số liệu «\(collection.form.title)»", by: actor, in: transaction)
  }
}
