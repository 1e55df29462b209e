import Database
import Kernel

/// Work on several records at once. They are named by a statement that gives `record_code` and `record_number` of records
/// which the reader may see.
extension WorkStore {
  /// Open pieces of work on any of these records, in the order in which they were given.
  package func openItems(of records: SQL, limit: Int) throws -> [WorkItem] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items WHERE id IN (\(Self.open(on: records))) ORDER BY id LIMIT \(limit)
      """
    ).map(WorkItem.init)
  }

  /// How many there are, counted up to `cap`.
  package func openCount(of records: SQL, cap: Int) throws -> Int {
    try transaction.rows(
      "SELECT COUNT(*) AS count FROM (\(Self.open(on: records)) LIMIT \(cap)) AS counted")[0].get("count")
  }

  /// Each record is looked up in the index of subjects: SQLite keeps the order of a CROSS JOIN.
  private static func open(on records: SQL) -> SQL {
    """
    SELECT work_items.id FROM (\(records)) AS named CROSS JOIN work_items
    WHERE subject_code = named.record_code AND subject_number = named.record_number AND ended_at IS NULL
    """
  }
}
