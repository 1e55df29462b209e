import Audit
import Database
import Kernel

/// A person chooses a new password, giving the present one. Their other sessions end.
struct ChangePassword: Sendable {
  var current: String
  var new: String
  var repeated: String
  var session: SessionID
  /// A post of theirs has the administrator's role: ten earlier passwords may not come back (AN-02).
  var isAdministrator: Bool

  func perform(by actor: Actor, _ database: any Database, _ passwords: PasswordHasher) async throws {
    let historyLength = PasswordPolicy.historyLength(isAdministrator: isAdministrator)
    let (account, history) = try await database.read { transaction in
      let store = AccountStore(transaction)
      return (try store.account(actor.account), try store.passwordHistory(of: actor.account, limit: historyLength))
    }
    let presentHash = history.first
    let matches = try await passwords.matches(current, presentHash)
    guard matches else {
      try await countFailure(by: actor, database)
      throw Refusal(.invalid, "Mật khẩu hiện tại không đúng.", field: "mat-khau-cu")
    }
    var reasons = PasswordPolicy.reasons(new, loginName: account.loginName).map {
      Refusal.Reason($0, field: "mat-khau-moi")
    }
    if new != repeated {
      reasons.append(Refusal.Reason("Hai lần nhập mật khẩu mới không giống nhau.", field: "nhap-lai"))
    }
    if reasons.isEmpty, try await passwords.matchesAny(new, history) {
      let text =
        isAdministrator
        ? "Mật khẩu mới trùng một trong \(historyLength) mật khẩu gần nhất." : "Mật khẩu mới trùng mật khẩu đang dùng."
      reasons.append(Refusal.Reason(text, field: "mat-khau-moi"))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let hash = try await passwords.hash(new)
    try await database.write { try save(hash, over: presentHash, by: actor, in: $0) }
  }

  private func save(_ hash: String, over presentHash: String?, by actor: Actor, in transaction: any Transaction) throws
  {
    let store = AccountStore(transaction)
    _ = try store.lock(actor.account)
    guard try store.passwordHash(of: actor.account) == presentHash else {
      throw Refusal(.conflict, "Mật khẩu vừa được đổi ở nơi khác. Hãy đăng nhập lại.")
    }
    try store.save(passwordHash: hash, mustChange: false, of: actor.account)
    try SessionStore(transaction).endAll(of: actor.account, except: session)
    try Audit.record(.passwordChanged, on: .account(actor.account), by: actor, in: transaction)
  }

  /// Guessing the present password on an open session counts like guessing at the door.
  private func countFailure(by actor: Actor, _ database: any Database) async throws {
    let until = try await database.write { transaction in
      let account = try AccountStore(transaction).lock(actor.account)
      try Audit.record(
        .unlockFailed("sai mật khẩu hiện tại khi đổi mật khẩu"), on: .account(account.id), by: actor, in: transaction)
      return try PasswordFailures.add(to: account, in: transaction)
    }
    if let until { throw PasswordFailures.lockedRefusal(until: until) }
  }
}
