import Database
import Kernel
import Registers

/// One line of the postal register.
struct PostalLine: Sendable, Equatable {
  var key: Int64
  var document: OutgoingDocument.ID
  var sentAt: Instant
  var codeText: String
  var recipient: String
  var envelopes: Int?
  var proof: String
  var note: String

  /// Ngày chuyển.
  var sentOn: Day { sentAt.day }

  /// The six cells as printed.
  var cells: [String] {
    [sentOn.text, codeText, recipient, envelopes.map(String.init) ?? "", proof, note]
  }
}

/// SQL of the postal register: what the actor may see of it.
struct PostalBookStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Lines by the time they were recorded, newest first, below `key`.
  func lines(from: Day?, to: Day?, before key: Int64?, limit: Int, visibleTo actor: Actor) throws -> [PostalLine] {
    var conditions: [SQL] = []
    if let from { conditions.append("AND r.sent_at >= \(Instant(from))") }
    if let to { conditions.append("AND r.sent_at < \(Instant(to + 1))") }
    if let key { conditions.append("AND r.id < \(key)") }
    return try transaction.rows(
      """
      SELECT r.id, r.document_id, r.sent_at, r.name, r.envelopes, r.proof, r.state, r.answer, number, notation
      FROM outgoing_recipients r JOIN outgoing_documents ON outgoing_documents.id = r.document_id
      WHERE r.way = 'post' AND r.sent_at IS NOT NULL AND outgoing_documents.agency_id = \(actor.agency)
      AND \(OutgoingDocumentStore.visible(to: actor)) \(conditions.joined(separator: " "))
      ORDER BY r.id DESC LIMIT \(limit)
      """
    ).map { row in
      let state: OutgoingRecipient.State = try row.get("state")
      let answer: String = try row.get("answer")
      return PostalLine(
        key: try row.get("id"), document: try row.get("document_id"), sentAt: try row.get("sent_at"),
        codeText: "\(RegisterRow.padded(try row.get("number")))/\(try row.get("notation", as: String.self))",
        recipient: try row.get("name"), envelopes: try row.find("envelopes"), proof: try row.get("proof"),
        note: state == .sent ? "" : [state.label, answer].filter { !$0.isEmpty }.joined(separator: ": "))
    }
  }
}
