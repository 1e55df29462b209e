import Database
import Kernel
import Organization
import Work
import WorkCalendar

extension HeldWork {
  /// The document has been shown to the actor already.
  static func read(
    _ document: IncomingDocument, by actor: Actor, in transaction: any Transaction
  ) throws -> HeldWork {
    let items = try WorkStore(transaction).items(of: .incomingDocument(document.id))
    // Without work there is neither a directive nor a deadline to be counted.
    return HeldWork(
      items: items, directives: items.isEmpty ? [] : try HandlingStore(transaction).directives(of: document.id),
      calendar: items.isEmpty ? .init() : try AgencyCalendarStore(transaction).calendar(of: document.agency),
      now: transaction.now, actor: actor, document: document)
  }
}
