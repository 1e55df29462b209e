import Audit
import Database
import Kernel

/// Locks an account: every session of it ends at once.
struct LockAccount: Sendable {
  var account: AccountID
  var reason: String
  var formVersion: Int

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = AccountStore(transaction)
    let current = try store.lock(account, toAdministerBy: actor, formVersion: formVersion)
    var reasons: [Refusal.Reason] = []
    if account == actor.account {
      reasons.append(Refusal.Reason("Anh/chị không thể khóa tài khoản mình đang dùng."))
    }
    if reason.isEmpty { reasons.append(Refusal.Reason("Hãy ghi lý do khóa.", field: "ly-do")) }
    if reason.count > 250 { reasons.append(Refusal.Reason("Lý do dài quá 250 ký tự.", field: "ly-do")) }
    if current.disabledAt != nil { reasons.append(Refusal.Reason("Tài khoản đã bị khóa từ trước.")) }
    if let refusal = Refusal(reasons) { throw refusal }
    try store.disable(account, reason: reason)
    try SessionStore(transaction).endAll(of: account)
    try Audit.record(
      .accountLocked(current.loginName, reason: reason), on: .account(account), by: actor, in: transaction)
  }
}

/// Opens an account, whoever or whatever locked it (AN-03).
struct UnlockAccount: Sendable {
  var account: AccountID
  var formVersion: Int

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = AccountStore(transaction)
    let current = try store.lock(account, toAdministerBy: actor, formVersion: formVersion)
    try store.enable(account)
    try Audit.record(.accountUnlocked(current.loginName), on: .account(account), by: actor, in: transaction)
  }
}

/// Gives an account a first password again, for someone who forgot theirs. Their sessions end and their access tokens
/// are taken back: whoever had the old password may have made them.
struct ResetPassword: Sendable {
  var account: AccountID
  var passwordHash: String
  var formVersion: Int

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = AccountStore(transaction)
    let current = try store.lock(account, toAdministerBy: actor, formVersion: formVersion)
    if account == actor.account {
      throw Refusal(.invalid, "Mật khẩu của mình thì đổi ở «Tài khoản của tôi».")
    }
    try store.save(passwordHash: passwordHash, mustChange: true, of: account)
    try SessionStore(transaction).endAll(of: account)
    let tokens = try APITokenStore(transaction).revokeAll(of: account)
    try Audit.record(.passwordReset(current.loginName), on: .account(account), by: actor, in: transaction)
    if tokens > 0 {
      try Audit.record(.allTokensRevoked(tokens), on: .account(account), by: actor, in: transaction)
    }
  }
}
