import Audit
import Database
import Kernel
import Organization

/// Closes an account for good, because its person leaves (đóng tài khoản): refused while a post of theirs, held or ended,
/// still owns something (HS-11, AN-08). Locking, which may not wait, is another act.
package struct CloseAccount: Sendable {
  package var account: AccountID
  package var reason: String
  package var formVersion: Int
  /// What posts may own, of every domain.
  package var owned: OwnedByPosts

  package init(account: AccountID, reason: String, formVersion: Int, owned: OwnedByPosts) {
    self.account = account
    self.reason = reason
    self.formVersion = formVersion
    self.owned = owned
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try AccountStore(transaction).lock(account, toAdministerBy: actor, formVersion: formVersion)
    var reasons = try obstacles(of: current, in: transaction)
    if account == actor.account {
      reasons.append(Refusal.Reason("Anh/chị không thể đóng tài khoản mình đang dùng."))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    try close(current, in: transaction)
    try Audit.record(
      .accountClosed(current.loginName, reason: reason), on: .account(account), by: actor, in: transaction)
  }

  /// Everything that stands in the way, what is left to hand over first.
  func obstacles(of current: Account, in transaction: any Transaction) throws -> [Refusal.Reason] {
    let posts = try OrganizationStore(transaction).posts(of: current.person, withEnded: true)
    var reasons = try owned.obstacles(of: posts, in: transaction)
    if current.closedAt != nil { reasons.append(Refusal.Reason("Tài khoản đã đóng từ trước.")) }
    if reason.isEmpty { reasons.append(Refusal.Reason("Hãy ghi lý do đóng.", field: CloseAccountField.reason)) }
    if reason.count > 250 {
      reasons.append(Refusal.Reason("Lý do dài quá 250 ký tự.", field: CloseAccountField.reason))
    }
    return reasons
  }

  fileprivate func close(_ current: Account, in transaction: any Transaction) throws {
    try AccountStore(transaction).close(current.id, reason: reason)
    try SessionStore(transaction).endAll(of: current.id)
    _ = try APITokenStore(transaction).revokeAll(of: current.id)
  }
}

/// The same from the server's own command line, for an account of whoever's agency.
package struct CloseAccountByCommand: Sendable {
  package var loginName: String
  package var reason: String
  package var owned: OwnedByPosts

  package init(loginName: String, reason: String, owned: OwnedByPosts) {
    self.loginName = LoginName.normalized(loginName)
    self.reason = reason
    self.owned = owned
  }

  package func perform(in transaction: any Transaction) throws {
    let store = AccountStore(transaction)
    guard let found = try store.forSignIn(loginName) else {
      throw Refusal(.notFound, "Không có tài khoản tên «\(loginName)».")
    }
    let current = try store.lock(found.account.id)
    let act = CloseAccount(account: current.id, reason: reason, formVersion: current.version, owned: owned)
    if let refusal = Refusal(try act.obstacles(of: current, in: transaction)) {
      let path = LeavingPaths.of(current.person)
      throw Refusal(
        refusal.kind, refusal.reasons.map(\.message).joined(separator: "\n") + "\nBàn giao ở trang \(path).")
    }
    try act.close(current, in: transaction)
    try Audit.recordSystem(
      .closedByCommand(current.loginName, reason: reason), on: .account(current.id), in: transaction)
  }
}

/// Names of the fields of the dialog.
enum CloseAccountField {
  static let reason = "ly-do-dong"
}
