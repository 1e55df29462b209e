import Database
import Documents
import Drafts
import Kernel
import Registers

/// Tells the outgoing register what its lines say (form 6.1).
package struct OutgoingRegisterContents: RegisterContents {
  package init() {}

  package func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow] {
    let documents = try OutgoingDocumentStore(transaction).listForBook(of: agency, entries.map(\.record.number))
    let recipients = try OutgoingRecipientStore(transaction).lists(of: documents.map(\.id))
    let receipts = try OutgoingReceipts(of: documents, recipients, in: transaction)
    let types = Dictionary(uniqueKeysWithValues: try DocumentTypeStore(transaction).all().map { ($0.key, $0.name) })
    var rows: [RecordReference: RegisterRow] = [:]
    for document in documents {
      let facts = document.facts
      let places = recipients[document.id] ?? []
      var row = RegisterRow(
        outgoing: document.number, codeText: document.codeText, issuedDay: facts.issuedDate,
        typeAndSubject: [types[facts.typeKey], facts.subject].compactMap { $0 }.joined(separator: ": "),
        signer: facts.signerName, recipients: RegisterRow.told(places.map(\.name)),
        fileCopyHolder: facts.fileCopyHolder,
        amount: facts.amount, dispatchedDay: places.compactMap(\.sentAt).min()?.day,
        receipt: RegisterRow.told(receipts.all(of: places)), note: document.registerNote(places),
        path: OutgoingDocumentPaths.show(document.id))
      row.isCancellable = document.obstacle(to: .cancel) == nil
      rows[.outgoingDocument(document.id)] = row
    }
    return rows
  }

  package func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(OutgoingDocument.ID(record.number), visibleTo: actor)
    if current.state == .issued {
      throw Refusal(.conflict, "Văn bản \(current.codeText) đã phát hành. Hãy thu hồi văn bản thay vì hủy số.")
    }
    var document = try current.taking(.cancel)
    document.endReason = reason
    try store.save(document, from: current.version)
    if let draft = current.draft { try DraftStore(transaction).setOutgoing(nil, of: draft) }
    try OutgoingIndexing.index(document, in: transaction)
  }
}

extension OutgoingDocument {
  /// Ghi chú: that it was recalled, why, and to whom it had not gone by then; then the clerk's own note.
  fileprivate func registerNote(_ places: [OutgoingRecipient]) -> String {
    guard state == .recalled else { return facts.note }
    let unsent = places.filter { $0.state == .waiting }.map(\.name)
    return [
      "Đã thu hồi: \(endReason ?? "")",
      unsent.isEmpty ? "" : "Không gửi, đã thu hồi: \(RegisterRow.told(unsent))", facts.note,
    ].filter { !$0.isEmpty }.joined(separator: ". ")
  }
}
