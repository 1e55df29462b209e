import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of how a person wants to be told.
struct PreferenceRoutes: Sendable {
  let site: Site
  let sendsMail: Bool

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tai-khoan/thong-bao", use: show)
    routes.post("tai-khoan/thong-bao", use: save)
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
      formVersion: form.version)
    do {
      try await site.database.write { try act.perform(by: actor, in: $0) }
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(.refused(refusal, keeping: form), context, status: refusal.kind.status)
    }
    return context.redirect(
      to: NotificationsPaths.preferences,
      notice: act.address.isEmpty ? "Đã lưu: không gửi thư điện tử." : "Đã lưu: thư gửi đến \(act.address).")
  }

  private func page(
    _ input: FormInput, _ context: WebContext, status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let preferences = try await site.database.read { try PreferenceStore($0).preferences(of: actor.person) }
    let page = PreferencesPage(
      preferences: preferences, sendsMail: sendsMail, input: input, seal: context.seal(version: preferences.version))
    return context.page(Page(title: PreferencesPage.title, main: page.html), status: status)
  }
}
