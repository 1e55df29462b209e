import Audit
import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of who sees a record, and why.
struct WhoSeesRoutes: Sendable {
  let site: Site
  let directory: RecordDirectory

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quyen-xem/:code/:number", use: show)
  }

  /// That somebody looked is written down before they are told (PL6-63).
  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, directory) = (try context.requireActor(), directory)
    let record = try context.requireRecord()
    let form = Form(urlEncoded: request.uri.query ?? "")
    let (chosen, after) = (PostID(form[WhoSeesPage.person]), PostID(form[WhoSeesPage.after]))
    let page = try await site.database.write { transaction in
      let page = try WhoSeesScreen.read(record, of: chosen, after: after, directory, by: actor, in: transaction)
      try Audit.record(.accessExplained, on: record, by: actor, in: transaction)
      return page
    }
    return context.page(Page(title: WhoSeesPage.title, main: page.html))
  }
}
