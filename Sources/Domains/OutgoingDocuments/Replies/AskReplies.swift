import Database
import Documents
import Drafts
import Exchange
import IncomingDocuments
import Kernel
import Notifications

/// Opens a loop for each place that an issued document asks to answer by a day, and closes those that it answers itself.
enum OpenLoops {
  /// By the act that sends to these places; who only gets to know is asked nothing.
  static func ask(_ document: OutgoingDocument, _ places: [OutgoingRecipient], in transaction: any Transaction) throws {
    guard let due = document.facts.replyDueDate else { return }
    try ReplyRequestStore(transaction).add(
      places.filter { !$0.isInformed }.map {
        ReplyRequest(
          recipient: $0.id.number, document: document.id.number, agency: document.agency, codeText: document.codeText,
          name: $0.name, askedAgency: $0.agency, outsideAgency: $0.outsideAgency, dueOn: due,
          askedAt: transaction.now)
      })
  }

  /// What this document answers at the agencies that it went to just now: the loop closes with its issue, before anybody
  /// there has registered it.
  static func close(
    with document: OutgoingDocument, to places: [OutgoingRecipient], by actor: Actor, in transaction: any Transaction
  ) throws {
    let agencies = Set(places.compactMap(\.agency))
    guard !agencies.isEmpty else { return }
    let store = ReplyRequestStore(transaction)
    var linked: Set<Int64>?
    for agency in agencies {
      let open = try store.open(of: agency, askedOf: document.agency)
      guard !open.isEmpty else { continue }
      if linked == nil { linked = try Self.linked(document, in: transaction) }
      let texts = try OutgoingFileStore(transaction).texts(of: document.id).prefix(2)
      for (request, pairing) in ReplyMatching.answered(
        among: open, subject: document.facts.subject, texts: Array(texts), linked: linked ?? [])
      {
        try store.save(
          .init(
            at: transaction.now, record: .outgoingDocument(document.id),
            text: "\(document.codeText) ngày \(document.facts.issuedDate.text)", pairing: pairing, pairedBy: "Hệ thống"),
          of: request.recipient)
        try Notifications.tellAuthors(
          .outgoingAnswered, of: .outgoingDocument(.init(request.document)),
          "\(request.name): \(document.codeText)", by: actor, source: document.id.number, in: transaction)
      }
    }
  }

  /// The document that its draft was written in answer to came here as a packet of the one who asks.
  private static func linked(_ document: OutgoingDocument, in transaction: any Transaction) throws -> Set<Int64> {
    guard let draft = document.draft, let origin = try DraftStore(transaction).originForIssue(draft),
      origin.record.code == RecordReference.incomingDocumentCode,
      let packet = try PacketStore(transaction).ofIncomingLater(origin.record.number).get()
    else { return [] }
    return [packet.source.number]
  }

  /// The issue was undone: what it closed is open again and was never told, what it asked was never asked.
  static func undo(
    _ document: OutgoingDocument, _ places: [OutgoingRecipient], since issuedAt: Instant,
    in transaction: any Transaction
  ) throws {
    let store = ReplyRequestStore(transaction)
    try store.forget(document.id.number)
    for agency in Set(places.compactMap(\.agency)) {
      for request in try store.answered(by: [.outgoingDocument(document.id)], of: agency) {
        try Notifications.takeBack(
          sources: [document.id.number], since: issuedAt, on: .outgoingDocument(.init(request.document)),
          in: transaction)
      }
      try store.unpair(.outgoingDocument(document.id), of: agency)
    }
  }
}
