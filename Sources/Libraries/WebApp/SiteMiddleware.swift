import HTTPTypes
import Hummingbird
import Kernel

/// First of all: gives every request its site, answers every error, sets the security headers.
///
/// Refusals are shown to people and not logged as faults; anything else is logged once, with the number people quote.
package struct SiteMiddleware: RouterMiddleware {
  private let site: Site

  package init(site: Site) { self.site = site }

  package func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.site = site
    context.notice = NoticeCookie.read(request)
    context.undo = UndoCookie.read(request)
    context.path = request.uri.string
    // Pressed, it is offered no longer, on the answer itself too; taken back or refused.
    let isUndoing = request.method == .post && context.undo?.path == request.uri.path
    if isUndoing { context.undo = nil }
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = ErrorPage.answer(error, to: request, context)
    }
    if isUndoing, response.status.code >= 400 { response.forgetUndo() }
    for (name, value) in Self.securityHeaders where response.headers[name] == nil { response.headers[name] = value }
    if site.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    return response
  }

  private static let securityHeaders: [(HTTPField.Name, String)] = [
    (
      .contentSecurityPolicy,
      """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self'; \
      connect-src 'self'; \
      form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'
      """
    ),
    (.xContentTypeOptions, "nosniff"),
    (HTTPField.Name("Referrer-Policy") ?? .server, "same-origin"),
    (HTTPField.Name("Cross-Origin-Opener-Policy") ?? .server, "same-origin"),
    (HTTPField.Name("Permissions-Policy") ?? .server, "camera=(), microphone=(), geolocation=()"),
  ]
}

/// Behind the sign-in what goes wrong is told in the frame, with the rail to go on from.
package struct FramedErrorMiddleware: RouterMiddleware {
  package init() {}

  package func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      guard context.visitor != nil else { throw error }
      return ErrorPage.answer(error, to: request, context)
    }
  }
}
