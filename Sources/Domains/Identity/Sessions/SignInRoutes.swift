import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Organization
import WebApp

/// Sign in, sign out, choose a post.
struct SignInRoutes: Sendable {
  let site: Site
  let passwords: PasswordHasher

  func addPublic(to routes: RouterGroup<WebContext>) {
    routes.get("dang-nhap", use: show)
    routes.post("dang-nhap", use: signIn)
    if site.isExampleBody { routes.post("dang-nhap/vai", use: signInAsExample) }
  }

  func add(to routes: RouterGroup<WebContext>) {
    routes.post("dang-xuat", use: signOut)
    routes.post("tu-cach", use: choosePost)
    // The middleware has noted the use of the session.
    routes.get(RouterPath(FramePaths.stillHere)) { _, _ in Response(status: .noContent) }
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let then = LocalPath.checked(request.uri.queryParameters["ve"].map(String.init) ?? "/", else: "/")
    if let visitor = context.visitor, !visitor.isLocked { return context.redirect(to: then) }
    return page(context, then: then)
  }

  @Sendable private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = context.form
    let then = LocalPath.checked(form.raw("ve"), else: "/")
    let act = SignIn(
      loginName: form["ten"], password: form.raw("mat-khau"), address: context.address, browser: browser(request))
    do {
      return opened(try await act.perform(site.database, passwords), then: then, context)
    } catch let refusal as Refusal {
      let input = FormInput.refused(refusal, keeping: form)
      return page(context, then: then, input: input, status: refusal.kind.status)
    }
  }

  @Sendable private func signInAsExample(_ request: Request, _ context: WebContext) async throws -> Response {
    let then = LocalPath.checked(context.form.raw("ve"), else: "/")
    guard let post = PostID(context.form["vai"]) else { throw Refusal(.notFound, "Không có vai này.") }
    let act = SignInAsExample(post: post, address: context.address, browser: browser(request))
    return opened(try await site.database.write { try act.perform(in: $0) }, then: then, context)
  }

  @Sendable private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
    if let visitor = context.visitor, let session = SessionID(visitor.sessionKey) {
      try await site.database.write { try SignOut(session: session).perform(by: visitor.actor, in: $0) }
    }
    var response = context.redirect(to: IdentityPaths.signIn)
    response.setCookie(SessionCookie.erased(site))
    return response
  }

  @Sendable private func choosePost(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let visitor = context.visitor, let session = SessionID(visitor.sessionKey),
      let actor = visitor.actors.first(where: { $0.post.description == context.form["choice"] })
    else { throw Refusal(.conflict, "Chức danh này không còn của anh/chị. Hãy tải lại trang rồi chọn lại.") }
    try await site.database.write { try SessionStore($0).select(actor.post, in: session) }
    return context.redirect(
      to: LocalPath.checked(context.form.raw("back"), else: Room.myWork.path),
      notice: "Từ giờ làm việc với tư cách \(actor.postTitle), \(actor.unitName), \(actor.agencyName).")
  }

  private func opened(_ token: SessionToken, then: String, _ context: WebContext) -> Response {
    var response = context.redirect(to: then)
    response.setCookie(SessionCookie.cookie(token, site))
    return response
  }

  private func browser(_ request: Request) -> String { request.headers[.userAgent] ?? "" }

  private func page(
    _ context: WebContext, then: String, input: FormInput = FormInput(), status: HTTPResponse.Status = .ok
  ) -> Response {
    var page = SignInPage(systemName: site.systemName, input: input, then: then)
    if site.isExampleBody {
      page.cast = ExampleAccounts.offers
      page.castPassword = ExampleAccounts.password
    }
    return context.page(Page(title: SignInPage.title, main: page.html, isBare: true), status: status)
  }
}
