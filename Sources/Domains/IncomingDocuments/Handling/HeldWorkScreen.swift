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
    let subject = RecordReference.incomingDocument(document.id)
    let isFollowing = try FollowStore(transaction).isFollowingLater(subject, actor)
    var work = HeldWork(
      items: items, directives: [], calendar: .init(), now: transaction.now, actor: actor, document: document)
    // Without work there is neither a directive nor a deadline to be counted, nor anything said of it.
    if !items.isEmpty {
      let notes = try WorkNoteStore(transaction).listLater(of: subject)
      let urgings = try WorkUrgingStore(transaction).listLater(of: subject)
      let changes = try DeadlineStore(transaction).changesLater(of: subject)
      work.directives = try HandlingStore(transaction).directives(of: document.id)
      work.calendar = try AgencyCalendarStore(transaction).calendar(of: document.agency)
      work.notes = try notes.get()
      work.urgings = try urgings.get()
      work.deadlineChanges = try changes.get()
    }
    work.isFollowing = try isFollowing.get()
    work.notLent =
      try document.recalled?.refusal(document.arrivalNumber) ?? HandlingAccess.notLent(document, actor, in: transaction)
    return work
  }
}
