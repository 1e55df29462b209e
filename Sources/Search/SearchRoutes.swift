import Access
import Database
import Hummingbird
import Kernel
import Lists
import Markup
import SearchIndex
import WebApp

/// Search over HTTP.
struct SearchRoutes: Sendable {
  let site: Site
  let directory: RecordDirectory

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tra-cuu", use: results)
  }

  @Sendable private func results(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let address = Form(urlEncoded: request.uri.query ?? "")
    let today = site.clock.now.day
    let directory = directory
    let screen = try await site.database.read { transaction in
      try SearchScreen.read(address, directory, today: today, by: actor, in: transaction)
    }
    switch screen {
    // Filters chosen in the form are written into the question: one address says all.
    case .elsewhere(let path): return context.redirect(to: path)
    case .page(let page): return context.page(page)
    }
  }
}
