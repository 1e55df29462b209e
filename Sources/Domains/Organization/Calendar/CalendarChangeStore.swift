import Database
import Kernel

/// Days that became days off, waiting for the job that tells whose deadline falls on them.
package struct CalendarChangeStore {
  /// One day of one agency's calendar.
  package struct DayOff: Sendable, Equatable {
    package var id: Int64
    package var agency: AgencyID
    package var day: Day
    package var changedAt: Instant
  }

  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ day: Day, of agency: AgencyID) throws {
    let id = try transaction.nextKey(of: "calendar_changes")
    try transaction.run(
      """
      INSERT INTO calendar_changes (id, agency_id, day, changed_at)
      VALUES (\(id), \(agency), \(day), \(transaction.now))
      """)
  }

  /// Oldest first.
  package func waitingForJob() throws -> [DayOff] {
    try transaction.rows("SELECT id, agency_id, day, changed_at FROM calendar_changes ORDER BY id LIMIT 100").map {
      DayOff(
        id: try $0.get("id"), agency: try $0.get("agency_id"), day: try $0.get("day"),
        changedAt: try $0.get("changed_at"))
    }
  }

  /// Those who had to be told are.
  package func remove(_ change: DayOff) throws {
    try transaction.run("DELETE FROM calendar_changes WHERE id = \(change.id)")
  }
}
