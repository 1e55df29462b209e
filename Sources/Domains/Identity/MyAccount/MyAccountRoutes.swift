import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// My account and my sessions.
struct MyAccountRoutes: Sendable {
  let site: Site
  let passwords: PasswordHasher

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tai-khoan", use: show)
    routes.get("tai-khoan/mat-khau", use: passwordForm)
    routes.post("tai-khoan/mat-khau", use: changePassword)
    routes.post("tai-khoan/giao-dien", use: chooseTheme)
    routes.post("tai-khoan/phim", use: chooseKeys)
    routes.post("tai-khoan/phien/ket-thuc", use: endOthers)
    routes.post("tai-khoan/phien/:id/ket-thuc", use: endSession)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let visitor = try visitor(context)
    let (account, sessions, tokens) = try await site.database.read { transaction in
      (
        try AccountStore(transaction).account(visitor.actor.account),
        try SessionStore(transaction).sessions(of: visitor.actor.account),
        try APITokenStore(transaction).list(of: visitor.actor.account)
      )
    }
    let list = APITokenList(
      tokens: tokens,
      posts: Dictionary(uniqueKeysWithValues: visitor.actors.map { ($0.post, "\($0.postTitle), \($0.unitName)") }),
      now: site.clock.now, seal: context.seal())
    let page = MyAccountPage(
      loginName: account.loginName, personName: visitor.actor.personName,
      posts: visitor.actors.map { actor in
        (
          (actor.onBehalfOf.map { "Thay \($0)" } ?? actor.postTitle) + ", \(actor.unitName), \(actor.agencyName)",
          Role.allCases.filter(actor.roles.contains).map(\.label).joined(separator: ", ")
        )
      },
      passwordSetOn: account.passwordSetAt.text, hasSingleKeys: visitor.hasSingleKeys, sessions: sessions,
      current: SessionID(visitor.sessionKey), tokens: list, seal: context.seal())
    return context.page(Page(title: MyAccountPage.title, main: page.html))
  }

  @Sendable private func passwordForm(_ request: Request, _ context: WebContext) async throws -> Response {
    try passwordPage(context)
  }

  @Sendable private func changePassword(_ request: Request, _ context: WebContext) async throws -> Response {
    let visitor = try visitor(context)
    let form = context.form
    guard let session = SessionID(visitor.sessionKey) else { throw Refusal(.unauthenticated, "") }
    let act = ChangePassword(
      current: form.raw("mat-khau-cu"), new: form.raw("mat-khau-moi"), repeated: form.raw("nhap-lai"),
      session: session, isAdministrator: visitor.actors.contains(where: \.isAdministrator))
    do {
      try await act.perform(by: visitor.actor, site.database, passwords)
    } catch let refusal as Refusal {
      return try passwordPage(context, input: .refused(refusal), status: refusal.kind.status)
    }
    return context.redirect(
      to: visitor.mustChangePassword ? "/" : IdentityPaths.myAccount,
      notice: "Đã đổi mật khẩu. Các phiên đăng nhập khác của anh/chị đã kết thúc.")
  }

  @Sendable private func chooseTheme(_ request: Request, _ context: WebContext) async throws -> Response {
    let account = try visitor(context).actor.account
    guard let theme = Frame.Theme(rawValue: context.form["theme"]) else {
      throw Refusal(.invalid, "Hãy chọn nền màn hình: theo máy, sáng hoặc tối.")
    }
    try await site.database.write { try AccountStore($0).save(theme: theme.rawValue, of: account) }
    return context.redirect(to: LocalPath.checked(context.form.raw("back"), else: IdentityPaths.myAccount))
  }

  @Sendable private func chooseKeys(_ request: Request, _ context: WebContext) async throws -> Response {
    let account = try visitor(context).actor.account
    let isOn = context.form.isOn("bat")
    try await site.database.write { try AccountStore($0).save(hasSingleKeys: isOn, of: account) }
    return context.redirect(
      to: IdentityPaths.myAccount, notice: isOn ? "Đã bật phím tắt một chữ." : "Đã tắt phím tắt một chữ.")
  }

  @Sendable private func endSession(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try visitor(context).actor
    let act = EndSession(session: try context.requireID("id"))
    try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(to: IdentityPaths.myAccount, notice: "Đã đăng xuất phiên đó.")
  }

  @Sendable private func endOthers(_ request: Request, _ context: WebContext) async throws -> Response {
    let visitor = try visitor(context)
    guard let kept = SessionID(visitor.sessionKey) else { throw Refusal(.unauthenticated, "") }
    let count = try await site.database.write {
      try EndOtherSessions(kept: kept).perform(by: visitor.actor, in: $0)
    }
    return context.redirect(to: IdentityPaths.myAccount, notice: "Đã đăng xuất \(count) phiên khác.")
  }

  private func visitor(_ context: WebContext) throws(Refusal) -> Visitor {
    guard let visitor = context.visitor else { throw Refusal(.unauthenticated, "Anh/chị cần đăng nhập để tiếp tục.") }
    return visitor
  }

  private func passwordPage(
    _ context: WebContext, input: FormInput = FormInput(), status: HTTPResponse.Status = .ok
  ) throws -> Response {
    let mustChange = try visitor(context).mustChangePassword
    let page = PasswordPage(
      input: input,
      demand: mustChange
        ? "Cần đặt mật khẩu mới trước khi làm việc: đây là mật khẩu lần đầu, hoặc mật khẩu quản trị đã dùng quá \(PasswordPolicy.administratorDaysMax) ngày."
        : nil,
      seal: context.seal())
    return context.page(Page(title: PasswordPage.title, main: page.html, isBare: mustChange), status: status)
  }
}
