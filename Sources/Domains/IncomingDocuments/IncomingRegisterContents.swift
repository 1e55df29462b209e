import Database
import Documents
import Exchange
import Kernel
import Registers
import Work

/// Tells the register book what its lines say.
package struct IncomingRegisterContents: RegisterContents {
  /// What a recall froze may still be destroyed for its secrecy mark.
  private let isDestroying: Bool

  package init(isDestroying: Bool = false) { self.isDestroying = isDestroying }

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

  /// Why a number is not cancelled while somebody is at work; nil when nobody is. Page and act say the same.
  static func obstacle(_ items: [WorkItem]) -> Refusal? {
    let holders = items.filter(\.isOpen).map(\.holderName)
    guard !holders.isEmpty else { return nil }
    return Refusal(
      .conflict, "Văn bản còn việc đang giao \(holders.joined(separator: "; ")). Hãy thu hồi việc trước khi hủy số.")
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
    if !isDestroying, let recalled = document.recalled { throw recalled.refusal(document.arrivalNumber) }
    if let refusal = Self.obstacle(try WorkStore(transaction).items(of: record)) { throw refusal }
    document.state = .cancelled
    document.cancelReason = reason
    try store.save(document, from: document.version)
    try IncomingIndexing.index(document, in: transaction)
    // What came as a packet waits in the intake again.
    let packets = PacketStore(transaction)
    try ReplyRequestStore(transaction).unpair(record, of: document.agency)
    if let packet = try packets.ofIncomingLater(record.number).get() { try packets.putBack(packet.id) }
  }
}
