import Audit
import Database
import Kernel
import Organization
import TestSupport

@testable import Identity

/// One hash for all example accounts of this run: hashing is slow on purpose.
private let exampleHash = Result { try PasswordHasher.hashNow(ExampleAccounts.password) }

/// Runs `body` on a database that holds the example body with its accounts.
func withExampleAccounts<Answer>(
  clock: TestClock = TestClock(),
  migrations: [Migration] = AuditMigrations.all + OrganizationMigrations.all + IdentityMigrations.all,
  _ body: (any Database, PasswordHasher) async throws -> Answer
) async throws -> Answer {
  try await withDatabase(migrations, clock: clock) { database in
    let hash = try exampleHash.get()
    try await database.write { transaction in
      try ExampleBody.fill(in: transaction)
      try ExampleAccounts.fill(passwordHash: hash, in: transaction)
    }
    let passwords = PasswordHasher()
    do {
      let answer = try await body(database, passwords)
      try await passwords.close()
      return answer
    } catch {
      try? await passwords.close()
      throw error
    }
  }
}

/// The refusal that `body` ends in; nil when it ends well.
func refusal(_ body: () async throws -> Void) async throws -> Refusal? {
  do {
    try await body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}

extension SignIn {
  /// As a member of the cast, on a test's machine.
  init(_ actor: Actor, _ password: String = ExampleAccounts.password) {
    self.init(
      loginName: ExampleAccounts.loginName(of: actor), password: password, address: "10.0.0.7", browser: "Firefox/140")
  }
}

extension Transaction {
  /// Lines of the audit trail about an account, oldest first, as codes.
  func auditCodes(_ account: AccountID) throws -> [String] {
    try rows(
      """
      SELECT code FROM audit_entries WHERE record_code = 'account' AND record_number = \(account.number) ORDER BY id
      """
    ).map { try $0.get("code") }
  }
}

extension Database {
  /// The session of a token, as the next request would find it.
  func session(_ token: SessionToken) async throws -> Session? {
    try await read { try SessionStore($0).session(tokenHash: token.hash) }
  }

  func auditCodes(_ account: AccountID) async throws -> [String] { try await read { try $0.auditCodes(account) } }
}
