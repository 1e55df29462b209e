import Database
import Kernel

/// One line of the common story of several records: whose it is, besides what it says.
package struct StoryEntry: Sendable, Equatable {
  package var id: Int64
  package var record: RecordReference
  package var line: StoryLine
}

extension AuditStore {
  /// Lines that a walk over the records finds at once when the first found too few that the reader may see. Sorting out
  /// many of thousands costs more than reading them, so the first walk asks for little more than a page.
  private static let walkLength = 500

  /// What was done to any of these records, newest first, as one story.
  ///
  /// - Parameters:
  ///   - records: a statement that gives `record_code` and `record_number`.
  ///   - before: only lines older than this one.
  ///   - whole: the record whose lines tell what was before and after; the others' own pages tell theirs.
  ///   - leavingOut: codes of lines that another of the records tells too.
  ///   - keeping: those of some lines that the reader may see.
  package func story(
    of records: SQL, whole: RecordReference, before: Int64? = nil, leavingOut codes: Set<String> = [], limit: Int,
    keeping: ([StoryEntry]) throws -> [StoryEntry]
  ) throws -> [StoryEntry] {
    var told: [StoryEntry] = []
    var before = before
    var length = min(2 * limit, Self.walkLength)
    while told.count < limit {
      let walked = try newest(of: records, before: before, limit: length)
      for start in stride(from: 0, to: walked.count, by: limit) where told.count < limit {
        told += try keeping(try entries(walked[start..<min(start + limit, walked.count)], whole, leavingOut: codes))
      }
      guard walked.count == length else { break }
      before = walked.last
      length = Self.walkLength
    }
    return Array(told.prefix(limit))
  }

  /// Keys alone: they stand in the index, so nothing else of thousands of lines is read to find the newest.
  private func newest(of records: SQL, before: Int64?, limit: Int) throws -> [Int64] {
    let bound: SQL = before.map { "AND audit_entries.id < \($0)" } ?? ""
    return try transaction.rows(
      """
      SELECT audit_entries.id FROM (\(records)) AS named CROSS JOIN audit_entries
      WHERE audit_entries.record_code = named.record_code AND audit_entries.record_number = named.record_number
      AND audit_entries.kind = \(AuditKind.act) \(bound) ORDER BY audit_entries.id DESC LIMIT \(limit)
      """
    ).map { try $0.get("id") }
  }

  private func entries(
    _ keys: ArraySlice<Int64>, _ whole: RecordReference, leavingOut codes: Set<String>
  ) throws -> [StoryEntry] {
    guard !keys.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.storyColumns), code FROM audit_entries WHERE id IN (\(.list(Array(keys)))) ORDER BY id DESC
      """
    ).compactMap { row in
      guard !codes.contains(try row.get("code")) else { return nil }
      let record = RecordReference(code: try row.get("record_code"), number: try row.get("record_number"))
      return StoryEntry(id: try row.get("id"), record: record, line: try StoryLine(row, withChanges: record == whole))
    }
  }
}
