import Hummingbird
import Kernel
import Logging
import Metrics

/// One structured line per request: number, method, route, status, duration, acting post. No names, no content, no query.
package struct RequestLogMiddleware: RouterMiddleware {
  package init() {}

  package func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let duration = start.duration(to: .now)
    let route = context.endpointPath ?? "-"
    Metrics.Timer(label: "http_request_duration", dimensions: [("status", "\(response.status.code / 100)xx")])
      .recordNanoseconds(duration.components.attoseconds / 1_000_000_000 + duration.components.seconds * 1_000_000_000)
    let level: Logger.Level = response.status.code >= 500 ? .error : request.method == .get ? .debug : .info
    guard context.logger.logLevel <= level else { return response }
    var metadata: Logger.Metadata = [
      "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
      "ms": "\(duration.wholeMilliseconds)", "post": "\(context.logged.value?.description ?? "-")",
    ]
    if let token = context.logged.token { metadata["token"] = "\(token)" }
    context.logger.log(level: level, "request", metadata: metadata)
    return response
  }
}
