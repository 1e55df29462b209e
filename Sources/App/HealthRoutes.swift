import Database
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
    routes.get("so-do") { _, context -> Response in
      guard ["127.0.0.1", "::1", "local"].contains(context.address) else {
        throw Refusal(.notFound, "Không tìm thấy trang này.")
      }
      return plain(MetricsRegistry.shared.text)
    }
  }

  private static func plain(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
