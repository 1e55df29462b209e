import Database
import Kernel
import Organization
import Work
import WorkCalendar

extension HeldWork {
  /// The document has been shown to the actor already.
  static func read(
    _ document: IncomingDocument, _ items: [WorkItem], by actor: Actor, in transaction: any Transaction
  ) throws -> HeldWork {
    // Without work there is neither a directive nor a deadline to be counted.
    return HeldWork(
      items: items, directives: items.isEmpty ? [] : try HandlingStore(transaction).directives(of: document.id),
      calendar: items.isEmpty ? .init() : try AgencyCalendarStore(transaction).calendar(of: document.agency),
      now: transaction.now, actor: actor, document: document)
  }
}
