import Database
import Kernel

/// All SQL of notifications. They are told to posts and desks, and read by persons.
package struct NotificationStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ event: NotificationEvent, _ tellings: [Telling], on subject: RecordReference, by actor: Actor?) throws {
    let teller = event.isByAgency ? actor?.agencyName : actor?.nameOnRecord
    let lines = try tellings.map { telling -> SQL in
      let id: Notification.ID = try transaction.nextID(of: "notifications")
      return """
        (\(id), \(telling.principal.token), \(event.code), \(subject.code), \(subject.number), \(telling.source),
        \(telling.words), \(teller ?? ""), \(actor?.person.number ?? 0), \(transaction.now), 0)
        """
    }
    try transaction.later(
      """
      INSERT INTO notifications (id, principal, event, subject_code, subject_number, source, words, teller_name,
        teller_person, told_at, is_mailed)
      VALUES \(lines.joined(separator: ", "))
      """)
  }

  func remove(sources: [Int64], of subject: RecordReference, toldAfter instant: Instant) throws {
    try remove(where: "\(Self.about(subject)) AND source IN (\(.list(sources))) AND told_at >= \(instant)")
  }

  func removeAll(of subject: RecordReference) throws { try remove(where: Self.about(subject)) }

  private func remove(where condition: SQL) throws {
    try transaction.run(
      """
      DELETE FROM notification_reads
      WHERE notification_id IN (SELECT id FROM notifications WHERE \(condition))
      """)
    try transaction.run("DELETE FROM notifications WHERE \(condition)")
  }

  private static func about(_ subject: RecordReference) -> SQL {
    "subject_code = \(subject.code) AND subject_number = \(subject.number)"
  }
}
