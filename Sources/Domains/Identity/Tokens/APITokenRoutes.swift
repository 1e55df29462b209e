import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebAPI
import WebApp

/// Making access tokens and taking them back.
struct APITokenRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tai-khoan/ma-truy-cap", use: form)
    routes.post("tai-khoan/ma-truy-cap", use: make)
    routes.post("tai-khoan/ma-truy-cap/:id/thu-hoi", use: revoke)
  }

  @Sendable private func form(_ request: Request, _ context: WebContext) async throws -> Response {
    try page(context)
  }

  /// The secret is shown in the answer itself and nowhere else; a second press only tells that it was made.
  @Sendable private func make(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let form = context.form
    let act = MakeAPIToken(
      name: form[APITokenForm.name], scopes: Set(APIScope.allCases.filter { form.isOn(APITokenForm.scope($0)) }),
      days: form.integer(APITokenForm.days) ?? 0)
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let token = try act.perform(by: actor, in: transaction)
          return .init(path: IdentityPaths.myAccount, notice: token.expiresAt.day.text)
        }
      }
      guard let expiresOn = outcome.notice else {
        return context.redirect(
          to: outcome.path,
          notice: "Mã đã được tạo ở lần bấm trước và không hiện lại. Lỡ mất thì thu hồi rồi tạo mã khác.")
      }
      let made = NewAPITokenPage(name: act.name, secret: act.secret.text, expiresOn: expiresOn)
      return context.page(Page(title: NewAPITokenPage.title, main: made.html))
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try page(context, refusal: refusal)
    }
  }

  @Sendable private func revoke(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = RevokeAPIToken(token: try context.requireID("id"))
    let token = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(
      to: IdentityPaths.myAccount,
      notice: "Đã thu hồi mã «\(token.name)». Phần mềm dùng mã ấy bị từ chối từ yêu cầu tiếp theo.")
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) throws -> Response {
    let actor = try context.requireActor()
    var seal = context.seal(isCreating: true)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let page = APITokenPage(
      postLabel: "\(actor.postTitle), \(actor.unitName)",
      input: refusal.map { .refused($0, keeping: context.form) } ?? FormInput(), seal: seal)
    return context.page(Page(title: APITokenPage.title, main: page.html), status: refusal?.kind.status ?? .ok)
  }
}
