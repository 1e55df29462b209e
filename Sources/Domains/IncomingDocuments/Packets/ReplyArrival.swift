import Database
import Documents
import Exchange
import Kernel
import Notifications

/// What comes in from a place outside may be the answer that the agency waits for: it is paired as it is registered. Answers
/// of agencies of the installation are paired when they are issued.
enum ReplyArrival {
  static func pair(
    _ document: IncomingDocument, pages: [String], by actor: Actor? = nil, in transaction: any Transaction
  ) throws {
    guard let issuer = document.facts.issuer, document.facts.channel != .packet else { return }
    let store = ReplyRequestStore(transaction)
    let open = try store.open(of: document.agency, askedOf: issuer)
    guard !open.isEmpty else { return }
    let facts = document.facts
    for (request, pairing) in ReplyMatching.answered(
      among: open, subject: facts.subject, texts: [facts.note] + pages, linked: [])
    {
      let code = [facts.codeText, "số đến \(document.arrivalNumber)"].filter { !$0.isEmpty }.joined(separator: ", ")
      try store.save(
        .init(
          at: transaction.now, record: .incomingDocument(document.id), text: code, pairing: pairing,
          pairedBy: "Hệ thống"), of: request.recipient)
      try Notifications.tellAuthors(
        .outgoingAnswered, of: RecordReference(code: RecordReference.issuedDocumentCode, number: request.document),
        "\(request.name): \(code)", by: actor, in: transaction)
    }
  }
}
