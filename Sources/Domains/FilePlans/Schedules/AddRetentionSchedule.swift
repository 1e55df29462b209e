import Audit
import Database
import Documents
import Kernel

/// Who keeps tables of retention: the keepers of the plan, and administrators.
package enum RetentionAccess {
  package static func isKeeper(_ actor: Actor) -> Bool { FilePlanAccess.isKeeper(actor) || actor.isAdministrator }

  static let notKeeper = Refusal(
    .forbidden, "Chỉ lưu trữ, văn thư, chánh văn phòng và quản trị được nhập, ngừng dùng bảng thời hạn lưu trữ.")
}

/// Takes a table of retention in, with all its rows (nhập bảng thời hạn).
package struct AddRetentionSchedule: Sendable {
  package var facts: RetentionSchedule.Facts
  package var rules: [RetentionRule]

  package init(_ facts: RetentionSchedule.Facts, _ rules: [RetentionRule]) {
    self.facts = facts
    self.rules = rules
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> RetentionSchedule {
    guard RetentionAccess.isKeeper(actor) else { throw RetentionAccess.notKeeper }
    try Secrecy.refuseMarked(
      [facts.name, facts.issuer, facts.decisionCode] + rules.flatMap { [$0.group, $0.title, $0.note] })
    var reasons = facts.obstacles()
    if rules.isEmpty { reasons.append(.init("Bảng chưa có dòng nào.")) }
    if let refusal = Refusal(reasons) { throw refusal }
    let schedule = RetentionSchedule(
      id: try transaction.nextID(of: "retention_schedules"), agency: actor.agency, facts: facts,
      ruleCount: rules.count, addedAt: transaction.now, addedBy: actor.nameOnRecord, version: 1)
    try RetentionStore(transaction).add(schedule, rules)
    try Audit.record(
      AuditEvent(
        code: "retentionSchedule.added",
        sentence:
          "nhập «\(facts.name)» (\(facts.decisionCode)), hiệu lực \(facts.effectiveOn?.text ?? ""), \(rules.count) dòng"
      ),
      on: .retentionSchedule(schedule.id), by: actor, in: transaction)
    return schedule
  }
}

/// Stops a table from proposing terms (ngừng dùng); what was laid down by it stays.
package struct EndRetentionSchedule: Sendable {
  package var schedule: RetentionSchedule.ID
  package var formVersion: Int

  package init(_ schedule: RetentionSchedule.ID, formVersion: Int) {
    self.schedule = schedule
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> RetentionSchedule {
    let store = RetentionStore(transaction)
    let found = try store.find(schedule, visibleTo: actor)
    guard RetentionAccess.isKeeper(actor) else { throw RetentionAccess.notKeeper }
    try store.end(schedule, by: actor.nameOnRecord, from: formVersion)
    try Audit.record(
      AuditEvent(code: "retentionSchedule.ended", sentence: "ngừng dùng «\(found.facts.name)»"),
      on: .retentionSchedule(schedule), by: actor, in: transaction)
    return found
  }
}
