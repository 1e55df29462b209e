import Audit
import Database
import Kernel
import Work

/// Somebody has opened what was sent to them: a unit's line says who and when, as the lines of agencies follow what happens
/// there (DI-15); work shows that it was opened, and what only informs ends by it.
package struct NoteReadInside: Sendable {
  package var document: OutgoingDocument.ID

  package init(_ document: OutgoingDocument.ID) { self.document = document }

  /// Whether this reader is who a unit's line waits for: its head or its clerk.
  static func isAwaited(_ recipient: OutgoingRecipient, _ actor: Actor) -> Bool {
    recipient.unit == actor.unit && recipient.state == .sent
      && !actor.roles.isDisjoint(with: [.unitHead, .unitClerk])
  }

  /// Whether anything of the document waits for this reader to open it.
  static func isAwaited(_ recipients: [OutgoingRecipient], _ items: [WorkItem], _ actor: Actor) -> Bool {
    items.contains { isUnopened($0, actor) } || recipients.contains { isAwaited($0, actor) }
  }

  private static func isUnopened(_ item: WorkItem, _ actor: Actor) -> Bool {
    item.isOpen && item.openedAt == nil && item.isHeld(by: actor)
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    let work = Work(on: .outgoingDocument(document), by: actor, in: transaction)
    let unopened = try WorkStore(transaction).items(of: work.subject).filter { Self.isUnopened($0, actor) }
    if !unopened.isEmpty { try work.markOpened() }
    for item in unopened where item.role == .inform { try work.read(item) }
    let places = OutgoingRecipientStore(transaction)
    for place in try places.list(of: current.id) where Self.isAwaited(place, actor) {
      var read = place
      (read.state, read.answeredAt, read.answer) = (.received, transaction.now, "\(actor.nameOnRecord) đã xem")
      try places.save(read)
      try Audit.record(.outgoingReadInside(place.name), on: .outgoingDocument(document), by: actor, in: transaction)
    }
  }
}
