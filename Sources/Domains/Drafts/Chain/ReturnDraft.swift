import Audit
import Database
import Kernel
import Notifications
import Work

/// Gives a draft back with a reason (trả lại): to the head of the lead unit (ST-03), or to an earlier station.
package struct ReturnDraft: Sendable {
  /// Where it goes.
  package enum Target: Sendable, Hashable {
    /// The head of the lead unit, who passes it to the drafter; from that head, the drafter at once.
    case leadUnit
    /// Somebody on the way, by the position of the station.
    case station(Int)
  }

  package var draft: Draft.ID
  package var item: WorkItem.ID
  package var target: Target
  package var reason: String

  package init(_ item: WorkItem.ID, on draft: Draft.ID, to target: Target = .leadUnit, reason: String) {
    self.item = item
    self.draft = draft
    self.target = target
    self.reason = reason
  }

  /// Gives where it stands now, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    var act = try DraftAct(draft, by: actor, in: transaction)
    let standing = act.standing
    try act.require(standing.returning(item))
    if let refusal = Refusal(DraftAccess.reasons(reason, "trả lại")) { throw refusal }
    guard let (step, held) = standing.station, let writing = standing.writing else {
      throw Refusal(.conflict, "Dự thảo không còn ở bước nào.")
    }
    try act.note(step, .returned, reason)
    try act.work.take(.giveBack, held, outcome: reason)
    let holder: String
    switch target {
    case .station(let position):
      guard let index = act.steps.firstIndex(where: { $0.position == position && position < step.position }) else {
        throw Refusal(.invalid, "Chỉ trả lại được người ở bước trước.", field: DraftField.target)
      }
      try DraftWayStore(transaction).void(
        standing.standingChecks.filter { $0.position >= position }.map(\.id), because: "Trả lại: \(reason)")
      try act.give(index, instruction: reason)
      holder = act.steps[index].holder.name
    case .leadUnit where standing.returnsToDrafter:
      try act.resume(writing, telling: reason)
      holder = writing.holderName
    case .leadUnit:
      let head = try DraftPlace.leadUnit.holder(for: act.draft, in: transaction)
      try act.work.give(
        [WorkOrder(to: head, kind: .passBackDraft, role: .decide, instruction: reason)], from: writing,
        telling: .workReturned)
      holder = head.name
    }
    try act.end(.draftReturned(to: holder, reason: reason), sending: .giveBack)
    return holder
  }
}

/// The head of the lead unit passes to the drafter what came back (ST-03).
package struct PassBackDraft: Sendable {
  package var draft: Draft.ID
  package var note: String

  package init(_ draft: Draft.ID, note: String = "") {
    self.draft = draft
    self.note = note
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.passingBackObstacle)
    if let refusal = Refusal(DraftAccess.noteReasons(note)) { throw refusal }
    guard let held = act.standing.passingBack, let writing = act.standing.writing else { return }
    try act.work.take(.finish, held, outcome: note)
    try act.resume(writing, telling: note.isEmpty ? held.instruction : note)
    try act.end(.draftPassedBack(to: writing.holderName, note: note), sending: .passBack)
  }
}

/// The drafter takes a draft back from wherever it stands, before the signature (rút lại).
package struct WithdrawDraft: Sendable {
  package var draft: Draft.ID
  package var reason: String

  package init(_ draft: Draft.ID, reason: String) {
    self.draft = draft
    self.reason = reason
  }

  /// Gives who had opened it already.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [String] {
    let act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.withdrawing)
    if let refusal = Refusal(DraftAccess.reasons(reason, "rút lại")) { throw refusal }
    guard let (_, item) = act.standing.station, let writing = act.standing.writing else { return [] }
    let taken = try act.work.recall(item, reason: reason)
    try act.work.take(.resume, writing)
    try act.end(.draftWithdrawn(from: item.holderName, reason: reason))
    return taken.compactMap(\.openedBy)
  }
}
