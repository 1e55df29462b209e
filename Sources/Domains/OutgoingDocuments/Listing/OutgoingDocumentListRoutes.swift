import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of the list of outgoing documents.
struct OutgoingDocumentListRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) { routes.get("van-ban-di", use: list) }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let today = site.clock.now.day
    let page = try await site.database.read {
      try OutgoingDocumentListScreen.read(query, today: today, by: actor, in: $0)
    }
    return context.page(Page(title: "Văn bản đi", room: .outgoing, main: page.html, keys: page.keys))
  }
}
