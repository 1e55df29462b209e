import Database
import Kernel

extension NotificationEvent.Mail: SQLConvertible {}

/// All SQL of how people want to be told.
struct PreferenceStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Locks against a second saving at the same time when `forUpdate`.
  func preferences(of person: PersonID, forUpdate: Bool = false) throws -> MailPreferences {
    let lock: SQL = forUpdate ? transaction.rowLock : ""
    let rows = try transaction.rows(
      """
      SELECT address, version, confirmed_at, code, code_until FROM notification_addresses
      WHERE person_id = \(person) \(lock)
      """)
    var preferences = MailPreferences(
      person: person, address: try rows.first?.get("address") ?? "", chosen: try chosen(by: [person])[person] ?? [:],
      version: try rows.first?.get("version") ?? 0)
    preferences.confirmedAt = try rows.first?.find("confirmed_at")
    if let code: String = try rows.first?.find("code"), let until: Instant = try rows.first?.find("code_until") {
      preferences.code = ConfirmationCode(code, until: until)
    }
    return preferences
  }

  /// Those of everybody who gave an address and confirmed it, for the jobs that write mails.
  func preferencesForMail() throws -> [MailPreferences] {
    let rows = try transaction.rows(
      """
      SELECT person_id, address, version FROM notification_addresses
      WHERE address <> '' AND confirmed_at IS NOT NULL ORDER BY person_id
      """)
    let people: [PersonID] = try rows.map { try $0.get("person_id") }
    let chosen = try chosen(by: people)
    return try zip(people, rows).map { person, row in
      MailPreferences(
        person: person, address: try row.get("address"), chosen: chosen[person] ?? [:],
        version: try row.get("version"))
    }
  }

  func save(_ preferences: MailPreferences) throws {
    try transaction.run(
      """
      INSERT INTO notification_addresses (person_id, address, version, confirmed_at, code, code_until)
      VALUES (\(preferences.person), \(preferences.address), 1, \(preferences.confirmedAt), \(preferences.code?.text),
        \(preferences.code?.until))
      ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, version = notification_addresses.version + 1,
        confirmed_at = excluded.confirmed_at, code = excluded.code, code_until = excluded.code_until
      """)
    try transaction.run("DELETE FROM notification_choices WHERE person_id = \(preferences.person)")
    for (event, mail) in preferences.chosen.sorted(by: { $0.key.code < $1.key.code }) {
      try transaction.run(
        """
        INSERT INTO notification_choices (person_id, event, mail) VALUES (\(preferences.person), \(event.code), \(mail))
        """)
    }
  }

  private func chosen(by people: [PersonID]) throws -> [PersonID: [NotificationEvent: NotificationEvent.Mail]] {
    try transaction.rows(
      "SELECT person_id, event, mail FROM notification_choices WHERE person_id IN (\(.list(people)))"
    ).reduce(into: [:]) { found, row in
      let person: PersonID = try row.get("person_id")
      found[person, default: [:]][NotificationEvent(storedCode: try row.get("event"))] = try row.get("mail")
    }
  }
}
