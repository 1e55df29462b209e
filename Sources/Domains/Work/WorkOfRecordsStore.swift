import Database
import Kernel

/// Work on several records at once. Whoever reads it has made sure that each of them may be seen.
extension WorkStore {
  /// Open pieces of work on any of these records, in the order in which they were given.
  package func openItems(of records: [RecordReference], limit: Int) throws -> [WorkItem] {
    guard !records.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items WHERE \(Self.on(records)) AND ended_at IS NULL ORDER BY id LIMIT \(limit)
      """
    ).map(WorkItem.init)
  }

  /// How many there are.
  package func openCount(of records: [RecordReference]) throws -> Int {
    guard !records.isEmpty else { return 0 }
    return try transaction.rows(
      "SELECT COUNT(*) AS count FROM work_items WHERE \(Self.on(records)) AND ended_at IS NULL")[0].get("count")
  }

  private static func on(_ records: [RecordReference]) -> SQL {
    let kinds = Dictionary(grouping: records, by: \.code).sorted { $0.key < $1.key }
    let conditions = kinds.map { code, batch -> SQL in
      "(subject_code = \(code) AND subject_number IN (\(.list(batch.map(\.number)))))"
    }
    return "(\(conditions.joined(separator: " OR ")))"
  }
}
