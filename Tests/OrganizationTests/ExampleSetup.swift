import Audit
import Database
import Kernel
import TestSupport

@testable import Organization

/// Runs `body` on a database that holds the example body.
func withExampleBody<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  try await withDatabase(AuditMigrations.all + OrganizationMigrations.all, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

/// The refusal that `body` ends in; nil when it ends well.
func refusal(_ body: () async throws -> Void) async throws -> Refusal? {
  do {
    try await body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}

extension Day {
  static func iso(_ text: String) -> Day { Day(isoText: text) ?? Day(number: 0) }
}

extension Transaction {
  /// Lines of the audit trail about a record, oldest first, as codes.
  func auditCodes(_ record: RecordReference) throws -> [String] {
    try rows(
      """
      SELECT code FROM audit_entries WHERE record_code = \(record.code) AND record_number = \(record.number) ORDER BY id
      """
    ).map { try $0.get("code") }
  }
}
