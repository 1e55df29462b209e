import Database
import Kernel

/// What the lines of a book say. The flow that owns the records fills it; `App` brings the two together.
package protocol RegisterContents: Sendable {
  /// Columns of the records, all registered by `agency`. The reader's right to the whole book has been checked, or a
  /// print job asks. A record that is missing in the answer is printed with its number and day only.
  func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow]

  /// Called in the transaction that cancels the record's number, so that the record can say so too.
  func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction) throws
}

/// What the lines of all books say: each kind of record is asked of whoever owns it. A line that nobody tells about has
/// its number and day only.
package struct BookContents: RegisterContents {
  private let owners: [String: any RegisterContents]

  /// - Parameter owners: by the code of the records they tell about.
  package init(_ owners: [String: any RegisterContents] = [:]) {
    self.owners = owners.merging([RecordReference.numberReservationCode: ReservationContents()]) { first, _ in first }
  }

  package func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow] {
    var rows: [RecordReference: RegisterRow] = [:]
    for (code, entries) in Dictionary(grouping: entries, by: \.record.code) {
      guard let owner = owners[code] else { continue }
      rows.merge(try owner.rows(ofBookOf: agency, entries, in: transaction)) { first, _ in first }
    }
    return rows
  }

  package func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    try owners[record.code]?.numberWasCancelled(of: record, reason: reason, by: actor, in: transaction)
  }
}

extension RegisterContents {
  /// The lines in the order of the entries, with what the register itself knows.
  func lines(
    of entries: [RegisterEntry], in book: RegisterBook, _ transaction: any Transaction
  ) throws -> [RegisterRow] {
    let rows = try rows(ofBookOf: book.agency, entries, in: transaction)
    return entries.map { entry in
      var row = rows[entry.record] ?? RegisterRow(bare: entry, of: book.kind)
      row.number = entry.number
      row.cancellation = entry.cancellation
      return row
    }
  }
}
