import Audit
import Database
import Kernel

/// Opens a screen that locked itself for idleness (AN-04), by the password of whoever is signed in.
struct UnlockScreen: Sendable {
  var session: SessionID
  var actor: Actor
  var password: String

  func perform(_ database: any Database, _ passwords: PasswordHasher) async throws {
    let account = actor.account
    let hash = try await database.read { try AccountStore($0).passwordHash(of: account) }
    let matches = try await passwords.matches(password, hash)
    let outcome = try await database.write { try decide(checkedHash: hash, matches, in: $0) }
    try outcome.get()
  }

  private func decide(
    checkedHash: String?, _ matches: Bool, in transaction: any Transaction
  ) throws -> Result<Void, Refusal> {
    let store = AccountStore(transaction)
    let account = try store.lock(actor.account)
    if case .lockedByFailures(let until) = account.state(at: transaction.now) {
      return try refuse(PasswordFailures.lockedRefusal(until: until), "tài khoản đang bị khóa", in: transaction)
    }
    guard matches, try store.passwordHash(of: account.id) == checkedHash else {
      let locked = try PasswordFailures.add(to: account, in: transaction)
      let refusal = locked.map { PasswordFailures.lockedRefusal(until: $0) }
      return try refuse(refusal ?? Self.wrong, "sai mật khẩu", in: transaction)
    }
    try store.forgetFailures(of: account.id)
    try SessionStore(transaction).touch(session)
    try Audit.record(.screenUnlocked, on: .account(account.id), by: actor, in: transaction)
    return .success(())
  }

  private func refuse(
    _ refusal: Refusal, _ reason: String, in transaction: any Transaction
  ) throws -> Result<Void, Refusal> {
    try Audit.record(.unlockFailed(reason), on: .account(actor.account), by: actor, in: transaction)
    return .failure(refusal)
  }

  private static let wrong = Refusal(
    .invalid, "Mật khẩu không đúng; màn hình vẫn khóa. Hãy nhập lại.", field: "password")
}
