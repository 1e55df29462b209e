import Database
import Documents
import Kernel
import Registers
import Work

/// Tells the register book what its lines say.
package struct IncomingRegisterContents: RegisterContents {
  package init() {}

  package func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow] {
    let numbers = entries.map(\.record.number)
    let types = Dictionary(uniqueKeysWithValues: try DocumentTypeStore(transaction).all().map { ($0.key, $0.name) })
    var rows: [RecordReference: RegisterRow] = [:]
    for document in try IncomingDocumentStore(transaction).listForBook(of: agency, numbers) {
      let facts = document.facts
      rows[.incomingDocument(document.id)] = RegisterRow(
        arrivalDay: facts.arrivalDate, number: document.arrivalNumber, author: facts.issuerName,
        codeText: facts.codeText, issuedDay: facts.issuedDate,
        typeAndSubject: [types[facts.typeKey], facts.subject].compactMap { $0 }.joined(separator: ": "),
        receiver: facts.toPlaces,
        note: facts.note, path: IncomingDocumentPaths.show(document.id))
    }
    return rows
  }

  package func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    guard record.code == RecordReference.incomingDocumentCode else { return }
    let store = IncomingDocumentStore(transaction)
    var document = try store.lock(IncomingDocument.ID(record.number), visibleTo: actor)
    guard document.state != .quarantined else {
      throw Refusal(.conflict, "Văn bản đang bị niêm giữ vì nghi có dấu mật; xử lý việc niêm giữ trước khi hủy số.")
    }
    let holders = try WorkStore(transaction).items(of: record).filter(\.isOpen).map(\.holderName)
    guard holders.isEmpty else {
      throw Refusal(
        .conflict, "Văn bản còn việc đang giao \(holders.joined(separator: "; ")). Hãy thu hồi việc trước khi hủy số.")
    }
    document.state = .cancelled
    document.cancelReason = reason
    try store.save(document, from: document.version)
    try IncomingIndexing.index(document, in: transaction)
  }
}
