import Audit
import Database
import Kernel
import Organization

/// Signs a person in by name and password: a session with a new secret, or a refusal. Both leave their line (AN-09).
package struct SignIn: Sendable {
  package var loginName: String
  package var password: String
  package var address: String
  package var browser: String

  package init(loginName: String, password: String, address: String, browser: String) {
    self.loginName = LoginName.normalized(loginName)
    self.password = password
    self.address = address
    self.browser = browser
  }

  /// The password is checked outside the transaction, on the hasher's own thread; the outcome is decided and written
  /// under the account's lock, so that parallel guesses are all counted.
  func perform(_ database: any Database, _ passwords: PasswordHasher) async throws -> SessionToken {
    var reasons: [Refusal.Reason] = []
    if loginName.isEmpty { reasons.append(Refusal.Reason("Hãy nhập tên đăng nhập.", field: "ten")) }
    if password.isEmpty { reasons.append(Refusal.Reason("Hãy nhập mật khẩu.", field: "mat-khau")) }
    if let refusal = Refusal(reasons) { throw refusal }
    let found = try await database.read { [loginName] in try AccountStore($0).forSignIn(loginName) }
    let matches = try await passwords.matches(password, found?.passwordHash)
    let outcome = try await database.write { transaction in
      try decide(found?.account.id, checkedHash: found?.passwordHash, matches, in: transaction)
    }
    return try outcome.get()
  }

  /// A refusal is an outcome, not an error, so that its line is kept.
  private func decide(
    _ id: AccountID?, checkedHash: String?, _ matches: Bool, in transaction: any Transaction
  ) throws -> Result<SessionToken, Refusal> {
    guard let id else {
      return try refuse(nil, Self.wrong, "không có tên đăng nhập này", in: transaction)
    }
    let store = AccountStore(transaction)
    let account = try store.lock(id)
    if case .lockedByFailures(let until) = account.state(at: transaction.now) {
      return try refuse(id, PasswordFailures.lockedRefusal(until: until), "tài khoản đang bị khóa", in: transaction)
    }
    guard matches, try store.passwordHash(of: id) == checkedHash else {
      let refusal = try PasswordFailures.add(to: account, in: transaction).map {
        PasswordFailures.lockedRefusal(until: $0)
      }
      return try refuse(id, refusal ?? Self.wrong, "sai mật khẩu", in: transaction)
    }
    if account.disabledAt != nil {
      let reason = account.disabledReason.isEmpty ? "" : " Lý do: \(account.disabledReason)."
      let refusal = Refusal(.forbidden, "Tài khoản đã bị khóa.\(reason) Hãy liên hệ quản trị của cơ quan.")
      return try refuse(id, refusal, "tài khoản đã bị quản trị khóa", in: transaction)
    }
    let posts = try OrganizationStore(transaction).posts(of: account.person)
    guard let post = posts.first else {
      let refusal = Refusal(
        .forbidden, "Anh/chị chưa được giao chức danh nào nên chưa làm việc được. Hãy liên hệ quản trị.")
      return try refuse(id, refusal, "không giữ chức danh nào", in: transaction)
    }
    return .success(try Self.open(account, as: post, .signedIn, address, browser, in: transaction))
  }

  /// Opens the session and writes its line.
  static func open(
    _ account: Account, as post: Post, _ event: AuditEvent, _ address: String, _ browser: String,
    in transaction: any Transaction
  ) throws -> SessionToken {
    try AccountStore(transaction).saveSignIn(of: account.id)
    let token = SessionToken()
    let sessions = SessionStore(transaction)
    _ = try sessions.open(token, account: account.id, post: post.id, address: address, browser: browser)
    guard let session = try sessions.session(tokenHash: token.hash) else {
      throw Refusal(.forbidden, "Tài khoản đã bị khóa.")
    }
    try Audit.record(event, on: .account(account.id), by: session.actor(as: post, address: address), in: transaction)
    return token
  }

  private func refuse(
    _ id: AccountID?, _ refusal: Refusal, _ reason: String, in transaction: any Transaction
  ) throws -> Result<SessionToken, Refusal> {
    try Audit.recordVisitor(
      .signInFailed(reason), accountName: loginName, account: id, address: address, on: id.map { .account($0) },
      in: transaction)
    return .failure(refusal)
  }

  /// Does not say which of the two is wrong.
  private static let wrong = Refusal(
    .invalid,
    "Tên đăng nhập hoặc mật khẩu không đúng. Sai \(SignInRules.failuresMax) lần liên tiếp thì tài khoản bị khóa \(SignInRules.lockHours) giờ.",
    field: "mat-khau")
}

/// Signs in as a member of the cast by pressing their role. Only where nothing is real.
struct SignInAsExample: Sendable {
  var post: PostID
  var address: String
  var browser: String

  func perform(in transaction: any Transaction) throws -> SessionToken {
    let organization = OrganizationStore(transaction)
    let post = try organization.post(post)
    guard let account = try AccountStore(transaction).account(of: post.person), account.disabledAt == nil else {
      throw Refusal(.notFound, "Vai này không có tài khoản đang dùng.")
    }
    return try SignIn.open(account, as: post, .signedInAsExample, address, browser, in: transaction)
  }
}
