import Database
import Kernel
import WebAPI

/// SQL of access tokens. Every request of a program asks `find`; nothing is cached, so what is taken back is out with
/// the next request.
struct APITokenStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    SELECT id, account_id, post_id, name, scopes, created_at, expires_at, last_used_at, last_address, revoked_at
    FROM api_tokens
    """

  func find(secretHash: String) throws -> APIToken? {
    try transaction.rows("\(Self.columns) WHERE secret_hash = \(secretHash)").first.map(APIToken.init)
  }

  /// One of the account's own, held until the transaction ends.
  func lock(_ id: APITokenID, of account: AccountID) throws -> APIToken {
    let rows = try transaction.rows(
      "\(Self.columns) WHERE id = \(id) AND account_id = \(account) \(transaction.rowLock)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy mã truy cập này.") }
    return try APIToken(row)
  }

  /// Tokens of an account that were not taken back, newest first.
  func list(of account: AccountID) throws -> [APIToken] {
    try transaction.rows(
      "\(Self.columns) WHERE account_id = \(account) AND revoked_at IS NULL ORDER BY id DESC LIMIT 100"
    ).map(APIToken.init)
  }

  /// How many of them still work.
  func aliveCount(of account: AccountID) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS count FROM api_tokens
      WHERE account_id = \(account) AND revoked_at IS NULL AND expires_at > \(transaction.now)
      """)[0].get("count")
  }

  func add(_ token: APIToken, secretHash: String) throws {
    let scopes = APIScope.allCases.filter(token.scopes.contains).map(\.rawValue).joined(separator: " ")
    try transaction.run(
      """
      INSERT INTO api_tokens (id, secret_hash, account_id, post_id, name, scopes, created_at, expires_at, last_address)
      VALUES (\(token.id), \(secretHash), \(token.account), \(token.post), \(token.name), \(scopes),
        \(token.createdAt), \(token.expiresAt), \(""))
      """)
  }

  func touch(_ id: APITokenID, address: String) throws {
    try transaction.run(
      "UPDATE api_tokens SET last_used_at = \(transaction.now), last_address = \(address) WHERE id = \(id)")
  }

  func revoke(_ id: APITokenID) throws {
    try transaction.run("UPDATE api_tokens SET revoked_at = \(transaction.now) WHERE id = \(id)")
  }

  /// Takes back every token of an account. Gives their number.
  func revokeAll(of account: AccountID) throws -> Int {
    try transaction.run(
      "UPDATE api_tokens SET revoked_at = \(transaction.now) WHERE account_id = \(account) AND revoked_at IS NULL")
  }
}

extension APIToken {
  fileprivate init(_ row: Row) throws {
    id = try row.get("id")
    account = try row.get("account_id")
    post = try row.get("post_id")
    name = try row.get("name")
    scopes = Set(
      try row.get("scopes", as: String.self).split(separator: " ").compactMap { APIScope(rawValue: String($0)) })
    createdAt = try row.get("created_at")
    expiresAt = try row.get("expires_at")
    lastUsedAt = try row.find("last_used_at")
    lastAddress = try row.get("last_address")
    revokedAt = try row.find("revoked_at")
  }
}
