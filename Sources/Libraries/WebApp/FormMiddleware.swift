import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Reads urlencoded forms and checks that the person's own page sent them. Comes after the session middleware.
///
/// Every POST of a signed-in session repeats the session's secret: in the field `ma-phien` of a form, or in the header
/// `X-Ma-Phien` of a script (uploads stream their body, so a handler reading a multipart form checks its first field
/// with `requireToken`). A foreign page is stopped by its origin as well.
package struct FormMiddleware: RouterMiddleware {
  package static let field = "ma-phien"
  static let header = HTTPField.Name("X-Ma-Phien") ?? .expect

  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin

  package init() {}

  package func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.method != .get, request.method != .head else { return try await next(request, context) }
    try Self.checkOrigin(request)
    var request = request
    var context = context
    let type = request.headers[.contentType] ?? ""
    if type.hasPrefix("application/x-www-form-urlencoded") || type.isEmpty {
      let body = try await request.collectBody(upTo: context.maxUploadSize)
      context.form = Form(urlEncoded: String(buffer: body))
      try Self.requireToken(context.form.raw(Self.field), orHeaderOf: request, context)
    } else if !type.hasPrefix("multipart/form-data") || request.headers[Self.header] != nil {
      try Self.requireToken("", orHeaderOf: request, context)
    }
    return try await next(request, context)
  }

  /// Refuses unless the token is the session's.
  package static func requireToken(_ token: String, orHeaderOf request: Request, _ context: WebContext) throws(Refusal)
  {
    guard let visitor = context.visitor else { return }
    let given = token.isEmpty ? request.headers[header] ?? "" : token
    guard given.utf8.count == visitor.csrf.utf8.count, zip(given.utf8, visitor.csrf.utf8).allSatisfy({ $0 == $1 })
    else {
      throw Refusal(
        .conflict, "Biểu mẫu thuộc phiên đăng nhập cũ. Hãy tải lại trang rồi làm lại; nội dung chưa được lưu.")
    }
  }

  private static func checkOrigin(_ request: Request) throws(Refusal) {
    let site = request.headers[fetchSite] ?? "same-origin"
    guard site == "same-origin" || site == "none" else {
      throw Refusal(.forbidden, "Yêu cầu đến từ trang khác nên không được nhận.")
    }
  }
}
