import Database
import Kernel
import VietnameseText

/// All SQL on tables of retention. Each agency has its own; everybody in it sees them.
package struct RetentionStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let missing = Refusal(.notFound, "Không tìm thấy bảng thời hạn lưu trữ này.")

  /// The latest in effect first.
  package func list(visibleTo actor: Actor) throws -> [RetentionSchedule] {
    try schedules(where: "agency_id = \(actor.agency)")
  }

  func find(_ id: RetentionSchedule.ID, visibleTo actor: Actor) throws -> RetentionSchedule {
    guard let found = try schedules(where: "id = \(id) AND agency_id = \(actor.agency)").first else {
      throw Self.missing
    }
    return found
  }

  /// The one that holds on a day: the last to take effect that was not ended.
  package func inForce(of agency: AgencyID, on day: Day? = nil) throws -> RetentionSchedule? {
    try schedules(
      where: "agency_id = \(agency) AND ended_at IS NULL AND effective_on <= \(day ?? transaction.now.day)"
    ).first
  }

  /// Terms that the table in force has for titles like this.
  package func proposals(for title: String, of agency: AgencyID) throws -> [RetentionProposal] {
    guard !title.isEmpty, let schedule = try inForce(of: agency) else { return [] }
    return RetentionProposal.nearest(to: title, among: try rules(of: schedule.id), of: schedule.facts.name)
  }

  private func schedules(where condition: SQL) throws -> [RetentionSchedule] {
    try transaction.rows(
      """
      SELECT id, agency_id, name, issuer, decision_code, effective_on, rule_count, added_at, added_by, ended_at,
        ended_by, version
      FROM retention_schedules WHERE \(condition) ORDER BY effective_on DESC, id DESC
      """
    ).map { row in
      RetentionSchedule(
        id: try row.get("id"), agency: try row.get("agency_id"),
        facts: .init(
          name: try row.get("name"), issuer: try row.get("issuer"), decisionCode: try row.get("decision_code"),
          effectiveOn: try row.get("effective_on", as: Day.self)),
        ruleCount: try row.get("rule_count"), addedAt: try row.get("added_at"), addedBy: try row.get("added_by"),
        endedAt: try row.find("ended_at"), endedBy: try row.find("ended_by"), version: try row.get("version"))
    }
  }

  /// Rows in their order, after a place; of those whose group or title has all the words.
  package func rules(
    of schedule: RetentionSchedule.ID, matching text: String = "", after place: Int = 0, limit: Int = 10_000
  ) throws -> [RetentionRule] {
    let words = Folding.folded(text.normalizedLine).split(separator: " ").prefix(10)
    let wanted = words.map { word -> SQL in
      "AND folded LIKE \("%\(FilePlanStore.escaped(String(word)))%") ESCAPE '!'"
    }.joined(separator: " ")
    return try transaction.rows(
      """
      SELECT place, group_title, title, retention, note FROM retention_rules
      WHERE schedule_id = \(schedule) AND place > \(place) \(wanted) ORDER BY place LIMIT \(limit)
      """
    ).map { row in
      guard let retention = RetentionPeriod(code: try row.get("retention")) else {
        throw DatabaseFault.decoding(column: "retention", type: "RetentionPeriod")
      }
      return RetentionRule(
        place: try row.get("place"), group: try row.get("group_title"), title: try row.get("title"),
        retention: retention, note: try row.get("note"))
    }
  }

  func add(_ schedule: RetentionSchedule, _ rules: [RetentionRule]) throws {
    let facts = schedule.facts
    try transaction.run(
      """
      INSERT INTO retention_schedules (id, agency_id, name, issuer, decision_code, effective_on, rule_count, added_at,
        added_by, version)
      VALUES (\(schedule.id), \(schedule.agency), \(facts.name), \(facts.issuer), \(facts.decisionCode),
        \(facts.effectiveText), \(rules.count), \(schedule.addedAt), \(schedule.addedBy), 1)
      """)
    for rule in rules {
      try transaction.later(
        """
        INSERT INTO retention_rules (id, schedule_id, place, group_title, title, folded, retention, note)
        VALUES (\(try transaction.nextKey(of: "retention_rules")), \(schedule.id), \(rule.place), \(rule.group),
          \(rule.title), \(Folding.folded("\(rule.group) \(rule.title)")), \(rule.retention.code), \(rule.note))
        """)
    }
  }

  func end(_ id: RetentionSchedule.ID, by name: String, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE retention_schedules SET ended_at = \(transaction.now), ended_by = \(name), version = version + 1
      WHERE id = \(id) AND version = \(version) AND ended_at IS NULL
      """)
    guard changed == 1 else {
      throw Refusal(.conflict, "Bảng thời hạn này vừa được người khác sửa. Hãy tải lại trang.")
    }
  }
}
