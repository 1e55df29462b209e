import Database
import Kernel

extension Mail.Kind: SQLConvertible {}
extension Mail.State: SQLConvertible {}

/// All SQL of letters that wait to be sent, and of those that were.
package struct MailStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Adds to the letter that still waits for its first attempt, else a new one.
  func add(_ kind: Mail.Kind, count: Int, lines: [String] = [], to preferences: MailPreferences, domain: String) throws
  {
    let grown = try transaction.run(
      """
      UPDATE mails SET count = count + \(count)
      WHERE person_id = \(preferences.person) AND kind = \(kind) AND kind = 'news' AND state = 'waiting'
        AND attempts = 0
      """)
    guard grown == 0 else { return }
    let id: Mail.ID = try transaction.nextID(of: "mails")
    let messageID = "\(id).\(String(UInt64.random(in: 1...(.max)), radix: 36))@\(domain)"
    try transaction.run(
      """
      INSERT INTO mails (id, person_id, address, kind, count, lines, message_id, state, attempts, next_at, created_at)
      VALUES (\(id), \(preferences.person), \(preferences.address), \(kind), \(count),
        \(lines.joined(separator: "\n")), \(messageID), \(Mail.State.waiting), 0, \(transaction.now), \(transaction.now))
      """)
  }

  /// Asks whether the address is the person's own; not where no letters are sent.
  func askConfirmation(_ preferences: MailPreferences, domain: String?) throws {
    guard let domain, let code = preferences.code else { return }
    try add(.confirmation, count: 0, lines: [code.text], to: preferences, domain: domain)
  }

  /// What still waits would go to an address that is theirs no longer.
  func dropWaiting(to person: PersonID) throws {
    try transaction.run("DELETE FROM mails WHERE person_id = \(person) AND state = 'waiting'")
  }

  func dueIDs(limit: Int) throws -> [Mail.ID] {
    try transaction.rows(
      """
      SELECT id FROM mails WHERE state = 'waiting' AND next_at <= \(transaction.now) ORDER BY next_at, id LIMIT \(limit)
      """
    ).map { try $0.get("id") }
  }

  /// Counts an attempt before it is made, so that one that ends with the machine was made too. Nil when the letter is
  /// not due any more.
  func begin(_ id: Mail.ID) throws -> Mail? {
    let rows = try transaction.rows(
      """
      UPDATE mails SET attempts = attempts + 1, next_at = \(transaction.now + .seconds(120))
      WHERE id = \(id) AND state = 'waiting' AND next_at <= \(transaction.now)
      RETURNING id, person_id, address, kind, count, lines, message_id, attempts, created_at
      """)
    return try rows.first.map(Mail.init)
  }

  func end(_ mail: Mail, _ outcome: MailCourier.Outcome) throws {
    switch outcome {
    case .sent: try set(.sent, error: nil, of: mail)
    case .refused(let why): try set(.failed, error: why, of: mail)
    case .troubled(let why):
      guard let pause = Mail.pause(after: mail.attempts) else { return try set(.failed, error: why, of: mail) }
      try transaction.run(
        "UPDATE mails SET next_at = \(transaction.now + pause), last_error = \(why) WHERE id = \(mail.id)")
      // The others would fare no better now.
      let soonest = transaction.now + .seconds(60)
      try transaction.run("UPDATE mails SET next_at = \(soonest) WHERE state = 'waiting' AND next_at < \(soonest)")
    }
  }

  private func set(_ state: Mail.State, error: String?, of mail: Mail) throws {
    try transaction.run(
      "UPDATE mails SET state = \(state), ended_at = \(transaction.now), last_error = \(error) WHERE id = \(mail.id)")
  }

  /// Puts back what could not be sent, with all its attempts. Gives their number.
  func retryFailed() throws -> Int {
    try transaction.run(
      """
      UPDATE mails SET state = 'waiting', attempts = 0, next_at = \(transaction.now), ended_at = NULL
      WHERE state = 'failed'
      """)
  }

  /// Sent and given up ones that nobody asks for any more.
  func prune(endedBefore instant: Instant) throws {
    try transaction.run("DELETE FROM mails WHERE state <> 'waiting' AND ended_at < \(instant)")
  }

  /// How the queue stands, for the health page.
  package func healthForOperations() throws -> MailHealth {
    let rows = try transaction.rows(
      """
      SELECT
        (SELECT COUNT(*) FROM (SELECT 1 AS one FROM mails WHERE state = 'waiting' LIMIT 1000) AS w) AS waiting,
        (SELECT COUNT(*) FROM (SELECT 1 AS one FROM mails WHERE state = 'failed' LIMIT 1000) AS f) AS failed,
        (SELECT MIN(created_at) FROM mails WHERE state = 'waiting') AS oldest,
        (SELECT MAX(ended_at) FROM mails WHERE state = 'sent') AS sent
      """)
    let errors = try transaction.rows(
      """
      SELECT last_error FROM mails WHERE state <> 'sent' AND last_error IS NOT NULL ORDER BY id DESC LIMIT 1
      """)
    return MailHealth(
      waiting: try rows[0].get("waiting"), failed: try rows[0].get("failed"),
      oldestWaitingSince: try rows[0].find("oldest"), lastSentAt: try rows[0].find("sent"),
      lastError: try errors.first?.get("last_error"))
  }
}

extension Mail {
  fileprivate init(_ row: Row) throws {
    id = try row.get("id")
    person = try row.get("person_id")
    address = try row.get("address")
    kind = try row.get("kind")
    count = try row.get("count")
    lines = try row.get("lines", as: String.self).split(separator: "\n").map(String.init)
    messageID = try row.get("message_id")
    attempts = try row.get("attempts")
    createdAt = try row.get("created_at")
  }
}
