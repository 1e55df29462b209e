import Kernel
import Notifications

/// What one act gave and moved of a record's work (lần gửi): enough to undo it within its seconds.
package struct WorkSending: Sendable, Equatable {
  package typealias ID = Identifier<WorkSending>

  package let id: ID
  package var subject: RecordReference
  /// The flow's own name of the act.
  package var act: String
  package var givenBy: PostID
  package var giverName: String
  package var givenAt: Instant
  package var touched: [TouchedWork]
  package var undoneAt: Instant?

  /// Until when the offer stands.
  package var offeredUntil: Instant { givenAt + Notifications.undoShown }

  /// Every reason why it can no longer be undone: who has opened it and when, what else happened to it, the time.
  package func obstacles(_ items: [WorkItem], by actor: Actor, now: Instant) -> [Refusal.Reason] {
    if let undoneAt { return [.init("Lần gửi này đã được hoàn tác lúc \(undoneAt.text).")] }
    var reasons = touched.obstacles(items, by: actor)
    let given = Set(touched.filter { $0.before == nil }.map(\.item))
    for below in items where below.parent.map({ given.contains($0.number) }) == true {
      guard !touched.contains(where: { $0.item == below.id.number }) else { continue }
      reasons.append(.init("\(below.giverName) đã giao tiếp \(below.holderName) lúc \(below.givenAt.text)."))
    }
    if now > givenAt + Notifications.undoTime { reasons.append(.init("Đã quá 10 giây kể từ lúc gửi.")) }
    return reasons
  }
}
