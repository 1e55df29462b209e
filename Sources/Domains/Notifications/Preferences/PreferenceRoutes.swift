import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of how a person wants to be told.
struct PreferenceRoutes: Sendable {
  let site: Site
  /// Names this machine in letters; nil when this installation sends none.
  let domain: String?

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tai-khoan/thong-bao", use: show)
    routes.post("tai-khoan/thong-bao", use: save)
    routes.get("tai-khoan/thong-bao/xac-nhan", use: askConfirmation)
    routes.post("tai-khoan/thong-bao/xac-nhan", use: confirm)
    routes.post("tai-khoan/thong-bao/gui-lai", use: sendAgain)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(FormInput(), context, status: .ok)
  }

  @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, form) = (try context.requireActor(), context.form)
    let mails = NotificationEvent.all.compactMap { event in
      NotificationEvent.Mail(rawValue: form[PreferenceField.mail(event)]).map { (event, $0) }
    }
    let act = SavePreferences(
      address: form[PreferenceField.address], mails: Dictionary(uniqueKeysWithValues: mails),
      formVersion: form.version, domain: domain)
    let before: MailPreferences
    do {
      before = try await site.database.write { transaction in
        let before = try PreferenceStore(transaction).preferences(of: actor.person)
        try act.perform(by: actor, in: transaction)
        return before
      }
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(.refused(refusal, keeping: form), context, status: refusal.kind.status)
    }
    let isAsked = before.address != act.address && domain != nil
    let sent =
      isAsked
      ? "Đã lưu. Thư xác nhận gửi đến \(act.address); mở thư và bấm liên kết thì mới có thư báo."
      : "Đã lưu: thư gửi đến \(act.address)."
    return context.redirect(
      to: NotificationsPaths.preferences, notice: act.address.isEmpty ? "Đã lưu: không gửi thư điện tử." : sent)
  }

  @Sendable private func askConfirmation(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let code = Form(urlEncoded: request.uri.query ?? "")[NotificationsPaths.codeName]
    let page = try await site.database.read { transaction in
      let preferences = try PreferenceStore(transaction).preferences(of: actor.person)
      return ConfirmationPage(
        address: preferences.address, code: code,
        obstacle: ConfirmAddress.obstacle(code, preferences, now: transaction.now)?.message, seal: context.seal())
    }
    return context.page(Page(title: ConfirmationPage.title, main: page.html))
  }

  @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = ConfirmAddress(code: Form(urlEncoded: request.uri.query ?? "")[NotificationsPaths.codeName])
    try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(
      to: NotificationsPaths.preferences, notice: "Đã xác nhận địa chỉ thư; thông báo từ nay gửi đến đó.")
  }

  @Sendable private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = AskConfirmationAgain(domain: domain)
    let address = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(to: NotificationsPaths.preferences, notice: "Đã gửi lại thư xác nhận đến \(address).")
  }

  private func page(
    _ input: FormInput, _ context: WebContext, status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let preferences = try await site.database.read { try PreferenceStore($0).preferences(of: actor.person) }
    let page = PreferencesPage(
      preferences: preferences, sendsMail: domain != nil, input: input, seal: context.seal(version: preferences.version)
    )
    return context.page(Page(title: PreferencesPage.title, main: page.html), status: status)
  }
}
