import Audit
import Database
import Kernel

/// Removes a waiting paper that bears a secrecy mark: row, pages and every name of it (MAT-05). It has no number yet,
/// so nothing has to stay.
struct DestroyWaitingPaper: Sendable {
  var paper: WaitingPaper.ID

  /// A clerk saw the mark. Gives the paper, so that the caller can remove its bytes once this is durable.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> WaitingPaper {
    let store = WaitingPaperStore(transaction)
    let current = try store.lock(paper, visibleTo: actor)
    try store.remove(current)
    try Audit.eraseValues(
      of: .waitingPaper(paper), reason: IncomingDocument.destroyedReason, by: actor, in: transaction)
    try Audit.record(.paperDestroyed, on: .waitingPaper(paper), by: actor, in: transaction)
    return current
  }

  /// Reading found it. Does nothing when the paper read has been registered or arranged anew meanwhile: its file is
  /// read again then.
  func performForJob(as read: WaitingPaper, in transaction: any Transaction) throws {
    let store = WaitingPaperStore(transaction)
    guard try store.findForJob(paper)?.staged == read.staged else { return }
    let agency = read.agency
    try store.removeForJob(paper)
    try Audit.eraseValuesForJob(
      of: .waitingPaper(paper), reason: IncomingDocument.destroyedReason, agency: agency, in: transaction)
    try Audit.recordSystem(.paperDestroyed, on: .waitingPaper(paper), agency: agency, in: transaction)
  }
}
