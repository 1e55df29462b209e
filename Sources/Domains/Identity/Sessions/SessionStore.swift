import Database
import Kernel
import Organization

/// SQL of sessions. Every request asks `session` once, so it stays three indexed look-ups: the session with its account,
/// the posts of the person, and what is lent to them today. Nothing is cached: a locked account is out with its next request.
package struct SessionStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// The session of a token whose account is not locked by an administrator; nil when there is none.
  func session(tokenHash: String) throws -> Session? {
    let rows = try transaction.rows(
      """
      SELECT s.id, s.account_id, s.post_id, s.last_seen_at, a.person_id, a.login_name, a.password_set_at,
        a.must_change_password, a.theme, a.has_single_keys
      FROM sessions s JOIN accounts a ON a.id = s.account_id
      WHERE s.token_hash = \(tokenHash) AND a.disabled_at IS NULL
      """)
    guard let row = rows.first else { return nil }
    let person: PersonID = try row.get("person_id")
    let lent = try DelegationStore(transaction).activeLater(of: person)
    let posts = try OrganizationStore(transaction).posts(of: person)
    var session = try Session(row, posts: posts)
    session.lent = try LentPost.read(lent.get(), own: posts, in: transaction)
    return session
  }

  /// Whether a session is still open and its account not locked: live connections ask it every few seconds.
  package func isOpen(_ id: SessionID) throws -> Bool {
    let rows = try transaction.rows(
      """
      SELECT 1 AS one FROM sessions s JOIN accounts a ON a.id = s.account_id
      WHERE s.id = \(id) AND a.disabled_at IS NULL
      """)
    return !rows.isEmpty
  }

  /// Opens a session; a browser's name is cut to what a list shows.
  func open(
    _ token: SessionToken, account: AccountID, post: PostID?, address: String, browser: String
  ) throws -> SessionID {
    let id: SessionID = try transaction.nextID(of: "sessions")
    try transaction.run(
      """
      INSERT INTO sessions (id, token_hash, account_id, post_id, address, browser, opened_at, last_seen_at)
      VALUES (\(id), \(token.hash), \(account), \(post), \(address), \(String(browser.prefix(200))),
        \(transaction.now), \(transaction.now))
      """)
    return id
  }

  func touch(_ id: SessionID) throws {
    try transaction.run("UPDATE sessions SET last_seen_at = \(transaction.now) WHERE id = \(id)")
  }

  func select(_ post: PostID, in id: SessionID) throws {
    try transaction.run("UPDATE sessions SET post_id = \(post) WHERE id = \(id)")
  }

  /// Open sessions of an account, newest first.
  func sessions(of account: AccountID) throws -> [SessionLine] {
    try transaction.rows(
      """
      SELECT id, address, browser, opened_at, last_seen_at FROM sessions WHERE account_id = \(account)
      ORDER BY id DESC LIMIT 100
      """
    ).map {
      SessionLine(
        id: try $0.get("id"), address: try $0.get("address"), browser: try $0.get("browser"),
        openedAt: try $0.get("opened_at"), lastSeenAt: try $0.get("last_seen_at"))
    }
  }

  func end(_ id: SessionID) throws { try transaction.run("DELETE FROM sessions WHERE id = \(id)") }

  /// Ends every session of an account but `kept`. Gives their number.
  @discardableResult func endAll(of account: AccountID, except kept: SessionID? = nil) throws -> Int {
    try transaction.run("DELETE FROM sessions WHERE account_id = \(account) AND id <> \(kept ?? SessionID(0))")
  }

  func endUnused(since instant: Instant) throws {
    try transaction.run("DELETE FROM sessions WHERE last_seen_at < \(instant)")
  }
}

extension Session {
  fileprivate init(_ row: Row, posts: [Post]) throws {
    id = try row.get("id")
    account = try row.get("account_id")
    person = try row.get("person_id")
    personName = posts.first?.personName ?? ""
    loginName = try row.get("login_name")
    selectedPost = try row.find("post_id")
    lastSeenAt = try row.get("last_seen_at")
    passwordSetAt = try row.get("password_set_at")
    mustChangePassword = try row.get("must_change_password")
    theme = try row.get("theme")
    hasSingleKeys = try row.get("has_single_keys")
    self.posts = posts
  }
}
