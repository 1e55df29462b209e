import Database
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import WebApp

/// What machines ask: is it alive, and how much does it do. Answers nothing about people or documents.
enum HealthRoutes {
  static func add(to routes: RouterGroup<WebContext>, with site: Site) {
    // Alive and able to read its database.
    routes.get("suc-khoe") { _, context -> Response in
      _ = try await site.database.read { try $0.rows("SELECT 1 AS one") }
      return plain("ok\n")
    }
    // Figures in the Prometheus text form, for the machine itself only.
    routes.get("so-do") { request, context -> Response in
      guard isOwnMachine(request, from: context.address) else {
        throw Refusal(.notFound, "Không tìm thấy trang này.")
      }
      return plain(MetricsRegistry.shared.text)
    }
  }

  /// Behind a proxy on this machine everybody comes from here: what was passed on, or asked for by another name than
  /// this machine's own, comes from elsewhere.
  static func isOwnMachine(_ request: Request, from address: String) -> Bool {
    guard ["127.0.0.1", "::1", "local"].contains(address) else { return false }
    let isForwarded = request.headers.contains { field in
      let name = field.name.canonicalName
      return name.hasPrefix("x-forwarded-") || ["forwarded", "x-real-ip", "via"].contains(name)
    }
    return !isForwarded && isLoopback(host: request.head.authority ?? "")
  }

  /// `localhost:8080`, `127.0.0.1`, `[::1]:8080`.
  private static func isLoopback(host: String) -> Bool {
    if host.hasPrefix("[") { return host.hasPrefix("[::1]") }
    let name = host.prefix { $0 != ":" }.lowercased()
    return ["localhost", "127.0.0.1"].contains(name)
  }

  private static func plain(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
