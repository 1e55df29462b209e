import Audit
import Database
import Documents
import Kernel

/// A plan held for an act: found, allowed, in a state that allows it.
struct HeldPlan {
  var plan: FilePlan
  let actor: Actor
  let transaction: any Transaction

  var store: FilePlanStore { FilePlanStore(transaction) }
  var contents: FilePlanContentStore { FilePlanContentStore(transaction) }

  /// Holds it until the transaction ends, or refuses the step.
  static func hold(
    _ id: FilePlan.ID, _ step: FilePlan.Step, by actor: Actor, in transaction: any Transaction
  ) throws -> HeldPlan {
    let plan = try FilePlanStore(transaction).lock(id, visibleTo: actor)
    if let refusal = FilePlanAccess.refusal(of: step, actor) { throw refusal }
    if let obstacle = plan.obstacle(to: step) { throw obstacle }
    return HeldPlan(plan: plan, actor: actor, transaction: transaction)
  }

  /// What is added to an issued plan begins a round of its own.
  mutating func openRound() throws {
    guard plan.round.state == .issued else { return }
    let round = FilePlanRound(number: plan.round.number + 1)
    try store.add(round, to: plan.id)
    plan.rounds.append(round)
    try record(.filePlanRoundBegun(plan))
  }

  func record(_ event: AuditEvent, changes: [AuditChange] = []) throws {
    try Audit.record(event, on: .filePlan(plan.id), by: actor, changes: changes, in: transaction)
  }

  /// The heading, if it is one of this plan's.
  func heading(_ id: FilePlanHeading.ID, among headings: [FilePlanHeading]) throws -> FilePlanHeading {
    guard let found = headings.first(where: { $0.id == id }) else {
      throw Refusal(.notFound, "Không tìm thấy đề mục này trong danh mục.")
    }
    return found
  }

  /// The line, if it is one of this plan's.
  func entry(_ id: FilePlanEntry.ID, among entries: [FilePlanEntry]) throws -> FilePlanEntry {
    guard let found = entries.first(where: { $0.id == id }) else {
      throw Refusal(.notFound, "Không tìm thấy hồ sơ này trong danh mục.")
    }
    return found
  }

  /// What came in with an issued round stays as it is.
  func guardOpen(_ round: Int, _ what: String) throws {
    guard round != plan.round.number else { return }
    throw Refusal(
      .conflict, "\(what) thuộc danh mục đã ban hành nên giữ nguyên. Hồ sơ phát sinh thì thêm vào phần bổ sung.")
  }
}
