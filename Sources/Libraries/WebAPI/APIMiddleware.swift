import Database
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import WebApp

/// Tells who comes with a token.
package protocol APIGate: Sendable {
  /// Nil when the token is none, has expired or was taken back, when its account is locked or its post has ended.
  func bearer(_ token: String, address: String, _ site: Site) async throws -> APIBearer?

  /// Someone asked for what they see but may not do: leaves its line (AN-09).
  func refused(_ path: String, _ reason: String, _ bearer: APIBearer)
}

/// Everything under `/api/`: no cookies, no redirection, and every answer is JSON or a file.
package struct APIMiddleware: RouterMiddleware {
  private let routing: APIRouting
  private let document: APIDocument
  private let gate: any APIGate
  private let rates: APIRateLimit

  package init(operations: [APIOperation], gate: any APIGate, rates: APIRateLimit) {
    routing = APIRouting(operations: operations)
    document = APIDocument(operations: operations)
    self.gate = gate
    self.rates = rates
  }

  package func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path.hasPrefix("/api/") else { return try await next(request, context) }
    var visit = Visit()
    var response: Response
    do {
      response = try await answer(request, context, &visit)
    } catch {
      response = refusal(error, request, context, visit)
    }
    if let verdict = visit.verdict {
      response.headers[.rateLimitLimit] = "\(verdict.limit)"
      response.headers[.rateLimitRemaining] = "\(verdict.remaining)"
      response.headers[.rateLimitReset] = "\(verdict.resetSeconds)"
    }
    if request.method == .head { response.body = ResponseBody() }
    return response
  }

  /// What is known of a request when it fails.
  private struct Visit {
    var operation: APIOperation?
    var bearer: APIBearer?
    var verdict: APIRateLimit.Verdict?
  }

  private func answer(_ request: Request, _ context: WebContext, _ visit: inout Visit) async throws -> Response {
    let path = request.uri.path
    guard path.hasPrefix(APIOperation.root + "/") else { throw Self.nothing }
    let below = path.dropFirst(APIOperation.root.count)
    if below == APIDocument.path {
      context.coreContext.endpointPath.value = path
      guard request.method == .get || request.method == .head else { throw Self.otherMethods([.get, .head]) }
      return document.answer(to: request)
    }
    switch routing.find(request.method, below) {
    case .nothing: throw Self.nothing
    case .otherMethods(let methods): throw Self.otherMethods(methods)
    case .operation(let operation, let keys):
      context.coreContext.endpointPath.value = APIOperation.root + operation.path
      visit.operation = operation
      let bearer = try await bearer(request, context)
      visit.bearer = bearer
      context.logged.value = bearer.actor.post
      context.logged.token = bearer.token
      let verdict = rates.take(bearer.token, at: context.requireSite().clock.now)
      visit.verdict = verdict
      guard verdict.isAllowed else { throw Self.tooMany(verdict) }
      try Self.requireScope(operation, bearer)
      var call = APICall(operation: operation, bearer: bearer, request: request, context: context)
      call.keys = keys
      try await call.readRequest()
      return try await operation.handler(call).response()
    }
  }

  private func bearer(_ request: Request, _ context: WebContext) async throws -> APIBearer {
    let parts = (request.headers[.authorization] ?? "").split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Self.unauthenticated(isGiven: false) }
    guard
      let bearer = try await gate.bearer(String(parts[1]), address: context.address, context.requireSite())
    else { throw Self.unauthenticated(isGiven: true) }
    return bearer
  }

  private static func requireScope(_ operation: APIOperation, _ bearer: APIBearer) throws(APIProblem) {
    guard let scope = operation.scope, !bearer.scopes.contains(scope) else { return }
    var problem = APIProblem(
      .missingScope,
      "Việc này cần phạm vi «\(scope.rawValue)» (\(scope.label)); mã «\(bearer.tokenName)» không có. Hãy tạo mã khác.")
    problem.headers[.wwwAuthenticate] =
      "Bearer realm=\"chauban\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
    throw problem
  }

  private func refusal(_ error: any Error, _ request: Request, _ context: WebContext, _ visit: Visit) -> Response {
    let problem: APIProblem
    switch error {
    case let told as APIProblem: problem = told
    case let refusal as Refusal: problem = APIProblem(refusal, fields: visit.operation?.fields ?? [])
    case DatabaseFault.full:
      problem = APIProblem(
        .unavailable, "Máy chủ không ghi được dữ liệu lúc này; chưa có gì được lưu. Hãy báo quản trị.")
    case let error as any HTTPResponseError where error.status == .contentTooLarge:
      problem = APIProblem(.tooLarge, "Nội dung gửi lên lớn quá \(APICall.jsonBytesMax >> 10) KiB.")
    case let error as any HTTPResponseError where error.status.code < 500:
      problem = APIProblem(.malformed, "Yêu cầu không đọc được.")
    default:
      context.logger.error(
        "fault", metadata: ["error": "\(error)", "method": "\(request.method)", "path": "\(request.uri.path)"])
      problem = APIProblem(
        .fault, "Việc vừa yêu cầu chưa được ghi nhận. Hãy thử lại; nếu vẫn lỗi, báo quản trị mã tra cứu.")
    }
    if problem.code == .forbidden, let bearer = visit.bearer {
      gate.refused(request.uri.path, problem.detail, bearer)
    }
    return problem.response(request: context.requestNumber)
  }

  private static let nothing = APIProblem(
    .notFound, "Không có gì ở địa chỉ này. Các địa chỉ được kê ở \(APIOperation.root)\(APIDocument.path).")

  private static func otherMethods(_ methods: [HTTPRequest.Method]) -> APIProblem {
    let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
    var problem = APIProblem(.methodNotAllowed, "Địa chỉ này chỉ nhận \(allowed).")
    problem.headers[.allow] = allowed
    return problem
  }

  private static func tooMany(_ verdict: APIRateLimit.Verdict) -> APIProblem {
    var problem = APIProblem(
      .tooManyRequests,
      "Mỗi mã truy cập gửi được \(verdict.limit) yêu cầu một phút. Hãy đợi \(verdict.resetSeconds) giây.")
    problem.headers[.retryAfter] = "\(verdict.resetSeconds)"
    return problem
  }

  private static func unauthenticated(isGiven: Bool) -> APIProblem {
    var problem = APIProblem(
      .unauthenticated,
      isGiven
        ? "Mã truy cập sai, đã hết hạn hoặc đã thu hồi; hoặc tài khoản bị khóa, chức danh đã thôi giữ. Hãy tạo mã mới ở «Tài khoản của tôi»."
        : "Hãy gửi mã truy cập trong tiêu đề «Authorization: Bearer …». Mã tạo ở «Tài khoản của tôi».")
    problem.headers[.wwwAuthenticate] = "Bearer realm=\"chauban\"" + (isGiven ? ", error=\"invalid_token\"" : "")
    return problem
  }
}

extension HTTPField.Name {
  static let rateLimitLimit = HTTPField.Name("RateLimit-Limit") ?? .retryAfter
  static let rateLimitRemaining = HTTPField.Name("RateLimit-Remaining") ?? .retryAfter
  static let rateLimitReset = HTTPField.Name("RateLimit-Reset") ?? .retryAfter
  static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .ifMatch
}

extension APIAnswer {
  func response() -> Response {
    var response = file ?? Response(status: status)
    for field in headers { response.headers[field.name] = field.value }
    response.headers[.cacheControl] = "private, no-cache"
    guard file == nil, let json else { return response }
    response.headers[.contentType] = "application/json; charset=utf-8"
    response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
    return response
  }
}

extension APIProblem {
  func response(request: String) -> Response {
    var response = Response(
      status: code.status,
      headers: [.contentType: "application/problem+json; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json(request: request).bytes)))
    for (name, value) in headers { response.headers[name] = value }
    return response
  }
}
