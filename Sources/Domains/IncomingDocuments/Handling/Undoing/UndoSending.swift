import Database
import Kernel
import Notifications
import Work

/// Undoes what the actor sent a moment ago (hoàn tác): as if it had not been given, but for the line in the story.
/// Refused once somebody has opened it or the seconds are over; then it is recalled with a reason.
package struct UndoSending: Sendable {
  var document: IncomingDocument.ID
  var sending: Sending.ID
  /// The batch it was part of begins its seconds when it ends.
  var sentAt: Instant?

  init(_ sending: Sending.ID, on document: IncomingDocument.ID, sentAt: Instant? = nil) {
    self.sending = sending
    self.document = document
    self.sentAt = sentAt
  }

  /// Gives what was undone, for the answer.
  @discardableResult
  func perform(by actor: Actor, in transaction: any Transaction) throws -> Sending {
    let act = try HandlingAct(document, undoing: sending, by: actor, in: transaction)
    let sending = try SendingStore(transaction).find(sending, of: document)
    guard sending.givenBy == actor.post else {
      throw Refusal(.forbidden, "Chỉ người đã gửi (\(sending.giverName)) hoàn tác được lần gửi này.")
    }
    if let refusal = Refusal(obstacles(sending, act), kind: .conflict) { throw refusal }
    try act.work.undo(sending.touched, of: act.items, since: sending.givenAt, reason: "\(sending.giverName) hoàn tác")
    if let directive = sending.directive { try HandlingStore(transaction).withdraw(directive) }
    try PresentingRuleStore(transaction).forgetFired(for: document, at: sending.givenAt)
    try SendingStore(transaction).markUndone(sending.id)
    try act.end(.incomingSendingUndone(sending.act))
    return sending
  }

  /// Every reason why not: who has opened it and when, what else happened to it, the time.
  private func obstacles(_ sending: Sending, _ act: HandlingAct) -> [Refusal.Reason] {
    if let undoneAt = sending.undoneAt { return [.init("Lần gửi này đã được hoàn tác lúc \(undoneAt.text).")] }
    let (now, touched) = (act.transaction.now, sending.touched)
    var reasons = touched.obstacles(act.items, by: act.actor)
    let given = Set(touched.filter { $0.before == nil }.map(\.item))
    for below in act.items where below.parent.map({ given.contains($0.number) }) == true {
      guard !touched.contains(where: { $0.item == below.id.number }) else { continue }
      reasons.append(.init("\(below.giverName) đã giao tiếp \(below.holderName) lúc \(below.givenAt.text)."))
    }
    if now > (sentAt ?? sending.givenAt) + Notifications.undoTime {
      reasons.append(.init("Đã quá 10 giây kể từ lúc gửi."))
    }
    guard !reasons.isEmpty else { return [] }
    return reasons + [.init("Không hoàn tác được nữa; \(sending.act.instead).")]
  }
}
