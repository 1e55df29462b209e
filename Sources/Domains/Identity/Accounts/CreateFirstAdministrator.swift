import Audit
import Database
import Kernel
import Organization

/// Creates an administrator from the server's own command line: the first one of a fresh installation, with its top
/// agency, or another one when nobody can sign in any more. AN-06: no account exists before.
package struct CreateFirstAdministrator: Sendable {
  package var loginName: String
  package var fullName: String
  /// The top agency; used only while there is none.
  package var agency: FoundBody
  /// Argon2id hash of the first password (`PasswordHasher.hashNow`).
  package var passwordHash: String

  package init(loginName: String, fullName: String, agency: FoundBody, passwordHash: String) {
    self.loginName = LoginName.normalized(loginName)
    self.fullName = fullName.normalizedLine
    self.agency = agency
    self.passwordHash = passwordHash
  }

  package func perform(in transaction: any Transaction) throws -> AccountID {
    guard LoginName.isValid(loginName) else {
      throw Refusal(
        .invalid, "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch nối.", field: "ten")
    }
    let person = try agency.performAddingAdministrator(named: fullName, in: transaction)
    let id: AccountID = try transaction.nextID(of: "accounts")
    try AccountStore(transaction).insert(
      id, person: person, loginName: loginName, passwordHash: passwordHash, mustChange: true)
    try Audit.recordSystem(.firstAdministratorCreated(loginName), on: .account(id), in: transaction)
    return id
  }

  /// A random first password that the policy accepts, to be shown once.
  package static func randomPassword() -> String { FirstPassword.random() }
}

/// Gives an account a new first password from the server's own command line, and opens it if it was locked.
package struct RecoverAccount: Sendable {
  package var loginName: String
  package var passwordHash: String

  package init(loginName: String, passwordHash: String) {
    self.loginName = LoginName.normalized(loginName)
    self.passwordHash = passwordHash
  }

  package func perform(in transaction: any Transaction) throws {
    let store = AccountStore(transaction)
    guard let found = try store.forSignIn(loginName) else {
      throw Refusal(.notFound, "Không có tài khoản tên «\(loginName)».")
    }
    let account = try store.lock(found.account.id)
    try store.enable(account.id)
    try store.save(passwordHash: passwordHash, mustChange: true, of: account.id)
    try SessionStore(transaction).endAll(of: account.id)
    try Audit.recordSystem(.recoveredByCommand(loginName), on: .account(account.id), in: transaction)
  }
}
