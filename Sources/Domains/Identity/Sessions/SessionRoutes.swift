import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import WebApp

/// Tells each request who is signed in. Stands before `FormMiddleware`.
///
/// Locked screens see nothing but the lock (AN-04), accounts with a first or too old password nothing but the form for
/// a new one (AN-01, AN-02). Every request asks the database, so a locked account is out at once.
package struct SessionMiddleware: RouterMiddleware {
  private let settings: IdentitySettings
  private let passwords: PasswordHasher

  /// A session's last use is written at most this often.
  private static let touchPause = Duration.seconds(30)

  package init(settings: IdentitySettings, passwords: PasswordHasher) {
    self.settings = settings
    self.passwords = passwords
  }

  package func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await identify(request, context, next)
    } catch let refusal as Refusal where refusal.kind == .unauthenticated && request.method == .get {
      return context.redirect(to: IdentityPaths.signIn(thenTo: request.uri.string))
    }
  }

  private func identify(
    _ request: Request, _ context: WebContext, _ next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let site = context.requireSite()
    guard let token = SessionCookie.token(in: request, site) else { return try await next(request, context) }
    let session = try await site.database.read { try SessionStore($0).session(tokenHash: token.hash) }
    let now = site.clock.now
    guard let session, now <= session.lastSeenAt + .seconds(settings.sessionIdleHoursMax * 3600),
      let visitor = session.visitor(csrf: token.csrf, address: context.address, now: now, settings: settings)
    else { return try await next(request, context) }
    var context = context
    context.visitor = visitor
    context.logged.value = visitor.actor.post
    let path = request.uri.path
    if path == FramePaths.unlock, request.method == .post { return try await unlock(session, request, context) }
    if visitor.isLocked, path != FramePaths.signOut { return try await locked(request, context) }
    if !Self.isLive(request), now > session.lastSeenAt + Self.touchPause {
      try await site.database.write { try SessionStore($0).touch(session.id) }
    }
    if visitor.mustChangePassword, ![IdentityPaths.password, FramePaths.signOut].contains(path) {
      return context.redirect(to: IdentityPaths.password)
    }
    return try await next(request, context)
  }

  /// Instead of a page or an act on a locked screen: the lock, with what was sent.
  private func locked(_ request: Request, _ context: WebContext) async throws -> Response {
    guard !Self.isScript(request) else { return Self.text("Màn hình đã khóa.", status: .locked) }
    let isPage = request.method == .get || request.method == .head
    guard !isPage else {
      return lockPage(context, path: request.uri.string, waiting: nil, status: .ok)
    }
    let (form, hasFiles) = try await Self.sent(request, context)
    // A foreign page must not have its form kept and sent again.
    try FormMiddleware.requireToken(form.raw(FormMiddleware.field), orHeaderOf: request, context)
    var waiting = UnlockPage.kept(form.fields)
    if hasFiles { waiting.append((FormSeal.Name.filesLeftBehind, "1")) }
    return lockPage(context, path: request.uri.string, waiting: waiting, status: .locked)
  }

  /// What a form carries, whichever way it was sent. Files are not kept for a screen that is locked.
  private static func sent(_ request: Request, _ context: WebContext) async throws -> (form: Form, hasFiles: Bool) {
    if let reader = MultipartReader(request) { return try await reader.fields() }
    var request = request
    return (Form(urlEncoded: String(buffer: try await request.collectBody(upTo: context.maxUploadSize))), false)
  }

  /// Proof here is the password itself: the page under the lock may be older than the session.
  private func unlock(_ session: Session, _ request: Request, _ context: WebContext) async throws -> Response {
    guard let visitor = context.visitor else { return Self.text("", status: .unauthorized) }
    var request = request
    let form = Form(urlEncoded: String(buffer: try await request.collectBody(upTo: context.maxUploadSize)))
    let site = context.requireSite()
    let path = LocalPath.checked(form.raw(UnlockPage.Name.path), else: Room.myWork.path)
    do {
      try await UnlockScreen(session: session.id, actor: visitor.actor, password: form.raw(UnlockPage.Name.password))
        .perform(site.database, passwords)
    } catch let refusal as Refusal {
      if Self.isScript(request) { return Self.text(refusal.message, status: .unprocessableContent) }
      let waiting = form.isOn(UnlockPage.Name.isForm) ? UnlockPage.kept(form.fields) : nil
      return lockPage(context, path: path, waiting: waiting, reasons: [refusal.message], status: refusal.kind.status)
    }
    if Self.isScript(request) { return Self.json("{\"csrf\":\"\(visitor.csrf)\"}") }
    guard form.isOn(UnlockPage.Name.isForm) else { return context.redirect(to: path) }
    // The browser sends the same fields again, now to where they were meant for.
    return Response(status: .temporaryRedirect, headers: [.location: path, .cacheControl: "no-store"])
  }

  private func lockPage(
    _ context: WebContext, path: String, waiting: [(name: String, value: String)]?, reasons: [String] = [],
    status: HTTPResponse.Status
  ) -> Response {
    var context = context
    context.visitor?.isLocked = true
    let page = UnlockPage(
      personName: context.visitor?.actor.personName ?? "", path: path, waiting: waiting, seal: context.seal(),
      reasons: reasons)
    return context.page(Page(title: UnlockPage.title, main: page.html, isBare: true), status: status)
  }

  private static func isScript(_ request: Request) -> Bool {
    request.headers[HTTPField.Name("X-Fragment") ?? .expect] != nil || isLive(request)
  }

  /// An open page that follows by itself: nobody has to sit before it, so it is no use of the session.
  private static func isLive(_ request: Request) -> Bool {
    let accept = request.headers[.accept] ?? ""
    return accept.hasPrefix("text/event-stream") || accept.hasPrefix("application/json")
      || request.uri.path == FramePaths.live
  }

  private static func text(_ text: String, status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static func json(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension HTTPResponse.Status {
  /// The screen is locked for idleness; the password opens it.
  fileprivate static let locked = HTTPResponse.Status(code: 423, reasonPhrase: "Locked")
}

/// The cookie that carries the session's secret: for this host only, not for scripts, not from other sites.
enum SessionCookie {
  private static func name(_ site: Site) -> String { site.isSecure ? "__Host-phien" : "phien" }

  static func token(in request: Request, _ site: Site) -> SessionToken? {
    request.cookies[name(site)].flatMap { SessionToken($0.value) }
  }

  static func cookie(_ token: SessionToken, _ site: Site) -> Cookie {
    Cookie(
      name: name(site), value: token.text, path: "/", secure: site.isSecure, httpOnly: true, sameSite: .lax)
  }

  static func erased(_ site: Site) -> Cookie {
    Cookie(name: name(site), value: "", maxAge: 0, path: "/", secure: site.isSecure, httpOnly: true, sameSite: .lax)
  }
}
