import Audit
import Database
import Kernel
import WebAPI

/// Makes an access token for one post of one's own.
struct MakeAPIToken: Sendable {
  var name: String
  var scopes: Set<APIScope>
  var days: Int
  /// Made outside the transaction: its body may run again.
  var secret = APITokenSecret()

  /// More than a person keeps an eye on.
  static let tokensMax = 20

  func obstacles(by actor: Actor, in transaction: any Transaction) throws -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if name.isEmpty {
      reasons.append(.init("Hãy ghi mã dùng cho phần mềm nào, việc gì.", field: APITokenForm.name))
    }
    if name.count > APIToken.nameLengthMax {
      reasons.append(.init("Tên dài quá \(APIToken.nameLengthMax) ký tự.", field: APITokenForm.name))
    }
    if scopes.isEmpty { reasons.append(.init("Hãy chọn ít nhất một phạm vi.", field: APITokenForm.scopes)) }
    if !(1...APIToken.daysMax).contains(days) {
      reasons.append(.init("Thời hạn từ 1 đến \(APIToken.daysMax) ngày.", field: APITokenForm.days))
    }
    if actor.onBehalfOf != nil {
      reasons.append(.init("Đang làm thay người khác nên không tạo mã truy cập. Hãy chọn chức danh của mình trước."))
    }
    if try APITokenStore(transaction).aliveCount(of: actor.account) >= Self.tokensMax {
      reasons.append(.init("Anh/chị đã có \(Self.tokensMax) mã đang dùng. Hãy thu hồi mã không còn cần."))
    }
    return reasons
  }

  @discardableResult
  func perform(by actor: Actor, in transaction: any Transaction) throws -> APIToken {
    if let refusal = Refusal(try obstacles(by: actor, in: transaction)) { throw refusal }
    let token = APIToken(
      id: try transaction.nextID(of: "api_tokens"), account: actor.account, post: actor.post, name: name,
      scopes: scopes, createdAt: transaction.now, expiresAt: transaction.now + .seconds(days * 86_400),
      lastUsedAt: nil, lastAddress: "", revokedAt: nil)
    try APITokenStore(transaction).add(token, secretHash: secret.hash)
    let words = APIScope.allCases.filter(scopes.contains).map(\.label).joined(separator: "; ")
    try Audit.record(
      .tokenMade(name, until: token.expiresAt), on: .account(actor.account), by: actor,
      changes: [AuditChange(label: "Phạm vi", before: nil, after: words)], in: transaction)
    return token
  }
}

/// Takes an access token back: programs that use it are refused from their next request on.
struct RevokeAPIToken: Sendable {
  var token: APITokenID

  func perform(by actor: Actor, in transaction: any Transaction) throws -> APIToken {
    let store = APITokenStore(transaction)
    let current = try store.lock(token, of: actor.account)
    guard current.revokedAt == nil else { throw Refusal(.conflict, "Mã «\(current.name)» đã thu hồi từ trước.") }
    try store.revoke(token)
    try Audit.record(.tokenRevoked(current.name), on: .account(actor.account), by: actor, in: transaction)
    return current
  }
}
