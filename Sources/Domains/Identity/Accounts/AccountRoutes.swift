import Audit
import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Organization
import WebApp

/// Administration of accounts.
struct AccountRoutes: Sendable {
  let site: Site
  let passwords: PasswordHasher
  /// What an account's posts must own no longer before it is closed.
  let owned: OwnedByPosts

  private static let linesMax = 50

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/tai-khoan", use: list)
    routes.get("quan-tri/tai-khoan/cua/:person", use: showOfPerson)
    routes.post("quan-tri/tai-khoan/cua/:person", use: create)
    routes.get("quan-tri/tai-khoan/:id", use: show)
    routes.post("quan-tri/tai-khoan/:id/khoa", use: lock)
    routes.post("quan-tri/tai-khoan/:id/dong", use: close)
    routes.post("quan-tri/tai-khoan/:id/mo-khoa", use: unlock)
    routes.post("quan-tri/tai-khoan/:id/mat-khau", use: resetPassword)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let filter = AccountsPage.Filter(rawValue: query["loc"]) ?? .all
    let page = try await site.database.read { transaction in
      try AccountReading(transaction).list(
        typed: query["q"], filter: filter, after: query["sau"].isEmpty ? nil : query["sau"], limit: Self.linesMax,
        for: actor)
    }
    return context.page(Page(title: AccountsPage.title, room: .administration, main: page.html))
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: AccountID = try context.requireID("id")
    let actor = try context.requireActor()
    let person = try await site.database.read { transaction in
      let person = try AccountStore(transaction).account(id).person
      try AccountStore(transaction).requireAuthority(of: actor, over: person)
      return person
    }
    return context.redirect(to: IdentityPaths.accountOf(person))
  }

  @Sendable private func showOfPerson(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(of: context.requireID("person"), context)
  }

  @Sendable private func create(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let person: PersonID = try context.requireID("person")
    let loginName = LoginName.normalized(context.form["ten"])
    let password = FirstPassword.random()
    let act = CreateAccount(
      person: person, loginName: loginName, passwordHash: try await passwords.hash(password))
    do {
      let id = try await site.database.write { try act.perform(by: actor, in: $0) }
      return try await firstPassword(password, of: id, context)
    } catch let refusal as Refusal where refusal.kind != .forbidden && refusal.kind != .notFound {
      return try await page(of: person, context, refusal: refusal)
    }
  }

  @Sendable private func lock(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = LockAccount(
      account: try context.requireID("id"), reason: context.form["ly-do"], formVersion: context.form.version)
    return try await answering(act.account, context, notice: "Đã khóa tài khoản; mọi phiên đang mở đã kết thúc.") {
      try act.perform(by: actor, in: $0)
    }
  }

  @Sendable private func close(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = CloseAccount(
      account: try context.requireID("id"), reason: context.form[CloseAccountField.reason],
      formVersion: context.form.version, owned: owned)
    let notice = "Đã đóng tài khoản; mọi phiên và mã truy cập đã kết thúc."
    return try await answering(act.account, context, notice: notice) { try act.perform(by: actor, in: $0) }
  }

  @Sendable private func unlock(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = UnlockAccount(account: try context.requireID("id"), formVersion: context.form.version)
    return try await answering(act.account, context, notice: "Đã mở khóa tài khoản.") {
      try act.perform(by: actor, in: $0)
    }
  }

  @Sendable private func resetPassword(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let password = FirstPassword.random()
    let act = ResetPassword(
      account: try context.requireID("id"), passwordHash: try await passwords.hash(password),
      formVersion: context.form.version)
    do {
      try await site.database.write { try act.perform(by: actor, in: $0) }
    } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
      return try await page(of: person(of: act.account), context, refusal: refusal)
    }
    return try await firstPassword(password, of: act.account, context)
  }

  private func answering(
    _ account: AccountID, _ context: WebContext, notice: String,
    _ body: @escaping @Sendable (any Transaction) throws -> Void
  ) async throws -> Response {
    let person = try await person(of: account)
    do {
      try await site.database.write(body)
    } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
      return try await page(of: person, context, refusal: refusal)
    }
    return context.redirect(to: IdentityPaths.accountOf(person), notice: notice)
  }

  private func person(of account: AccountID) async throws -> PersonID {
    try await site.database.read { try AccountStore($0).account(account).person }
  }

  private func page(of person: PersonID, _ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal()
    let owned = owned
    let page = try await site.database.read { transaction in
      var page = try AccountReading(transaction).page(of: person, for: actor, input: input, seal: seal)
      let posts = try OrganizationStore(transaction).posts(of: person, withEnded: true)
      page.left = try owned.obstacles(of: posts, in: transaction).map(\.message)
      return page
    }
    return context.page(
      Page(title: page.title, room: .administration, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  private func firstPassword(_ password: String, of id: AccountID, _ context: WebContext) async throws -> Response {
    let page = try await site.database.read { transaction in
      let account = try AccountStore(transaction).account(id)
      return FirstPasswordPage(
        personName: try OrganizationStore(transaction).personName(account.person), loginName: account.loginName,
        password: password, account: id)
    }
    return context.page(Page(title: FirstPasswordPage.title, room: .administration, main: page.html))
  }
}

/// Gathers what the account pages show.
struct AccountReading {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func list(
    typed: String, filter: AccountsPage.Filter, after: String?, limit: Int, for actor: Actor
  ) throws -> AccountsPage {
    let organization = OrganizationStore(transaction)
    let agencies = try organization.agenciesAdministered(by: actor)
    if agencies.isEmpty { throw Refusal(.forbidden, "Chỉ quản trị được xem danh sách tài khoản.") }
    let accounts = AccountStore(transaction)
    let rows: [PersonRow]
    switch filter {
    case .all: rows = try organization.people(matching: typed, in: agencies, after: after, limit: limit + 1)
    case .locked: rows = try organization.people(accounts.locked(limit: 200).map(\.person), in: agencies)
    case .unused:
      let since = transaction.now - .seconds(AccountsPage.days * 86_400)
      rows = try organization.people(accounts.unused(since: since, limit: 200).map(\.person), in: agencies)
    }
    let shown = filter == .all ? Array(rows.prefix(limit)) : rows
    let found = try accounts.accounts(of: shown.map(\.person.id))
    var older: String?
    if filter == .all, rows.count > limit, let last = shown.last {
      older = "\(IdentityPaths.accounts)?q=\(LocalPath.queryValue(typed))&sau=\(last.position)"
    }
    return AccountsPage(
      typed: typed, filter: filter,
      lines: shown.map {
        AccountsPage.Line(
          person: $0.person.id, name: $0.person.fullName, posts: $0.posts, account: found[$0.person.id])
      },
      older: older, now: transaction.now)
  }

  func page(of person: PersonID, for actor: Actor, input: FormInput, seal: FormSeal) throws -> AccountPage {
    let accounts = AccountStore(transaction)
    try accounts.requireAuthority(of: actor, over: person)
    let organization = OrganizationStore(transaction)
    let name = try organization.personName(person)
    let account = try accounts.account(of: person)
    var page = AccountPage(
      person: person, personName: name,
      posts: try organization.posts(of: person).map { "\($0.label), \($0.agencyName)" }, account: account,
      now: transaction.now, input: input, proposedName: LoginName.proposed(for: name), seal: seal)
    if let account {
      page.sessions = try SessionStore(transaction).sessions(of: account.id)
      page.story = try AuditStore(transaction).story(of: .account(account.id), limit: 50)
    }
    return page
  }
}
