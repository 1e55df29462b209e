import Database
import Documents
import Kernel
import Registers

/// Keeps the next number of the series that a document of this type and unit will belong to.
package struct ReserveOutgoingNumber: Sendable {
  package var typeKey = ""
  package var bodyName = ""
  package var notation = ""
  package var unit: UnitID?
  package var owner = ""
  package var reason = ""
  package var expiresOn: Day

  package init(expiresOn: Day) { self.expiresOn = expiresOn }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> NumberReservation {
    guard OutgoingDocumentAccess.mayNumber(actor) else { throw OutgoingDocumentAccess.notRegistry }
    guard try DocumentTypeStore(transaction).find(typeKey)?.isAdministrative == true else {
      throw Refusal(.invalid, "Chưa chọn tên loại văn bản.", field: NumberingField.type)
    }
    guard ![owner, reason, notation].contains(where: SecrecyMark.isMarked) else {
      throw NumberOutgoingDocument.marked
    }
    var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
    (facts.typeKey, facts.bodyName, facts.notation, facts.unit) = (typeKey, bodyName, notation, unit)
    let rules = try NumberingRules(actor.agency, in: transaction)
    if notation.isEmpty { facts.notation = rules.notation(of: facts) }
    if facts.notation.contains(where: { $0.isWhitespace || $0 == "/" }) {
      throw Refusal(
        .invalid, "Ký hiệu viết liền, không có dấu cách và dấu «/», ví dụ QĐ-TCĐC.", field: NumberingField.notation)
    }
    return try ReserveNumber(
      .outgoing, bookName: rules.bookName(of: facts, year: transaction.now.day.year), typeKey: typeKey,
      notation: facts.notation, owner: owner, reason: reason, expiresOn: expiresOn
    ).perform(by: actor, in: transaction)
  }
}
