import Database
import Documents
import Exchange
import FileVault
import Kernel
import Notifications
import Organization

/// Sends an issued document to recipients of this installation at once: units of the agency have it as work, other agencies
/// in their intake as a packet. A few statements, however many there are.
struct DeliverInside {
  let document: OutgoingDocument
  let files: [OutgoingFile]

  func perform(to recipients: [OutgoingRecipient], by actor: Actor, in transaction: any Transaction) throws {
    let inside = recipients.filter { $0.way == .inside }
    guard !inside.isEmpty else { return }
    try OutgoingRecipientStore(transaction).markSent(inside.map(\.id), by: actor.nameOnRecord)
    try GiveUnitWork(document: document).perform(to: inside, by: actor, in: transaction)
    try send(inside.filter { $0.agency != nil }, by: actor, in: transaction)
  }

  /// The same document comes to an agency once: two names of one agency are one packet.
  private func send(_ places: [OutgoingRecipient], by actor: Actor, in transaction: any Transaction) throws {
    guard !places.isEmpty else { return }
    let store = PacketStore(transaction)
    let reference = RecordReference.outgoingDocument(document.id)
    try store.addContent(content(in: transaction))
    var packets: [AgencyID: Packet.ID] = [:]
    for packet in try store.ofLater(reference).get() where packet.state != .returned {
      packets[packet.agency] = packet.id
    }
    let fresh = places.compactMap(\.agency).filter { packets[$0] == nil }
    let sent = try store.send(reference, from: document.agency, to: fresh, by: actor)
    packets.merge(sent) { old, _ in old }
    let recipients = OutgoingRecipientStore(transaction)
    for place in places {
      if let packet = place.agency.flatMap({ packets[$0] }) { try recipients.connect(place.id, to: packet) }
    }
    guard document.facts.urgency != .normal else { return }
    for (agency, packet) in sent {
      try Notifications.tell(
        .packetArrived, [.agencyRole(agency, .registryClerk)], on: .packet(packet), document.facts.urgency.mark,
        by: actor, source: packet.number, in: transaction)
    }
  }

  private func content(in transaction: any Transaction) throws -> IssuedContent {
    let facts = document.facts
    let agency = try OrganizationStore(transaction).agencyName(document.agency, on: facts.issuedDate)
    return IssuedContent(
      record: .outgoingDocument(document.id), agency: document.agency,
      facts: .init(
        issuerName: facts.bodyName.isEmpty ? agency : facts.bodyName, numberText: document.codeNumber,
        notation: facts.notation, issuedDate: facts.issuedDate, typeKey: facts.typeKey, subject: facts.subject,
        urgency: facts.urgency, signerName: facts.signerName, signerPosition: facts.signerLine,
        replyDueDate: facts.replyDueDate, pageCount: facts.pageCount, language: facts.language,
        identifier: document.identifier),
      files: files.map {
        .init(
          position: $0.position, name: $0.name, kind: $0.kind, stored: .init(hash: $0.hash, bytes: $0.bytes),
          pageCount: $0.pageCount)
      })
  }
}
