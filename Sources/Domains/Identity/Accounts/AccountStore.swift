import Database
import Kernel

/// SQL of accounts. Who may ask is decided by the acts (`AccountAccess`); signing in has no actor yet.
struct AccountStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What a sign-in needs. Nil when there is no such name.
  func forSignIn(_ loginName: String) throws -> (account: Account, passwordHash: String)? {
    try accountsWithHash(where: "login_name = \(loginName)").first
  }

  func passwordHash(of id: AccountID) throws -> String? {
    try accountsWithHash(where: "id = \(id)").first?.passwordHash
  }

  /// Refuses when there is no such account.
  func account(_ id: AccountID) throws -> Account {
    guard let found = try accountsWithHash(where: "id = \(id)").first else {
      throw Refusal(.notFound, "Không tìm thấy tài khoản này.")
    }
    return found.account
  }

  func account(of person: PersonID) throws -> Account? {
    try accountsWithHash(where: "person_id = \(person)").first?.account
  }

  func accounts(of people: [PersonID]) throws -> [PersonID: Account] {
    let found = try accountsWithHash(where: "person_id IN (\(SQL.list(people)))")
    return Dictionary(uniqueKeysWithValues: found.map { ($0.account.person, $0.account) })
  }

  /// Locked by failures or by an administrator, newest first.
  func locked(limit: Int) throws -> [Account] {
    try accountsWithHash(where: "disabled_at IS NOT NULL OR locked_until > \(transaction.now)", limit: limit)
      .map(\.account)
  }

  /// Not locked and without a sign-in since `instant`, newest first.
  func unused(since instant: Instant, limit: Int) throws -> [Account] {
    try accountsWithHash(
      where: "disabled_at IS NULL AND COALESCE(signed_in_at, created_at) < \(instant)", limit: limit
    ).map(\.account)
  }

  /// Locks the row until the transaction ends.
  func lock(_ id: AccountID) throws -> Account {
    _ = try transaction.rows("SELECT id FROM accounts WHERE id = \(id) \(transaction.rowLock)")
    return try account(id)
  }

  func isEmpty() throws -> Bool { try transaction.rows("SELECT id FROM accounts LIMIT 1").isEmpty }

  func insert(_ id: AccountID, person: PersonID, loginName: String, passwordHash: String, mustChange: Bool) throws {
    try refusing("accounts_login_name", as: Refusal(.invalid, "Tên đăng nhập này đã có người dùng.", field: "ten")) {
      try refusing("accounts_person", as: Refusal(.conflict, "Người này đã có tài khoản.")) {
        try transaction.run(
          """
          INSERT INTO accounts (id, person_id, login_name, password_hash, password_set_at, must_change_password,
            failed_attempts, disabled_reason, theme, has_single_keys, created_at, version)
          VALUES (\(id), \(person), \(loginName), \(passwordHash), \(transaction.now), \(mustChange), 0, '', 'auto', 1,
            \(transaction.now), 1)
          """)
      }
    }
    try remember(passwordHash, of: id)
  }

  /// A new password also opens a lock by failures.
  func save(passwordHash: String, mustChange: Bool, of id: AccountID) throws {
    try transaction.run(
      """
      UPDATE accounts SET password_hash = \(passwordHash), password_set_at = \(transaction.now),
        must_change_password = \(mustChange), failed_attempts = 0, locked_until = NULL, version = version + 1
      WHERE id = \(id)
      """)
    try remember(passwordHash, of: id)
  }

  /// The newest hashes, the present one first.
  func passwordHistory(of id: AccountID, limit: Int) throws -> [String] {
    try transaction.rows(
      "SELECT password_hash FROM password_history WHERE account_id = \(id) ORDER BY id DESC LIMIT \(limit)"
    ).map { try $0.get("password_hash") }
  }

  func saveFailure(_ count: Int, lockedUntil: Instant?, of id: AccountID) throws {
    try transaction.run(
      "UPDATE accounts SET failed_attempts = \(count), locked_until = \(lockedUntil) WHERE id = \(id)")
  }

  func saveSignIn(of id: AccountID) throws {
    try transaction.run(
      """
      UPDATE accounts SET failed_attempts = 0, locked_until = NULL, signed_in_at = \(transaction.now) WHERE id = \(id)
      """)
  }

  func forgetFailures(of id: AccountID) throws {
    try transaction.run("UPDATE accounts SET failed_attempts = 0, locked_until = NULL WHERE id = \(id)")
  }

  func disable(_ id: AccountID, reason: String) throws {
    try transaction.run(
      """
      UPDATE accounts SET disabled_at = \(transaction.now), disabled_reason = \(reason), version = version + 1
      WHERE id = \(id)
      """)
  }

  func close(_ id: AccountID, reason: String) throws {
    try transaction.run(
      """
      UPDATE accounts SET disabled_at = COALESCE(disabled_at, \(transaction.now)), closed_at = \(transaction.now),
        disabled_reason = \(reason), version = version + 1
      WHERE id = \(id)
      """)
  }

  func enable(_ id: AccountID) throws {
    // The day of unlocking counts as use, else the nightly job would lock it again.
    try transaction.run(
      """
      UPDATE accounts SET disabled_at = NULL, closed_at = NULL, disabled_reason = '', failed_attempts = 0, locked_until = NULL,
        signed_in_at = \(transaction.now), version = version + 1
      WHERE id = \(id)
      """)
  }

  func save(theme: String, of id: AccountID) throws {
    try transaction.run("UPDATE accounts SET theme = \(theme) WHERE id = \(id)")
  }

  func save(hasSingleKeys: Bool, of id: AccountID) throws {
    try transaction.run("UPDATE accounts SET has_single_keys = \(hasSingleKeys) WHERE id = \(id)")
  }

  private func remember(_ passwordHash: String, of id: AccountID) throws {
    let key = try transaction.nextKey(of: "password_history")
    try transaction.run(
      """
      INSERT INTO password_history (id, account_id, password_hash, set_at)
      VALUES (\(key), \(id), \(passwordHash), \(transaction.now))
      """)
  }

  private func accountsWithHash(
    where condition: SQL, limit: Int = 1000
  ) throws -> [(account: Account, passwordHash: String)] {
    try transaction.rows(
      """
      SELECT id, person_id, login_name, password_hash, password_set_at, must_change_password, failed_attempts,
        locked_until, disabled_at, disabled_reason, closed_at, created_at, signed_in_at, version
      FROM accounts WHERE \(condition) ORDER BY id DESC LIMIT \(limit)
      """
    ).map { (try Account($0), try $0.get("password_hash")) }
  }
}

extension Account {
  fileprivate init(_ row: Row) throws {
    id = try row.get("id")
    person = try row.get("person_id")
    loginName = try row.get("login_name")
    passwordSetAt = try row.get("password_set_at")
    mustChangePassword = try row.get("must_change_password")
    failedAttempts = try row.get("failed_attempts")
    lockedUntil = try row.find("locked_until")
    disabledAt = try row.find("disabled_at")
    disabledReason = try row.get("disabled_reason")
    closedAt = try row.find("closed_at")
    createdAt = try row.get("created_at")
    signedInAt = try row.find("signed_in_at")
    version = try row.get("version")
  }
}
