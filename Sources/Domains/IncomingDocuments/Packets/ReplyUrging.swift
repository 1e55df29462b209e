import Audit
import Database
import Exchange
import Kernel
import Notifications
import Work

/// An issuer urges the answer to what it sent (đôn đốc): it reaches whoever leads at the receiver, counted there like any
/// other urging (DEN-14), or the registry while the document has no number.
package enum ReplyUrging {
  package static func tell(
    _ packet: Packet, _ words: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    guard let number = packet.incoming else {
      return try Notifications.tell(
        .workUrged, [.agencyRole(packet.agency, .registryClerk)], on: .packet(packet.id), words, by: actor,
        in: transaction)
    }
    let reference = RecordReference.incomingDocument(.init(number))
    _ = try IncomingDocumentStore(transaction).lockForJob(.init(number))
    let leads = try WorkStore(transaction).items(of: reference).filter { $0.isOpen && $0.role == .lead }
    for item in leads where item.state != .passedOn {
      try WorkUrgingStore(transaction).add(.remind, words, on: item, by: actor.agencyName)
    }
    let holders = leads.filter { $0.state != .passedOn }.map(\.holder)
    try Notifications.tell(
      .workUrged, holders.isEmpty ? [.agencyRole(packet.agency, .registryClerk)] : holders, on: reference, words,
      by: actor, in: transaction)
    try Audit.record(.urgedByIssuer(words), on: reference, by: actor, in: transaction)
  }
}
