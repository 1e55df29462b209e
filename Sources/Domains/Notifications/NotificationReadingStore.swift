import Database
import Kernel

/// What a person reads: what their acting post and its desks were told, but not their own acts. Everything up to a mark
/// is read, and some after it, so that the count at the bell walks only what is new.
extension NotificationStore {
  /// How many are unread, counted up to `cap`.
  package func unreadCount(of actor: Actor, cap: Int) throws -> Int { try unreadCountLater(of: actor, cap: cap).get() }

  /// The same, asked together with what follows.
  package func unreadCountLater(of actor: Actor, cap: Int) throws -> Later<Int> {
    try transaction.later(
      """
      SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM notifications n
        WHERE n.principal IN (\(.list(actor.principals.map(\.token)))) AND n.id > \(Self.mark(of: actor))
          AND n.teller_person <> \(actor.person) AND NOT \(Self.isRead(by: actor)) LIMIT \(cap)) AS unread
      """
    ).map { try $0[0].get("n") }
  }

  /// Newest first: one limited walk of an index for each of the actor's principals, merged.
  package func list(of actor: Actor, unreadOnly: Bool = false, page: KeysetPage, limit: Int) throws -> [Notification] {
    let unread: SQL =
      unreadOnly ? "AND n.id > \(Self.mark(of: actor)) AND NOT \(Self.isRead(by: actor))" : ""
    let walks = actor.principals.map { principal -> SQL in
      """
      SELECT * FROM (SELECT n.id, n.event, n.subject_code, n.subject_number, n.words, n.teller_name, n.told_at,
        CASE WHEN n.id <= \(Self.mark(of: actor)) OR \(Self.isRead(by: actor)) THEN 1 ELSE 0 END AS is_read
      FROM notifications n
      WHERE n.principal = \(principal.token) AND \(page.bound("n.id")) AND n.teller_person <> \(actor.person) \(unread)
      ORDER BY n.id \(page.direction) LIMIT \(limit)) AS walk
      """
    }
    let rows = try transaction.rows(
      "\(walks.joined(separator: " UNION ALL ")) ORDER BY id \(page.direction) LIMIT \(limit)")
    return page.inOrder(try rows.map(Notification.init))
  }

  /// One of them, as far as this actor was told it.
  package func find(_ id: Notification.ID, toldTo actor: Actor) throws -> Notification {
    let rows = try transaction.rows(
      """
      SELECT n.id, n.event, n.subject_code, n.subject_number, n.words, n.teller_name, n.told_at,
        CASE WHEN n.id <= \(Self.mark(of: actor)) OR \(Self.isRead(by: actor)) THEN 1 ELSE 0 END AS is_read
      FROM notifications n
      WHERE n.id = \(id) AND n.principal IN (\(.list(actor.principals.map(\.token))))
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy thông báo này.") }
    return try Notification(row)
  }

  func markRead(_ ids: [Notification.ID], by person: PersonID) throws {
    guard !ids.isEmpty else { return }
    let lines = ids.map { "(\(person), \($0))" as SQL }
    try transaction.run(
      """
      INSERT INTO notification_reads (person_id, notification_id) VALUES \(lines.joined(separator: ", "))
      ON CONFLICT DO NOTHING
      """)
  }

  /// What the actor has read up to now is one mark. The last minute is read piece by piece: another process may still
  /// commit a smaller key.
  func markAllRead(by actor: Actor) throws {
    let mark = IdentifierSource.floor(at: transaction.now - .seconds(60))
    let fresh = try list(of: actor, unreadOnly: true, page: .after(mark), limit: 1000).map(\.id)
    try markRead(fresh, by: actor.person)
    try transaction.run(
      """
      INSERT INTO notification_marks (person_id, read_through) VALUES (\(actor.person), \(mark))
      ON CONFLICT (person_id) DO UPDATE SET read_through = excluded.read_through
      """)
    try transaction.run(
      "DELETE FROM notification_reads WHERE person_id = \(actor.person) AND notification_id <= \(mark)")
  }

  /// What nobody reads any more.
  func prune(toldBefore instant: Instant) throws {
    let oldest = IdentifierSource.floor(at: instant)
    try transaction.run("DELETE FROM notification_reads WHERE notification_id < \(oldest)")
    try transaction.run("DELETE FROM notifications WHERE id < \(oldest)")
  }

  private static func mark(of actor: Actor) -> SQL {
    "COALESCE((SELECT read_through FROM notification_marks WHERE person_id = \(actor.person)), 0)"
  }

  private static func isRead(by actor: Actor) -> SQL {
    """
    EXISTS (SELECT 1 FROM notification_reads r WHERE r.person_id = \(actor.person) AND r.notification_id = n.id)
    """
  }
}

extension Notification {
  init(_ row: Row) throws {
    id = try row.get("id")
    event = NotificationEvent(storedCode: try row.get("event"))
    subject = RecordReference(code: try row.get("subject_code"), number: try row.get("subject_number"))
    words = try row.get("words")
    tellerName = try row.get("teller_name")
    toldAt = try row.get("told_at")
    isRead = try row.get("is_read")
  }
}
