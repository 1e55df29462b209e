import Audit
import Database
import Documents
import Kernel
import Notifications
import Organization

/// Issues the approved round by a decision (ban hành, HS-01): dossiers get their numbers for good, units may open them.
package struct IssueFilePlan: Sendable {
  package var plan: FilePlan.ID
  /// «45/QĐ-TCTNĐC».
  package var decisionCode: String
  package var decisionOn: Day?
  package var formVersion: Int

  package init(_ plan: FilePlan.ID, decisionCode: String, on day: Day?, formVersion: Int) {
    self.plan = plan
    self.decisionCode = decisionCode.normalizedLine
    decisionOn = day
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> FilePlan {
    let held = try HeldPlan.hold(plan, .issue, by: actor, in: transaction)
    if let refusal = Refusal(reasons(today: transaction.now.day)) { throw refusal }
    try Secrecy.refuseMarked([decisionCode])
    var next = try held.plan.taking(.issue)
    let last = next.rounds.count - 1
    (next.rounds[last].decisionCode, next.rounds[last].decisionOn) = (decisionCode, decisionOn)
    (next.rounds[last].issuedAt, next.rounds[last].issuedBy) = (transaction.now, actor.titleOnRecord)
    try held.store.save(next, from: formVersion)
    let count = try number(held)
    try held.record(.filePlanIssued(next, entries: count))
    let units = try OrganizationStore(transaction).units(of: actor.agency)
    try Notifications.tell(
      .filePlanIssued, units.map { .unit($0.id) }, on: .filePlan(plan),
      "\(next.roundTitle), \(next.round.decisionText)",
      by: actor, in: transaction)
    return next
  }

  private func reasons(today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if decisionCode.isEmpty || !decisionCode.contains("/") || decisionCode.first?.isNumber != true {
      reasons.append(
        .init("Nhập số, ký hiệu của quyết định ban hành, ví dụ 45/QĐ-TCTNĐC.", field: FilePlanField.decisionCode))
    } else if decisionCode.count > FilePlanAccess.decisionLengthMax {
      reasons.append(
        .init(
          "Số, ký hiệu dài nhất \(FilePlanAccess.decisionLengthMax) ký tự.", field: FilePlanField.decisionCode))
    }
    switch decisionOn {
    case nil:
      reasons.append(.init("Nhập ngày của quyết định, ví dụ 5/1/2026.", field: FilePlanField.decisionOn))
    case .some(let day) where day > today:
      reasons.append(.init("Ngày của quyết định chưa đến.", field: FilePlanField.decisionOn))
    case .some: break
    }
    return reasons
  }

  /// Numbers are taken from the series in one go and given in the order of the plan. Gives how many.
  private func number(_ held: HeldPlan) throws -> Int {
    let outline = try held.contents.outline(of: held.plan)
    let fresh = outline.parts.map { part in part.allLines.filter(\.isProvisional) }
    switch held.plan.numbering {
    case .plan:
      let lines = fresh.flatMap(\.self)
      if !lines.isEmpty {
        let first = try held.store.takeNumbers(lines.count, of: plan)
        precondition(lines[0].number == first, "numbers shown are those of the series")
      }
    case .heading:
      for (part, lines) in zip(outline.parts, fresh) where !lines.isEmpty {
        let first = try held.store.takeNumbers(lines.count, of: part.heading.id)
        precondition(lines[0].number == first, "numbers shown are those of the series")
      }
    }
    for line in fresh.flatMap(\.self) { try held.contents.number(line) }
    return fresh.flatMap(\.self).count
  }
}
