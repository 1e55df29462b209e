import Database
import Exchange
import Kernel

extension SendingWay: SQLConvertible {}
extension OutgoingRecipient.State: SQLConvertible {}

/// All SQL on recipients. The caller has found the document for the actor.
package struct OutgoingRecipientStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  package func list(of document: OutgoingDocument.ID) throws -> [OutgoingRecipient] {
    try listLater(of: document).get()
  }

  /// The same, not waited for.
  func listLater(of document: OutgoingDocument.ID) throws -> Later<[OutgoingRecipient]> {
    try transaction.later("\(Self.columns) WHERE document_id = \(document) ORDER BY position").map {
      try $0.map(OutgoingRecipient.init)
    }
  }

  /// Of documents that are listed or printed together, in one batch.
  func lists(of documents: [OutgoingDocument.ID]) throws -> [OutgoingDocument.ID: [OutgoingRecipient]] {
    guard !documents.isEmpty else { return [:] }
    let all = try transaction.rows(
      "\(Self.columns) WHERE document_id IN (\(.list(documents))) ORDER BY document_id, position"
    ).map(OutgoingRecipient.init)
    return Dictionary(grouping: all, by: \.document)
  }

  /// Puts these in the place of the recipients that stand there; only while nothing was sent.
  func replace(_ recipients: [OutgoingRecipient], of document: OutgoingDocument.ID) throws {
    try transaction.run("DELETE FROM outgoing_recipients WHERE document_id = \(document)")
    try add(recipients, to: document)
  }

  /// Adds lines behind those there are.
  func add(_ recipients: [OutgoingRecipient], to document: OutgoingDocument.ID) throws {
    for recipient in recipients {
      try transaction.later(
        """
        INSERT INTO outgoing_recipients (id, document_id, position, name, way, unit_id, outside_agency_id, state,
          sent_at, sent_by, proof, envelopes, answered_at, answer, agency_id, packet_id, is_informed)
        VALUES (\(recipient.id), \(document), \(recipient.position), \(recipient.name), \(recipient.way),
          \(recipient.unit), \(recipient.outsideAgency), \(recipient.state), \(recipient.sentAt), \(recipient.sentBy),
          \(recipient.proof), \(recipient.envelopes), \(recipient.answeredAt), \(recipient.answer),
          \(recipient.agency), \(recipient.packet), \(recipient.isInformed))
        """)
    }
  }

  func save(_ recipient: OutgoingRecipient) throws {
    try transaction.run(
      """
      UPDATE outgoing_recipients SET way = \(recipient.way), state = \(recipient.state), sent_at = \(recipient.sentAt),
        sent_by = \(recipient.sentBy), proof = \(recipient.proof), envelopes = \(recipient.envelopes),
        answered_at = \(recipient.answeredAt), answer = \(recipient.answer), packet_id = \(recipient.packet)
      WHERE id = \(recipient.id)
      """)
  }

  /// What goes within the installation is sent when it is issued.
  func markSent(_ recipients: [OutgoingRecipient.ID], by name: String) throws {
    try transaction.later(
      """
      UPDATE outgoing_recipients SET state = \(OutgoingRecipient.State.sent), sent_at = \(transaction.now),
        sent_by = \(name)
      WHERE id IN (\(.list(recipients)))
      """)
  }

  /// As what it went.
  func connect(_ recipient: OutgoingRecipient.ID, to packet: Packet.ID) throws {
    try transaction.later("UPDATE outgoing_recipients SET packet_id = \(packet) WHERE id = \(recipient)")
  }

  static let columns: SQL = """
    SELECT id, document_id, position, name, way, unit_id, outside_agency_id, state, sent_at, sent_by, proof, envelopes,
      answered_at, answer, agency_id, packet_id, is_informed
    FROM outgoing_recipients
    """
}

extension OutgoingRecipient {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), document: try row.get("document_id"), position: try row.get("position"),
      name: try row.get("name"), isInformed: try row.get("is_informed"), way: try row.get("way"),
      unit: try row.find("unit_id"),
      agency: try row.find("agency_id"), packet: try row.find("packet_id"),
      outsideAgency: try row.find("outside_agency_id"), state: try row.get("state"), sentAt: try row.find("sent_at"),
      sentBy: try row.find("sent_by"), proof: try row.get("proof"), envelopes: try row.find("envelopes"),
      answeredAt: try row.find("answered_at"), answer: try row.get("answer"))
  }
}
