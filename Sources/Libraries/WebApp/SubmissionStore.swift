import Database
import Kernel

/// One-time keys of creating forms: a second press of the same form gets the first answer.
///
/// Claimed in the act's own transaction, so that a key is known exactly when its record is.
package struct SubmissionStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Where an act led, and the sentence that tells what it changed; none when an earlier press had done it.
  package struct Outcome: Sendable {
    package var path: String
    package var notice: String?

    package init(path: String, notice: String?) {
      self.path = path
      self.notice = notice
    }
  }

  /// Runs an act once for a form: a second press gets the first one's path. The key is claimed before the act, so that a
  /// press at the same moment waits for the first and gets its answer too.
  package func once(_ key: String, by account: AccountID, _ act: () throws -> Outcome) throws -> Outcome {
    guard !key.isEmpty else { return try act() }
    if let first = try answer(to: key, by: account) { return Outcome(path: first, notice: nil) }
    guard try claim(key, by: account) else {
      guard let first = try answer(to: key, by: account) else { throw Self.justSent }
      return Outcome(path: first, notice: nil)
    }
    let outcome = try act()
    try transaction.run(
      """
      UPDATE submissions SET answer = \(outcome.path) WHERE account_id = \(account) AND submission_key = \(key)
      """)
    return outcome
  }

  /// Where the first press led, if this key was used by this account.
  package func answer(to key: String, by account: AccountID) throws -> String? {
    guard !key.isEmpty else { return nil }
    return try transaction.rows(
      "SELECT answer FROM submissions WHERE account_id = \(account) AND submission_key = \(key)"
    ).first?.get("answer")
  }

  /// False when another press has it. The answer stands with it once the act is done, in the same transaction.
  private func claim(_ key: String, by account: AccountID) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO submissions (account_id, submission_key, answer, at)
      VALUES (\(account), \(key), '', \(transaction.now)) ON CONFLICT DO NOTHING
      """) > 0
  }

  private static let justSent = Refusal(
    .conflict, "Biểu mẫu này vừa được gửi một lần; hệ thống đã nhận lần trước.")

  /// Forgets keys older than a week: no browser keeps a form open that long.
  package func forgetOld() throws {
    try transaction.run("DELETE FROM submissions WHERE at < \(transaction.now - .seconds(7 * 86_400))")
  }
}

/// Tables of the web layer.
package enum WebAppMigrations {
  package static let all: [Migration] = [
    Migration("2026-11-22-05 submissions") { _ in
      [
        """
        CREATE TABLE submissions (
          account_id BIGINT NOT NULL, submission_key TEXT NOT NULL, answer TEXT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX submissions_key ON submissions (account_id, submission_key)",
        "CREATE INDEX submissions_at ON submissions (at)",
      ]
    }
  ]
}
