import Database
import Kernel

/// One line of the common story of several records: whose it is, besides what it says.
package struct StoryEntry: Sendable, Equatable {
  package var id: Int64
  package var record: RecordReference
  package var line: StoryLine
}

extension AuditStore {
  /// What was done to any of these records, newest first, as one story. The caller has made sure that the reader may see
  /// each of them.
  ///
  /// - Parameters:
  ///   - before: only lines older than this one.
  ///   - leavingOut: codes of lines that another of the records tells too.
  package func story(
    of records: [RecordReference], before: Int64? = nil, leavingOut codes: [String] = [], limit: Int
  ) throws -> [StoryEntry] {
    guard !records.isEmpty else { return [] }
    let bound: SQL = before.map { "AND id < \($0)" } ?? ""
    let told: SQL = codes.isEmpty ? "" : "AND code NOT IN (\(.list(codes)))"
    let kinds = Dictionary(grouping: records, by: \.code).sorted { $0.key < $1.key }
    let walks = kinds.map { code, batch -> SQL in
      """
      SELECT * FROM (SELECT \(Self.storyColumns) FROM audit_entries
      WHERE record_code = \(code) AND record_number IN (\(.list(batch.map(\.number)))) AND kind = \(AuditKind.act)
      \(bound) \(told) ORDER BY id DESC LIMIT \(limit)) AS of_kind
      """
    }
    return try transaction.rows(
      "\(walks.joined(separator: " UNION ALL ")) ORDER BY id DESC LIMIT \(limit)"
    ).map { row in
      StoryEntry(
        id: try row.get("id"),
        record: RecordReference(code: try row.get("record_code"), number: try row.get("record_number")),
        line: try StoryLine(row))
    }
  }
}
