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
    let types = Dictionary(uniqueKeysWithValues: try DocumentTypeStore(transaction).all().map { ($0.key, $0.name) })
    var rows: [RecordReference: RegisterRow] = [:]
    for document in documents {
      let facts = document.facts
      let places = recipients[document.id] ?? []
      let recalled = document.state == .recalled ? "Đã thu hồi: \(document.endReason ?? "")" : ""
      rows[.outgoingDocument(document.id)] = RegisterRow(
        outgoing: document.number, codeText: document.codeText, issuedDay: facts.issuedDate,
        typeAndSubject: [types[facts.typeKey], facts.subject].compactMap { $0 }.joined(separator: ": "),
        signer: facts.signerName, recipients: Self.shown(places.map(\.name)), fileCopyHolder: facts.fileCopyHolder,
        amount: facts.amount, dispatchedDay: places.compactMap(\.sentAt).min()?.day,
        receipt: Self.shown(places.map(\.proof).filter { !$0.isEmpty }),
        note: [recalled, facts.note].filter { !$0.isEmpty }.joined(separator: ". "),
        path: OutgoingDocumentPaths.show(document.id))
    }
    return rows
  }

  /// A column of the printed book holds so many places.
  private static let placesMax = 12

  private static func shown(_ places: [String]) -> String {
    places.count > placesMax
      ? places.prefix(placesMax).joined(separator: "; ") + " và \(places.count - placesMax) nơi khác"
      : places.joined(separator: "; ")
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
