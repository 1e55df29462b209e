import Access
import Database
import Documents
import Exchange
import Kernel

/// Tells notifications about packets: to the registry of the receiver, and of what was recalled too.
package struct PacketSource: RecordSource {
  package let code = RecordReference.packetCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    let store = PacketStore(transaction)
    let packets = try store.list(numbers, visibleTo: actor)
    let contents = try store.contents(of: packets.map(\.source))
    return packets.compactMap { packet in
      guard let facts = contents[packet.source]?.facts else { return nil }
      return RecordSummary(
        reference: .packet(packet.id), kindLabel: "Văn bản gửi đến", notation: facts.codeText, date: facts.issuedDate,
        issuer: facts.issuerName, subject: facts.subject, stateLabel: packet.state.label,
        urgencyLabel: facts.urgency == .normal ? "" : facts.urgency.mark, path: IncomingDocumentPaths.packet(packet.id))
    }
  }
}
