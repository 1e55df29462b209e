import Audit
import Database
import Kernel
import Work

/// Sends a draft on its way to the signature (trình).
package struct SubmitDraft: Sendable {
  package var draft: Draft.ID
  package var way: DraftWay
  /// What is proposed (đề xuất).
  package var note: String
  /// What the draft says, in a few lines (tóm tắt nội dung).
  package var summary: String

  package init(_ draft: Draft.ID, way: DraftWay, note: String = "", summary: String = "") {
    self.draft = draft
    self.way = way
    self.note = note
    self.summary = summary
  }

  /// Gives where it stands now, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    var act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.submitting)
    if let refusal = Refusal(DraftAccess.noteReasons(note) + DraftSubmission.reasons(summary: summary)) {
      throw refusal
    }
    let before = act.draft.round
    act.steps = try way.steps(for: act.draft, in: transaction)
    act.draft.round += 1
    try DraftStore(transaction).save(act.draft, from: act.draft.version)
    try DraftSubmissionStore(transaction).add(
      DraftSubmission(round: act.draft.round, summary: summary, proposal: note, at: transaction.now), to: draft)
    if var writing = act.standing.writing {
      if writing.state == .offered { writing = try act.work.take(.accept, writing) }
      try act.work.take(.passOn, writing)
    }
    try act.give(0, instruction: note)
    let holder = act.steps[0].holder.name
    try act.end(
      .draftSubmitted(to: holder, versionNumber: act.draft.latestVersion, note: note), sending: .submit,
      roundBefore: before)
    return holder
  }
}

/// Finds a draft in order at one's station and passes it on (đạt, chuyển tiếp): content, coordinating, form, review.
package struct PassDraft: Sendable {
  package var draft: Draft.ID
  package var item: WorkItem.ID
  package var note: String
  /// Somebody else than planned at the next station; nil for who was planned.
  package var next: DraftPlace?

  package init(_ item: WorkItem.ID, on draft: Draft.ID, note: String = "", next: DraftPlace? = nil) {
    self.item = item
    self.draft = draft
    self.note = note
    self.next = next
  }

  /// Gives where it stands now, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    var act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.passing(item))
    if let refusal = Refusal(DraftAccess.noteReasons(note)) { throw refusal }
    guard let index = act.steps.firstIndex(where: { $0.item == item }),
      let after = act.standing.next(after: index), let held = act.items.first(where: { $0.id == item })
    else { throw Refusal(.conflict, "Luồng trình không còn bước tiếp theo; hãy trả lại để trình lại.") }
    if let next, act.steps[after].kind != .sign {
      act.steps[after].holder = try next.holder(for: act.draft, in: transaction)
    }
    try act.note(act.steps[index], .passed, note)
    try act.work.take(.finish, held, outcome: note)
    try act.give(after, instruction: note)
    let holder = act.steps[after].holder.name
    try act.end(
      .draftPassed(act.steps[index].kind, versionNumber: act.draft.latestVersion, to: holder, note: note),
      sending: .pass)
    return holder
  }
}
