import Database
import Kernel

/// SQL of the rules by which agencies are reminded and urged.
package struct DeadlineRulesStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  package func rules(of agency: AgencyID) throws -> DeadlineRules { try entered(for: agency).rules }

  /// The rules, who set them and their version there; the usual ones of nobody when none did.
  func entered(for agency: AgencyID) throws -> (rules: DeadlineRules, setBy: AgencyID?, version: Int) {
    let path = try OrganizationStore(transaction).path(of: agency)
    let rows = try transaction.rows(
      """
      SELECT agency_id, remind_days, alarm_minutes, remind_after, criticize_after, review_after, version
      FROM deadline_rules WHERE agency_id IN (\(.list(path)))
      """)
    for agency in path {
      guard let row = try rows.first(where: { try $0.get("agency_id", as: AgencyID.self) == agency }) else { continue }
      let rules = DeadlineRules(
        remindDays: try row.get("remind_days"), alarmMinutes: try row.get("alarm_minutes"),
        remindAfter: try row.find("remind_after"), criticizeAfter: try row.find("criticize_after"),
        reviewAfter: try row.find("review_after"))
      return (rules, agency, agency == path.first ? try row.get("version") : 0)
    }
    return (DeadlineRules(), nil, 0)
  }

  func save(_ rules: DeadlineRules, of agency: AgencyID) throws {
    try transaction.run(
      """
      INSERT INTO deadline_rules (agency_id, remind_days, alarm_minutes, remind_after, criticize_after, review_after,
        version)
      VALUES (\(agency), \(rules.remindDays), \(rules.alarmMinutes), \(rules.remindAfter), \(rules.criticizeAfter),
        \(rules.reviewAfter), 1)
      ON CONFLICT (agency_id) DO UPDATE SET remind_days = excluded.remind_days,
        alarm_minutes = excluded.alarm_minutes, remind_after = excluded.remind_after,
        criticize_after = excluded.criticize_after, review_after = excluded.review_after,
        version = deadline_rules.version + 1
      """)
  }
}
