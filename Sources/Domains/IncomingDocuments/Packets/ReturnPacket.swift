import Audit
import Database
import Documents
import Exchange
import Kernel
import Notifications

/// Sends a packet back to its issuer before it takes a number (DEN-05): its line there says so, with the reason.
package struct ReturnPacket: Sendable {
  package var packet: Packet.ID
  package var reason: String

  package init(_ packet: Packet.ID, reason: String) {
    self.packet = packet
    self.reason = reason.normalizedLine
  }

  /// Gives the issuer's name.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let store = PacketStore(transaction)
    let current = try store.lock(packet, visibleTo: actor)
    if let obstacle = current.obstacle { throw obstacle }
    let content = try store.content(of: current)
    var facts = ReturnedPaper.Facts()
    (facts.sender, facts.codeText) = (content.facts.issuerName, content.facts.codeText)
    (facts.subject, facts.reason, facts.way) = (content.facts.subject, reason, .inside)
    try Secrecy.refuseMarked(facts)
    if let refusal = Refusal(facts.obstacles()) { throw refusal }
    try store.giveBack(packet, reason: reason)
    try ReplyRequestStore(transaction).unpair(current.source, of: actor.agency)
    let returned = ReturnedPaper(
      id: try transaction.nextID(of: "returned_papers"), agency: actor.agency, facts: facts,
      returnedAt: transaction.now, returnedBy: actor.nameOnRecord)
    try ReturnedPaperStore(transaction).add(returned)
    try PacketNotices.tellReturned(current, reason, by: actor, in: transaction)
    try Audit.record(.packetReturned(reason), on: .packet(packet), by: actor, in: transaction)
    return content.facts.issuerName
  }
}

/// What is told across two agencies: to their registries, which answer for what passes between them, and to whoever wrote
/// the document.
enum PacketNotices {
  static func tellReturned(
    _ packet: Packet, _ reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    try Notifications.tellAuthors(
      .packetReturned, of: packet.source, and: [.agencyRole(packet.sender, .registryClerk)],
      "\(actor.agencyName): \(reason)", by: actor, source: packet.id.number, in: transaction)
  }
}
