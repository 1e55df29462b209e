import Audit
import Database
import Kernel

/// Sets how an agency is reminded and urged.
package struct SetDeadlineRules: Sendable {
  package var agency: AgencyID
  package var rules: DeadlineRules
  package var formVersion: Int

  package init(agency: AgencyID, rules: DeadlineRules, formVersion: Int) {
    self.agency = agency
    self.rules = rules
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    _ = try OrganizationStore(transaction).lock(agency, toAdministerBy: actor)
    let store = DeadlineRulesStore(transaction)
    let before = try store.entered(for: agency)
    try StaleForm.refuse(ifVersion: before.version, differsFrom: formVersion, of: .agency(agency), in: transaction)
    if let refusal = Refusal(obstacles()) { throw refusal }
    try store.save(rules, of: agency)
    try Audit.record(
      .deadlineRulesSet, on: .agency(agency), by: actor, changes: Self.changes(from: before.rules, to: rules),
      in: transaction)
  }

  private func obstacles() -> [Refusal.Reason] {
    typealias Field = DeadlineRulesField
    var reasons: [Refusal.Reason] = []
    if !(0...DeadlineRules.remindDaysMax).contains(rules.remindDays) {
      reasons.append(
        .init("Nhắc trước từ 0 đến \(DeadlineRules.remindDaysMax) ngày làm việc.", field: Field.remindDays))
    }
    if !(1...DeadlineRules.alarmMinutesMax).contains(rules.alarmMinutes) {
      reasons.append(.init("Từ 1 đến \(DeadlineRules.alarmMinutesMax) phút.", field: Field.alarmMinutes))
    }
    let levels = [
      (Field.remindAfter, rules.remindAfter), (Field.criticizeAfter, rules.criticizeAfter),
      (Field.reviewAfter, rules.reviewAfter),
    ]
    var above = 0
    for (field, days) in levels {
      guard let days else { continue }
      if !(1...DeadlineRules.lateDaysMax).contains(days) {
        reasons.append(.init("Từ 1 đến \(DeadlineRules.lateDaysMax) ngày làm việc.", field: field))
      } else if days <= above {
        reasons.append(.init("Mức nặng hơn phải sau mức nhẹ hơn.", field: field))
      }
      above = max(above, days)
    }
    return reasons
  }

  private static func changes(from before: DeadlineRules, to after: DeadlineRules) -> [AuditChange] {
    func days(_ count: Int?) -> String { count.map { "quá hạn \($0) ngày làm việc" } ?? "không theo quy tắc" }
    return [
      AuditChange.between("Nhắc trước hạn", "\(before.remindDays) ngày làm việc", "\(after.remindDays) ngày làm việc"),
      AuditChange.between("Báo văn bản khẩn sau", "\(before.alarmMinutes) phút", "\(after.alarmMinutes) phút"),
      AuditChange.between("Nhắc nhở", days(before.remindAfter), days(after.remindAfter)),
      AuditChange.between("Phê bình", days(before.criticizeAfter), days(after.criticizeAfter)),
      AuditChange.between("Kiểm điểm", days(before.reviewAfter), days(after.reviewAfter)),
    ].compactMap(\.self)
  }
}

extension AuditEvent {
  static let deadlineRulesSet = AuditEvent(code: "agency.deadlineRulesSet", sentence: "đặt quy tắc nhắc hạn, đôn đốc")
}
