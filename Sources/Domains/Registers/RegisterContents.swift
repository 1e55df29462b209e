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

/// Books whose lines nobody fills: number and day only.
package struct NoRegisterContents: RegisterContents {
  package init() {}

  package func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow] { [:] }

  package func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {}
}

extension RegisterContents {
  /// The lines in the order of the entries, with what the register itself knows.
  func lines(
    of entries: [RegisterEntry], in book: RegisterBook, _ transaction: any Transaction
  ) throws -> [RegisterRow] {
    let rows = try rows(ofBookOf: book.agency, entries, in: transaction)
    return entries.map { entry in
      var row =
        rows[entry.record]
        ?? RegisterRow(
          arrivalDay: entry.day, number: entry.number, author: "", codeText: "", issuedDay: nil, typeAndSubject: "")
      row.number = entry.number
      row.cancellation = entry.cancellation
      return row
    }
  }
}
