import Database
import Kernel

/// SQL on submissions of a draft that the caller has found for the actor.
package struct DraftSubmissionStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// The one that counts now; nil for a draft that was not submitted yet, or before submissions were kept.
  package func current(of draft: Draft) throws -> DraftSubmission? {
    try transaction.rows(
      """
      SELECT round, summary, proposal, submitted_at FROM draft_submissions
      WHERE draft_id = \(draft.id) AND round = \(draft.round)
      """
    ).first.map {
      DraftSubmission(
        round: try $0.get("round"), summary: try $0.get("summary"), proposal: try $0.get("proposal"),
        at: try $0.get("submitted_at"))
    }
  }

  func add(_ submission: DraftSubmission, to draft: Draft.ID) throws {
    try transaction.run(
      """
      INSERT INTO draft_submissions (draft_id, round, summary, proposal, submitted_at)
      VALUES (\(draft), \(submission.round), \(submission.summary), \(submission.proposal), \(submission.at))
      """)
  }

  /// The submission was undone: nothing was written with it.
  func forget(after round: Int, of draft: Draft.ID) throws {
    try transaction.run("DELETE FROM draft_submissions WHERE draft_id = \(draft) AND round > \(round)")
  }
}
