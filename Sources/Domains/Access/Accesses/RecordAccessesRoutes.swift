import Audit
import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of the accesses to one record.
struct RecordAccessesRoutes: Sendable {
  let site: Site
  let directory: RecordDirectory

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luot-truy-cap/:code/:number", use: show)
  }

  /// That somebody looked is written down with what they are told (PL6-61, AN-11).
  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, directory) = (try context.requireActor(), directory)
    let record = try context.requireRecord()
    let form = Form(urlEncoded: request.uri.query ?? "")
    let asked = AskedAccesses({ form[$0] }, today: site.clock.now.day)
    let page = try await site.database.write { transaction in
      let page = try RecordAccessesScreen.read(record, asked, directory, by: actor, in: transaction)
      try Audit.record(.accessesListed, on: record, by: actor, in: transaction)
      return page
    }
    return context.page(Page(title: RecordAccessesPage.title, main: page.html))
  }
}
