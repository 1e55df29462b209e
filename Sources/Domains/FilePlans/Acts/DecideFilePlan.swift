import Audit
import Database
import Documents
import Kernel
import Notifications
import Organization

/// Puts the round before the head of the agency (trình duyệt), or takes it back to change it (lấy lại).
package struct ProposeFilePlan: Sendable {
  package var plan: FilePlan.ID
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, formVersion: Int) {
    self.plan = plan
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlan {
    let held = try HeldPlan.hold(plan, .propose, by: actor, in: transaction)
    let reasons = try Self.obstacles(to: held.plan, in: transaction)
    if let refusal = Refusal(reasons, kind: .conflict) { throw refusal }
    var next = try held.plan.taking(.propose)
    let last = next.rounds.count - 1
    next.rounds[last].proposedAt = transaction.now
    next.rounds[last].proposedBy = actor.titleOnRecord
    (next.rounds[last].proposer, next.rounds[last].proposerPost) = (actor.person, actor.post)
    (next.rounds[last].returnReason, next.rounds[last].returnedBy) = ("", nil)
    try held.store.save(next, from: formVersion)
    let count = try held.contents.entries(of: plan).count { $0.round == next.round.number }
    try held.record(.filePlanProposed(next, entries: count))
    try Notifications.tell(
      .filePlanProposed, [.agencyRole(actor.agency, .leader)], on: .filePlan(plan),
      "\(next.roundTitle): \(count) hồ sơ", by: actor, in: transaction)
    return next
  }

  /// Everything that must be put right first, for the page and the act alike.
  static func obstacles(to plan: FilePlan, in transaction: any Transaction) throws -> [Refusal.Reason] {
    let entries = try FilePlanContentStore(transaction).entries(of: plan.id).filter { $0.round == plan.round.number }
    guard !entries.isEmpty else {
      return [.init("\(plan.roundTitle) chưa có hồ sơ nào. Hãy thêm hồ sơ, hoặc lấy từ năm trước, từ tệp Excel.")]
    }
    let makers = try FilePlanMakers(of: plan.agency, in: transaction)
    let left = entries.filter { !makers.isHere($0.currentMaker) }
    guard !left.isEmpty else { return [] }
    let named = left.prefix(5).map { "«\($0.facts.title)» (\($0.currentMaker.name))" }.joined(separator: "; ")
    let more = left.count > 5 ? " và \(left.count - 5) hồ sơ khác" : ""
    return [
      .init("Người lập không còn giữ chức danh hoặc đơn vị đã giải thể, hãy chọn người khác: \(named)\(more).")
    ]
  }
}

/// Takes back what was put before the head, to change it.
package struct TakeBackFilePlan: Sendable {
  package var plan: FilePlan.ID
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, formVersion: Int) {
    self.plan = plan
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlan {
    let held = try HeldPlan.hold(plan, .takeBack, by: actor, in: transaction)
    let next = try held.plan.taking(.takeBack)
    try held.store.save(next, from: formVersion)
    try held.record(.filePlanTakenBack(next))
    return next
  }
}

/// The head agrees (duyệt). Nobody approves what they proposed themselves.
package struct ApproveFilePlan: Sendable {
  package var plan: FilePlan.ID
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, formVersion: Int) {
    self.plan = plan
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlan {
    let held = try HeldPlan.hold(plan, .approve, by: actor, in: transaction)
    if let obstacle = Self.obstacle(to: held.plan, by: actor) { throw obstacle }
    var next = try held.plan.taking(.approve)
    let last = next.rounds.count - 1
    next.rounds[last].approvedAt = transaction.now
    next.rounds[last].approvedBy = actor.titleOnRecord
    try held.store.save(next, from: formVersion)
    try held.record(.filePlanApproved(next))
    try Notifications.tell(
      .filePlanApproved, [.agencyRole(actor.agency, .registryClerk)], on: .filePlan(plan), next.roundTitle, by: actor,
      in: transaction)
    return next
  }

  /// Two people see a plan before it binds everybody.
  static func obstacle(to plan: FilePlan, by actor: Actor) -> Refusal? {
    plan.round.proposer == actor.person
      ? Refusal(.forbidden, "Anh/chị là người trình nên người khác trong lãnh đạo cơ quan duyệt.") : nil
  }
}

/// The head gives it back to be put right (trả lại), with the reason; until it is issued, also after agreeing.
package struct GiveBackFilePlan: Sendable {
  package var plan: FilePlan.ID
  package var reason: String
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, reason: String, formVersion: Int) {
    self.plan = plan
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlan {
    let held = try HeldPlan.hold(plan, .giveBack, by: actor, in: transaction)
    if reason.isEmpty {
      throw Refusal(.invalid, "Ghi lý do để người lập biết sửa gì.", field: FilePlanField.reason)
    }
    if reason.count > FilePlanAccess.reasonLengthMax {
      throw Refusal(
        .invalid, "Lý do dài nhất \(FilePlanAccess.reasonLengthMax) ký tự.", field: FilePlanField.reason)
    }
    try Secrecy.refuseMarked([reason])
    var next = try held.plan.taking(.giveBack)
    let last = next.rounds.count - 1
    (next.rounds[last].returnReason, next.rounds[last].returnedBy) = (reason, actor.titleOnRecord)
    (next.rounds[last].approvedAt, next.rounds[last].approvedBy) = (nil, nil)
    try held.store.save(next, from: formVersion)
    try held.record(.filePlanReturned(next, reason))
    try Notifications.tell(
      .filePlanReturned, held.plan.round.proposerPost.map { [.post($0)] } ?? [], on: .filePlan(plan), reason,
      by: actor, in: transaction)
    return next
  }
}
