import Database
import Exchange
import Kernel
import Markup

/// That the issuer replaced, amended or corrected what was received here (DI-09), with our copy of the later document where
/// the agency has one.
struct SupersededCopy: Sendable {
  var relation: DocumentRelation
  var ours: IncomingDocument.ID?
  /// It lies in the reader's own intake.
  var waiting: Packet.ID?

  static func read(_ packet: Packet, by actor: Actor, in transaction: any Transaction) throws -> [SupersededCopy] {
    try DocumentRelationStore(transaction).ofLater(packet.source.number).get()
      .filter { $0.older.document == packet.source.number && $0.inForceSince != nil }
      .map { relation in
        let later = RecordReference(code: packet.source.code, number: relation.newer.document)
        let copy = try PacketStore(transaction).ofLater(later).get().first { $0.agency == packet.agency }
        let id = copy?.incoming.map { IncomingDocument.ID($0) }
        // Named to everybody who sees the earlier one; opened only by who may see the later one too.
        let visible = try id.flatMap {
          try IncomingDocumentStore(transaction).list([$0.number], visibleTo: actor).first
        }
        return SupersededCopy(
          relation: relation, ours: visible?.id,
          waiting: actor.isRegistryClerk && copy?.isWaiting == true ? copy?.id : nil)
      }
  }

  var notice: Notice {
    let sentence = "\(relation.sentence)."
    let path = ours.map(IncomingDocumentPaths.show) ?? waiting.map(IncomingDocumentPaths.packet)
    return path.map { Notice(.caution, sentence, path: $0, pathLabel: "Mở văn bản đó") } ?? Notice(.caution, sentence)
  }
}
