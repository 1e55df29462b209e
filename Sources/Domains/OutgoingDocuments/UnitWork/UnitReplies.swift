import Database
import Exchange
import Kernel
import Notifications
import Work

/// A unit's work and the answer that it owes go together: finishing one settles the other, and taking it off opens the
/// other again.
package enum UnitReplies {
  private static let textLengthMax = 200

  /// The unit has finished: what it was asked is answered, unless it was before.
  static func answer(
    _ line: OutgoingRecipient, _ text: String, _ record: RecordReference?, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    guard try request(of: line, in: transaction)?.isOpen == true else { return }
    let said = text.count > textLengthMax ? "\(text.prefix(textLengthMax - 1))…" : text
    try ReplyRequestStore(transaction).save(
      .init(at: transaction.now, record: record, text: said, pairing: .hand, pairedBy: actor.nameOnRecord),
      of: line.id.number)
    try Notifications.tellAuthors(
      .outgoingAnswered, of: .outgoingDocument(line.document), "\(line.name): \(said)", by: actor,
      source: told(line), in: transaction)
  }

  /// Under which source its answer is told: the line's own is that of what the unit itself was told.
  private static func told(_ line: OutgoingRecipient) -> Int64 { -line.id.number }

  /// The unit's work is open again: so is what it was asked. Values that were sent stay an answer.
  static func withdraw(_ line: OutgoingRecipient, in transaction: any Transaction) throws {
    guard let answer = try request(of: line, in: transaction)?.answer, !answer.isData else { return }
    try ReplyRequestStore(transaction).save(nil, of: line.id.number)
    try Notifications.takeBack(sources: [told(line)], on: .outgoingDocument(line.document), in: transaction)
  }

  /// A place was found to have answered: by the registry's hand, by values for a form. What is open at a unit ends with it.
  package static func finish(
    _ recipient: OutgoingRecipient.ID, of document: OutgoingDocument.ID, _ words: String, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    guard let found = try work(at: recipient, of: document, in: transaction), found.item.isOpen else { return }
    let work = Work(on: .outgoingDocument(document), by: actor, in: transaction)
    if let officer = found.officer, officer.isOpen { try work.finish(officer, .report, outcome: words) }
    try work.finish(found.item, .report, outcome: words)
  }

  /// The answer was taken off, or given back: the unit has to do it again.
  package static func reopen(
    _ recipient: OutgoingRecipient.ID, of document: OutgoingDocument.ID, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    guard let found = try work(at: recipient, of: document, in: transaction), found.state == .done else { return }
    try Work(on: .outgoingDocument(document), by: actor, in: transaction).take(.reopen, found.item)
  }

  private static func request(
    of line: OutgoingRecipient, in transaction: any Transaction
  ) throws -> ReplyRequest? {
    try ReplyRequestStore(transaction).ofLater(line.document.number).get().first { $0.recipient == line.id.number }
  }

  /// What a unit was given to do by a document that is in force; nil for agencies, places outside, and who only reads.
  private static func work(
    at recipient: OutgoingRecipient.ID, of document: OutgoingDocument.ID, in transaction: any Transaction
  ) throws -> UnitWork? {
    guard try OutgoingDocumentStore(transaction).findForJob(document, locked: true)?.state == .issued,
      let line = try OutgoingRecipientStore(transaction).list(of: document).first(where: { $0.id == recipient }),
      let unit = line.unit
    else { return nil }
    let found = UnitWork(of: unit, in: try WorkStore(transaction).items(of: .outgoingDocument(document)))
    return found?.item.kind == .handleOutgoing ? found : nil
  }
}
