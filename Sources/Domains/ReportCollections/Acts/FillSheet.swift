import Database
import Documents
import Kernel
import OutgoingDocuments

/// Keeps what was typed so far, unchecked (lưu nháp). What was sent before stays sent.
package struct SaveSheet: Sendable {
  package var recipient: OutgoingRecipient.ID
  package var typed: [[String]]
  package var formVersion: Int

  package init(_ recipient: OutgoingRecipient.ID, _ typed: [[String]], formVersion: Int) {
    self.recipient = recipient
    self.typed = typed
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> AskedPlace {
    let found = try FoundPlace.lock(recipient, .save, by: actor, in: transaction)
    let typed = SheetFilling.kept(typed, found.collection.form)
    try SheetFilling.guardTyped(typed)
    let answer = SheetFilling.saved(typed, in: found.place, by: actor, at: transaction.now)
    try SheetAnswerStore(transaction).save(
      answer, of: found.place, found.collection.id, agency: actor.agency, from: formVersion)
    return found.place
  }
}

/// Puts what a file says in the place of what was typed (nhận tệp Excel): only a file without a fault.
package struct TakeSheetFile: Sendable {
  package var recipient: OutgoingRecipient.ID
  /// Why the file is not taken.
  package var faults: [String]
  package var typed: [[String]]
  package var formVersion: Int

  package init(_ recipient: OutgoingRecipient.ID, _ reading: SheetFileReading, formVersion: Int) {
    self.recipient = recipient
    (faults, typed) = (reading.faults, reading.typed)
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> AskedPlace {
    if let refusal = Refusal(faults.map { .init($0, field: SheetFormField.file) }) { throw refusal }
    return try SaveSheet(recipient, typed, formVersion: formVersion).perform(by: actor, in: transaction)
  }
}

/// What both do to what is typed.
enum SheetFilling {
  /// Blank rows at the end are left out.
  static func kept(_ typed: [[String]], _ form: SheetForm) -> [[String]] {
    var rows = typed.prefix(SheetForm.mostRows + 1).map { row in
      form.columns.indices.map { row.indices.contains($0) ? row[$0].normalizedLine : "" }
    }
    while let last = rows.last, last.allSatisfy(\.isEmpty) { rows.removeLast() }
    return rows
  }

  static func guardTyped(_ typed: [[String]]) throws {
    if typed.contains(where: { $0.contains { $0.count > SheetCell.lettersMax } }) {
      throw Refusal(.invalid, "Có ô dài quá \(SheetCell.lettersMax) ký tự. Hãy rút gọn.")
    }
    try Secrecy.refuseMarked(typed.flatMap(\.self))
  }

  static func saved(_ typed: [[String]], in place: AskedPlace, by actor: Actor, at now: Instant) -> SheetAnswer {
    var answer =
      place.answer
      ?? SheetAnswer(
        state: .draft, draft: [], savedAt: now, savedBy: "", sendings: 0, rowCount: 0, returnReason: "", version: 0)
    (answer.draft, answer.savedAt, answer.savedBy) = (typed, now, actor.nameOnRecord)
    return answer
  }
}
