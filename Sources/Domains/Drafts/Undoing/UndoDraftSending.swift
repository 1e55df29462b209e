import Database
import Kernel
import Notifications
import Work

/// Undoes what the actor sent a moment ago (hoàn tác): as if it had not been given, but for the line in the story.
/// Refused once somebody has opened it or the seconds are over.
package struct UndoDraftSending: Sendable {
  var draft: Draft.ID
  var sending: DraftSending.ID

  init(_ sending: DraftSending.ID, on draft: Draft.ID) {
    self.sending = sending
    self.draft = draft
  }

  /// Gives what was undone, for the answer.
  @discardableResult
  func perform(by actor: Actor, in transaction: any Transaction) throws -> DraftSending {
    var act = try DraftAct(draft, undoing: sending, by: actor, in: transaction)
    let sending = try DraftSendingStore(transaction).find(sending, of: draft)
    guard sending.givenBy == actor.post else {
      throw Refusal(.forbidden, "Chỉ người đã gửi (\(sending.giverName)) hoàn tác được lần gửi này.")
    }
    if let refusal = Refusal(obstacles(sending, act), kind: .conflict) { throw refusal }
    try act.work.undo(sending.touched, of: act.items, since: sending.givenAt, reason: "")
    if sending.act == .handOver { try act.followBack() }
    let said = act.checks.filter { $0.at == sending.givenAt && $0.post == actor.post }
    try DraftWayStore(transaction).void(said.map(\.id), because: "\(sending.giverName) hoàn tác")
    try DraftWayStore(transaction).restore(voidedAt: sending.givenAt, of: draft)
    if act.draft.round != sending.roundBefore {
      act.draft.round = sending.roundBefore
      try DraftStore(transaction).save(act.draft, from: act.draft.version)
      try DraftSubmissionStore(transaction).forget(after: sending.roundBefore, of: draft)
    }
    try DraftSendingStore(transaction).markUndone(sending.id)
    try act.end(.draftSendingUndone(sending.act))
    return sending
  }

  /// Every reason why not: who has opened it and when, what else happened to it, the time.
  private func obstacles(_ sending: DraftSending, _ act: DraftAct) -> [Refusal.Reason] {
    if let undoneAt = sending.undoneAt { return [.init("Lần gửi này đã được hoàn tác lúc \(undoneAt.text).")] }
    var reasons = sending.touched.obstacles(act.items, by: act.actor)
    if act.transaction.now > sending.givenAt + Notifications.undoTime {
      reasons.append(.init("Đã quá 10 giây kể từ lúc gửi."))
    }
    guard !reasons.isEmpty else { return [] }
    return reasons + [.init("Không hoàn tác được nữa; \(sending.act.instead).")]
  }
}
