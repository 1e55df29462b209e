import Database
import Kernel

extension WorkUrging.Level: SQLConvertible {}

/// SQL of urgings. Whoever reads them has made sure that the record may be seen.
package struct WorkUrgingStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Writes the next urging of an item down. The item's record is locked, so that no two have one ordinal.
  @discardableResult
  package func add(
    _ level: WorkUrging.Level, _ text: String, on item: WorkItem, by name: String, isByRule: Bool = false
  ) throws -> WorkUrging {
    let before: Int = try transaction.rows(
      "SELECT COUNT(*) AS n FROM work_urgings WHERE item_id = \(item.id)")[0].get("n")
    let urging = WorkUrging(
      id: try transaction.nextID(of: "work_urgings"), item: item.id, level: level, ordinal: before + 1, text: text,
      urgedBy: name, urgedAt: transaction.now, isByRule: isByRule)
    try transaction.run(
      """
      INSERT INTO work_urgings (id, item_id, subject_code, subject_number, level, ordinal, text, urged_by, urged_at,
        is_by_rule)
      VALUES (\(urging.id), \(urging.item), \(item.subject.code), \(item.subject.number), \(urging.level),
        \(urging.ordinal), \(urging.text), \(urging.urgedBy), \(urging.urgedAt), \(urging.isByRule))
      """)
    return urging
  }

  /// Oldest first.
  package func list(of subject: RecordReference) throws -> [WorkUrging] { try listLater(of: subject).get() }

  /// The same, not waited for.
  package func listLater(of subject: RecordReference) throws -> Later<[WorkUrging]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM work_urgings
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) ORDER BY id
      """
    ).map { try $0.map(Self.urging) }
  }

  /// The last urging of each of these items, for a list of work.
  package func last(of items: [WorkItem.ID]) throws -> [WorkItem.ID: WorkUrging] {
    guard !items.isEmpty else { return [:] }
    return try transaction.rows(
      "SELECT \(Self.columns) FROM work_urgings WHERE item_id IN (\(.list(items))) ORDER BY item_id, ordinal"
    ).map(Self.urging).reduce(into: [:]) { $0[$1.item] = $1 }
  }

  private static let columns: SQL = "id, item_id, level, ordinal, text, urged_by, urged_at, is_by_rule"

  private static func urging(_ row: Row) throws -> WorkUrging {
    WorkUrging(
      id: try row.get("id"), item: try row.get("item_id"), level: try row.get("level"),
      ordinal: try row.get("ordinal"), text: try row.get("text"), urgedBy: try row.get("urged_by"),
      urgedAt: try row.get("urged_at"), isByRule: try row.get("is_by_rule"))
  }
}
