import Audit
import Database
import Jobs
import Kernel

/// Locks accounts that nobody used for 45 days (AN-05) and sweeps sessions that ran out. Every night.
package struct LockUnusedAccounts: JobKind {
  package static let code = "identity.lockUnused"
  package static let title = "Khóa tài khoản lâu không dùng, dọn phiên đăng nhập đã hết hạn"
  package let schedule: JobSchedule? = .daily(hour: 1, minute: 30)
  private let settings: IdentitySettings
  private static let accountsMax = 10_000

  package init(settings: IdentitySettings) { self.settings = settings }

  package func run(_ payload: String, context: JobContext) async throws {
    let settings = settings
    try await context.database.write { try Self.perform(settings, in: $0) }
  }

  static func perform(_ settings: IdentitySettings, in transaction: any Transaction) throws {
    let sessions = SessionStore(transaction)
    try sessions.endUnused(since: transaction.now - .seconds(settings.sessionIdleHoursMax * 3600))
    guard let days = settings.unusedDaysMax else { return }
    let accounts = AccountStore(transaction)
    for account in try accounts.unused(since: transaction.now - .seconds(days * 86_400), limit: accountsMax) {
      try accounts.disable(account.id, reason: "không đăng nhập trong \(days) ngày")
      try sessions.endAll(of: account.id)
      try Audit.recordSystem(
        .unusedLocked(account.loginName, days: days), on: .account(account.id), in: transaction)
    }
  }
}
