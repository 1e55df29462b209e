import Database
import Kernel

/// SQL by which letters are written from what was told.
struct MailGatheringStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  struct Told {
    var id: Notification.ID
    var principal: Principal
    var event: NotificationEvent
    var teller: PersonID
  }

  private var settled: Instant { transaction.now - Notifications.undoTime }

  func hasUnmailed() throws -> Bool {
    try !transaction.rows("SELECT id FROM notifications WHERE is_mailed = 0 AND told_at <= \(settled) LIMIT 1").isEmpty
  }

  func unmailed(limit: Int) throws -> [Told] {
    try transaction.rows(
      """
      SELECT id, principal, event, teller_person FROM notifications
      WHERE is_mailed = 0 AND told_at <= \(settled) ORDER BY id LIMIT \(limit)
      """
    ).map { row in
      Told(
        id: try row.get("id"), principal: Principal(token: try row.get("principal")),
        event: NotificationEvent(storedCode: try row.get("event")), teller: try row.get("teller_person"))
    }
  }

  func markMailed(_ ids: [Notification.ID]) throws {
    guard !ids.isEmpty else { return }
    try transaction.run("UPDATE notifications SET is_mailed = 1 WHERE id IN (\(.list(ids)))")
  }

  /// When an agency's last letters of the day were written; nil when never.
  func lastDigest(of agency: AgencyID) throws -> (day: Day, at: Instant)? {
    try transaction.rows(
      "SELECT day, written_at FROM mail_digests WHERE agency_id = \(agency)"
    ).first.map { (try $0.get("day"), try $0.get("written_at")) }
  }

  func noteDigest(of agency: AgencyID, on day: Day) throws {
    try transaction.run(
      """
      INSERT INTO mail_digests (agency_id, day, written_at) VALUES (\(agency), \(day), \(transaction.now))
      ON CONFLICT (agency_id) DO UPDATE SET day = excluded.day, written_at = excluded.written_at
      """)
  }

  /// How much of each kind a person was told since, through these principals, and has not read.
  func unread(by person: PersonID, _ principals: [Principal], since: Instant) throws -> [NotificationEvent: Int] {
    try transaction.rows(
      """
      SELECT n.event, COUNT(*) AS told FROM notifications n
      WHERE n.principal IN (\(.list(principals.map(\.token)))) AND n.id >= \(IdentifierSource.floor(at: since))
        AND n.told_at > \(since) AND n.teller_person <> \(person)
        AND n.id > COALESCE((SELECT read_through FROM notification_marks WHERE person_id = \(person)), 0)
        AND NOT EXISTS (SELECT 1 FROM notification_reads r
          WHERE r.person_id = \(person) AND r.notification_id = n.id)
      GROUP BY n.event
      """
    ).reduce(into: [:]) { found, row in
      found[NotificationEvent(storedCode: try row.get("event"))] = try row.get("told")
    }
  }
}
