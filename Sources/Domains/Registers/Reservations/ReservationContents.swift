import Database
import Kernel

/// What the book says of numbers that are kept free, and of those given up again.
struct ReservationContents: RegisterContents {
  func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow] {
    var rows: [RecordReference: RegisterRow] = [:]
    for reserved in try NumberReservationStore(transaction).list(entries.map(\.record.number)) {
      let kept = reserved.state == .open ? "; giữ đến hết \(reserved.expiresOn.text)" : ""
      rows[.numberReservation(reserved.id)] = RegisterRow(
        outgoing: reserved.number, codeText: reserved.codeText, issuedDay: reserved.day,
        typeAndSubject: "(Giữ số cho \(reserved.owner))", note: "Giữ số: \(reserved.reason)\(kept)")
    }
    return rows
  }

  func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    _ = try NumberReservationStore(transaction).end(
      NumberReservation.ID(record.number), as: .released, by: actor.nameOnRecord)
  }
}
