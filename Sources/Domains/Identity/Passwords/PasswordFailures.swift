import Audit
import Database
import Kernel

/// Counts wrong passwords and locks after too many (AN-03). The account's row is locked by the caller.
enum PasswordFailures {
  /// One more wrong password. Gives until when the account is locked now, if it is.
  static func add(to account: Account, in transaction: any Transaction) throws -> Instant? {
    let store = AccountStore(transaction)
    // After a lock has run out the count begins anew.
    let hasRunOut = account.lockedUntil.map { $0 <= transaction.now } ?? false
    let count = (hasRunOut ? 0 : account.failedAttempts) + 1
    guard count >= SignInRules.failuresMax else {
      try store.saveFailure(count, lockedUntil: nil, of: account.id)
      return nil
    }
    let until = transaction.now + .seconds(SignInRules.lockHours * 3600)
    try store.saveFailure(count, lockedUntil: until, of: account.id)
    try Audit.recordSystem(.lockedByFailures(until: until), on: .account(account.id), in: transaction)
    return until
  }

  static func lockedRefusal(until: Instant) -> Refusal {
    Refusal(
      .forbidden,
      "Tài khoản đang bị khóa vì nhập sai mật khẩu \(SignInRules.failuresMax) lần liên tiếp. Tài khoản tự mở lúc \(until.text); cần dùng ngay thì nhờ quản trị mở khóa."
    )
  }
}
