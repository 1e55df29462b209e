import Audit
import Hummingbird
import Kernel
import WebApp

/// Rooms behind the sign-in: nobody without a session gets past here, whatever a handler forgets. What someone may not
/// do leaves its line (AN-09).
struct RequireVisitorMiddleware: RouterMiddleware {
  let log: AccessLog

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard let visitor = context.visitor else {
      throw Refusal(.unauthenticated, "Anh/chị cần đăng nhập để tiếp tục.")
    }
    context.logged.value = visitor.actor.post
    do {
      return try await next(request, context)
    } catch let refusal as Refusal where refusal.kind == .forbidden {
      log.note(.accessRefused(request.uri.path, refusal.message), on: nil, by: visitor.actor)
      throw refusal
    }
  }
}

extension AuditEvent {
  /// Someone asked for what they see but may not do or enter.
  static func accessRefused(_ path: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "access.refused", sentence: "bị từ chối tại \(path): \(reason)", kind: .refusal)
  }
}
