import Database
import Kernel

/// SQL of changed deadlines and of what was asked for. Whoever reads them has made sure that the record may be seen.
package struct DeadlineStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ change: DeadlineChange, of subject: RecordReference) throws {
    try transaction.run(
      """
      INSERT INTO work_deadline_changes (id, item_id, subject_code, subject_number, due_from, due_to, reason,
        changed_by, changed_at)
      VALUES (\(try transaction.nextID(Identifier<DeadlineChange>.self, of: "work_deadline_changes")), \(change.item),
        \(subject.code), \(subject.number), \(change.from ?? WorkStore.never), \(change.to ?? WorkStore.never),
        \(change.reason), \(change.changedBy), \(change.changedAt))
      """)
  }

  /// Oldest first.
  package func changes(of subject: RecordReference) throws -> [DeadlineChange] { try changesLater(of: subject).get() }

  /// The same, not waited for.
  package func changesLater(of subject: RecordReference) throws -> Later<[DeadlineChange]> {
    try transaction.later(
      """
      SELECT item_id, due_from, due_to, reason, changed_by, changed_at FROM work_deadline_changes
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) ORDER BY id
      """
    ).map { rows in
      try rows.map { row in
        DeadlineChange(
          item: try row.get("item_id"), from: Self.due(try row.get("due_from")), to: Self.due(try row.get("due_to")),
          reason: try row.get("reason"), changedBy: try row.get("changed_by"), changedAt: try row.get("changed_at"))
      }
    }
  }

  /// Asks for another deadline; refuses while an earlier asking waits.
  package func ask(_ request: WorkItem, for item: WorkItem, until due: Instant) throws {
    let refusal = Refusal(.conflict, "Việc này đã xin gia hạn và đang chờ trả lời.")
    try refusing("work_extensions_open", as: refusal) {
      try transaction.run(
        """
        INSERT INTO work_extensions (request_id, item_id, subject_code, subject_number, wanted_due)
        VALUES (\(request.id), \(item.id), \(item.subject.code), \(item.subject.number), \(due))
        """)
    }
  }

  /// What was asked, answered or not, oldest first.
  package func extensions(of subject: RecordReference) throws -> [ExtensionRequest] {
    try extensionsLater(of: subject).get()
  }

  /// The same, not waited for.
  package func extensionsLater(of subject: RecordReference) throws -> Later<[ExtensionRequest]> {
    try transaction.later(
      """
      SELECT request_id, item_id, wanted_due, is_granted, granted_due FROM work_extensions
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) ORDER BY request_id
      """
    ).map { rows in
      try rows.map { row in
        ExtensionRequest(
          request: try row.get("request_id"), item: try row.get("item_id"), wantedDue: try row.get("wanted_due"),
          isGranted: try row.find("is_granted"), grantedDue: try row.find("granted_due"))
      }
    }
  }

  /// Askings that lost their work count as refused.
  func drop(_ items: [WorkItem.ID]) throws {
    try transaction.run(
      """
      UPDATE work_extensions SET is_granted = \(false) WHERE request_id IN (\(.list(items))) AND is_granted IS NULL
      """)
  }

  /// Askings that were dropped with their work wait again with it.
  func awaitAgain(_ items: [WorkItem.ID]) throws {
    guard !items.isEmpty else { return }
    try transaction.run(
      "UPDATE work_extensions SET is_granted = NULL WHERE request_id IN (\(.list(items))) AND granted_due IS NULL")
  }

  /// Writes the answer.
  package func answer(_ request: WorkItem.ID, grants due: Instant?) throws {
    try transaction.run(
      """
      UPDATE work_extensions SET is_granted = \(due != nil), granted_due = \(due)
      WHERE request_id = \(request) AND is_granted IS NULL
      """)
  }

  private static func due(_ instant: Instant) -> Instant? { instant == WorkStore.never ? nil : instant }
}
