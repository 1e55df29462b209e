import Database
import Kernel

/// SQL of reminders: which were told, and whose turn it may be.
package struct ReminderStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What is further past is no news any more.
  static let lookBack: Duration = .seconds(31 * 86_400)

  /// Notes that a reminder was told. False when it was before: it is not told twice.
  package func note(_ kind: String, on subject: RecordReference, due: Instant) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO told_reminders (subject_code, subject_number, kind, due_at, told_at)
      VALUES (\(subject.code), \(subject.number), \(kind), \(due), \(transaction.now)) ON CONFLICT DO NOTHING
      """) > 0
  }

  /// Whether it was told.
  package func wasTold(_ kind: String, on subject: RecordReference, due: Instant) throws -> Bool {
    try !transaction.rows(
      """
      SELECT 1 AS one FROM told_reminders WHERE subject_code = \(subject.code) AND subject_number = \(subject.number)
        AND kind = \(kind) AND due_at = \(due)
      """
    ).isEmpty
  }

  /// Open work of everybody that is to be done in a span and was not told of it yet.
  func itemsForJob(
    _ kind: DeadlineReminder, after: Instant, through: Instant, agency: AgencyID? = nil
  ) throws -> [WorkItem] {
    let whose: SQL = agency.map { "AND w.agency_id = \($0)" } ?? ""
    return try transaction.rows(
      """
      SELECT \(WorkStore.columns) FROM work_items w
      WHERE w.ended_at IS NULL AND w.due_at > \(after) AND w.due_at <= \(through) AND w.role <> 'inform' \(whose)
        AND NOT EXISTS (SELECT 1 FROM told_reminders t WHERE t.subject_code = 'workItem' AND t.subject_number = w.id
          AND t.kind = \(kind) AND t.due_at = w.due_at)
      ORDER BY w.due_at, w.id LIMIT 2000
      """
    ).map(WorkItem.init)
  }

  /// Work overdue for at most a year that somebody holds themselves: for urging by rule.
  package func overdueForJob(agency: AgencyID) throws -> [WorkItem] {
    try transaction.rows(
      """
      SELECT \(WorkStore.columns) FROM work_items w
      WHERE w.ended_at IS NULL AND w.due_at > \(transaction.now - .seconds(366 * 86_400))
        AND w.due_at <= \(transaction.now) AND w.role IN ('lead', 'coordinate') AND w.state <> 'passedOn'
        AND w.agency_id = \(agency)
      ORDER BY w.due_at, w.id LIMIT 5000
      """
    ).map(WorkItem.init)
  }

  /// Which reminders of these kinds were told about pieces of work, by the work's key.
  package func told(_ kinds: [String], about items: [WorkItem.ID]) throws -> [Int64: Set<String>] {
    guard !items.isEmpty else { return [:] }
    return try transaction.rows(
      """
      SELECT subject_number, kind FROM told_reminders WHERE subject_code = 'workItem'
        AND subject_number IN (\(.list(items))) AND kind IN (\(.list(kinds)))
      """
    ).reduce(into: [:]) { found, row in
      found[try row.get("subject_number"), default: []].insert(try row.get("kind"))
    }
  }

  /// Forgets what nobody can be reminded of again.
  func prune(dueBefore instant: Instant) throws {
    try transaction.run("DELETE FROM told_reminders WHERE due_at < \(instant)")
  }
}

extension DeadlineReminder: SQLConvertible {}
