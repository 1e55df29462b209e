import Audit
import Database
import Documents
import Exchange
import IncomingDocuments
import Kernel
import VietnameseText
import Work

/// Sends a document that was issued further: to places that were forgotten, and again to an agency or a unit that sent it back (gửi
/// thêm, gửi lại). What it has already is not sent twice.
package struct SendFurther: Sendable {
  package var document: OutgoingDocument.ID
  /// One place a line.
  package var names: [String]
  package var way: SendingWay

  package init(_ document: OutgoingDocument.ID, to names: [String], by way: SendingWay = .post) {
    self.document = document
    self.names = names
    self.way = way
  }

  /// Gives the lines that were added or sent again.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [OutgoingRecipient] {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.sendFurther, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    if let obstacle = current.obstacle(to: .sendFurther) { throw obstacle }
    guard !names.contains(where: SecrecyMark.isMarked) else { throw NumberOutgoingDocument.marked }
    let places = OutgoingRecipientStore(transaction)
    let known = try places.list(of: document)
    let packets = try PacketStore(transaction).lock(of: .outgoingDocument(document))
    let items = try WorkStore(transaction).items(of: .outgoingDocument(document))
    let resolved = try OutgoingRecipients.resolved(
      names, of: document, by: way, agency: current.agency, in: transaction)
    var (added, again, reasons): ([OutgoingRecipient], [OutgoingRecipient], [Refusal.Reason]) = ([], [], [])
    for (index, place) in resolved.enumerated() {
      guard let line = known.first(where: { $0.isSamePlace(as: place) }) else {
        var place = place
        place.position = (known.map(\.position).max() ?? 0) + index + 1
        added.append(place)
        continue
      }
      let packet = packets.last { $0.agency == line.agency }
      let unit = line.unit.flatMap { UnitWork(of: $0, in: items) }
      if packet?.state == .returned || unit?.state == .returned {
        again.append(line)
      } else {
        reasons.append(.init("«\(line.name)» đã có trong nơi nhận.", field: SendingField.names))
      }
    }
    reasons += OutgoingRecipients.obstacles(names).map { .init($0.message, field: SendingField.names) }
    if known.count + added.count > OutgoingRecipient.countMax {
      reasons.append(.init("Nhiều nhất \(OutgoingRecipient.countMax) nơi nhận.", field: SendingField.names))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    try places.add(added, to: document)
    let files = try OutgoingFileStore(transaction).list(of: document)
    try DeliverInside(document: current, files: files).perform(to: added + again, by: actor, in: transaction)
    try OpenLoops.ask(current, added, in: transaction)
    try OpenLoops.close(with: current, to: added + again, by: actor, in: transaction)
    try OutgoingIndexing.index(current, in: transaction)
    try Audit.record(
      .outgoingSentFurther((added + again).map(\.name)), on: .outgoingDocument(document), by: actor, in: transaction)
    return added + again
  }
}

extension OutgoingRecipient {
  fileprivate func isSamePlace(as other: OutgoingRecipient) -> Bool {
    if let agency { return agency == other.agency }
    if let unit { return unit == other.unit }
    if let outsideAgency, outsideAgency == other.outsideAgency { return true }
    return other.unit == nil && other.agency == nil && Folding.folded(name) == Folding.folded(other.name)
  }
}
