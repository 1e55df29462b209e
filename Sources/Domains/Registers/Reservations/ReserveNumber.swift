import Audit
import Database
import Kernel

/// Takes the next number of a book for a document that comes later (giữ số): it bears today's date and stands in the
/// book at once, with its owner, why and until when (DI-01).
package struct ReserveNumber: Sendable {
  package var kind: RegisterKind
  /// Name of a further book; the main one when empty.
  package var bookName: String
  package var typeKey: String
  package var notation: String
  package var owner: String
  package var reason: String
  package var expiresOn: Day

  package init(
    _ kind: RegisterKind, bookName: String = "", typeKey: String, notation: String, owner: String, reason: String,
    expiresOn: Day
  ) {
    self.kind = kind
    self.bookName = bookName
    self.typeKey = typeKey
    self.notation = notation.normalizedLine
    self.owner = owner.normalizedLine
    self.reason = reason.normalizedLine
    self.expiresOn = expiresOn
  }

  package func obstacles(today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    let texts = [
      (owner, ReservationField.owner, "Giữ số cần ghi người hoặc đơn vị xin giữ.", 200),
      (reason, ReservationField.reason, "Giữ số cần ghi lý do; lý do được in ở cột Ghi chú của sổ.", 500),
      (notation, ReservationField.notation, "Chưa có ký hiệu văn bản.", 30),
    ]
    for (text, field, missing, limit) in texts {
      if text.isEmpty { reasons.append(.init(missing, field: field)) }
      if text.count > limit { reasons.append(.init("Dài quá \(limit) ký tự.", field: field)) }
    }
    if expiresOn < today || expiresOn > today + NumberReservation.daysMax {
      reasons.append(
        .init(
          "Chỉ giữ số đến một ngày từ hôm nay đến \((today + NumberReservation.daysMax).text).",
          field: ReservationField.expiresOn))
    }
    return reasons
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> NumberReservation {
    guard RegistersAccess.mayKeep(actor) else { throw RegistersAccess.notKeeper }
    if let refusal = Refusal(obstacles(today: transaction.now.day)) { throw refusal }
    let id = try transaction.nextID(NumberReservation.ID.self, of: "number_reservations")
    let taken = try TakeNumber(
      for: .numberReservation(id), kind, bookName: bookName, arrivedAt: transaction.now
    ).perform(by: actor, in: transaction)
    let reservation = NumberReservation(
      id: id, agency: actor.agency, book: taken.book, number: taken.number, day: transaction.now.day,
      notation: notation, typeKey: typeKey, owner: owner, reason: reason, expiresOn: expiresOn,
      madeAt: transaction.now, madeBy: actor.nameOnRecord, keeper: actor.post, state: .open)
    try NumberReservationStore(transaction).add(reservation)
    try Audit.record(
      .numberReserved(reservation, taken.bookTitle), on: .numberReservation(id), by: actor, in: transaction)
    return reservation
  }
}

/// Gives a reserved number to the document it was kept for; its date stays true. Called by the act that numbers the
/// document, in its transaction.
package struct UseReservation: Sendable {
  package var reservation: NumberReservation.ID
  package var record: RecordReference

  package init(_ reservation: NumberReservation.ID, for record: RecordReference) {
    self.reservation = reservation
    self.record = record
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> NumberReservation {
    guard RegistersAccess.mayKeep(actor) else { throw RegistersAccess.notKeeper }
    let store = NumberReservationStore(transaction)
    let reserved = try store.lock(reservation, visibleTo: actor)
    guard reserved.state == .open, try store.end(reserved.id, as: .used, by: actor.nameOnRecord) else {
      throw Refusal(
        .conflict, "Số \(reserved.codeText) không còn được giữ. Hãy lấy số mới.", field: ReservationField.chosen)
    }
    guard reserved.expiresOn >= transaction.now.day else {
      throw Refusal(
        .conflict, "Số \(reserved.codeText) chỉ giữ đến hết \(reserved.expiresOn.text). Hãy lấy số mới.",
        field: ReservationField.chosen)
    }
    try NumberStore(transaction).pass(reserved.number, in: reserved.book, to: record)
    try Audit.record(
      .reservationUsed(reserved), on: .numberReservation(reserved.id), by: actor, in: transaction)
    return reserved
  }
}

/// Names of the fields of a reservation's forms.
package enum ReservationField {
  package static let notation = "ky-hieu"
  package static let owner = "nguoi-giu"
  package static let reason = "ly-do"
  package static let expiresOn = "giu-den"
  /// The reserved number that a document takes.
  package static let chosen = "so-giu"
}
