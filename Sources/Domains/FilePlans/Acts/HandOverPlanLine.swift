import Audit
import Database
import Kernel
import Organization

/// Another forms a dossier that a plan expects (bàn giao hồ sơ trong danh mục, HS-11), somebody of the same unit. In a round
/// that is being made the line names them; what was put forward or issued keeps its words, and they follow as maker.
package struct HandOverPlanLine: Sendable {
  package var entry: FilePlanEntry.ID
  package var receiver: Post
  package var reason: String

  package init(_ entry: FilePlanEntry.ID, to receiver: Post, reason: String) {
    self.entry = entry
    self.receiver = receiver
    self.reason = reason
  }

  private static let gone = Refusal(.conflict, "Hồ sơ này trong danh mục không còn mang tên người bàn giao.")

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlanEntry {
    let (store, contents) = (FilePlanStore(transaction), FilePlanContentStore(transaction))
    guard let known = try store.line(entry) else { throw Self.gone }
    let plan = try store.lock(known.plan, visibleTo: actor)
    guard let found = try store.line(entry), found.currentMaker.post == actor.post else { throw Self.gone }
    guard receiver.agency == plan.agency, receiver.unit == found.facts.maker.unit, receiver.id != actor.post else {
      throw Refusal(
        .conflict,
        "Hồ sơ «\(found.facts.title)» do đơn vị của người bàn giao lập; chỉ người khác trong cùng đơn vị nhận.")
    }
    let maker = FilePlanMaker(unit: receiver.unit, post: receiver.id, name: receiver.personName)
    var next = found
    if found.round == plan.round.number, plan.round.state == .drafting {
      (next.facts.maker, next.follower) = (maker, nil)
      try store.touch(plan.id)
    } else {
      next.follower = maker
    }
    try contents.save(next, from: found.version)
    let event = AuditEvent.filePlanLineHandedOver(next, from: found.currentMaker.name, to: maker.name, reason)
    try Audit.record(event, on: .filePlan(plan.id), by: actor, in: transaction)
    return next
  }
}
