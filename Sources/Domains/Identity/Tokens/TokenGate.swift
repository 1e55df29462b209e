import Audit
import Database
import Kernel
import WebAPI
import WebApp

/// Lets programs in by their access token, within what the token's account and post are at this moment.
package struct TokenGate: APIGate {
  private let log: AccessLog
  private let refusedEvent: @Sendable (_ path: String, _ reason: String) -> AuditEvent

  /// A token's last use is written at most this often.
  private static let touchPause = Duration.seconds(60)

  package init(log: AccessLog, refusedEvent: @escaping @Sendable (_ path: String, _ reason: String) -> AuditEvent) {
    self.log = log
    self.refusedEvent = refusedEvent
  }

  package func bearer(_ token: String, address: String, _ site: Site) async throws -> APIBearer? {
    guard let secret = APITokenSecret(token) else { return nil }
    let found = try await site.database.read { transaction -> (APIToken, Actor)? in
      guard let token = try APITokenStore(transaction).find(secretHash: secret.hash),
        token.isAlive(at: transaction.now),
        // Whoever was given a first password again does nothing before choosing one of their own (AN-01).
        try !AccountStore(transaction).account(token.account).mustChangePassword,
        let actor = try StandingActor.find(
          token.account, as: token.post, address: Self.origin(address, token), in: transaction)
      else { return nil }
      return (token, actor)
    }
    guard let (token, actor) = found else { return nil }
    if token.lastUsedAt.map({ site.clock.now > $0 + Self.touchPause }) ?? true {
      try await site.database.write { try APITokenStore($0).touch(token.id, address: address) }
    }
    return APIBearer(
      token: token.id.number, tokenName: token.name, scopes: token.scopes, expiresAt: token.expiresAt, actor: actor)
  }

  package func refused(_ path: String, _ reason: String, _ bearer: APIBearer) {
    log.note(refusedEvent(path, reason), on: nil, by: bearer.actor)
  }

  /// What the audit trail keeps as the address: where it came from and by which token.
  private static func origin(_ address: String, _ token: APIToken) -> String {
    "\(address) (mã truy cập «\(token.name)»)"
  }
}
