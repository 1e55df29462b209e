import Database
import Hummingbird
import Kernel
import Markup
import Organization
import WebApp

/// HTTP of the warning that a typed deadline is a day off.
struct DayOffRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/:id/ngay-nghi", use: show)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let typed = Form(urlEncoded: request.uri.query ?? "")
    let warning = try await site.database.read { transaction in
      let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
      return try DayOffWarning(typed, of: document.agency, in: transaction)
    }
    return context.html(warning.html)
  }
}

extension DayOffWarning {
  init(_ form: Form, of agency: AgencyID, in transaction: any Transaction) throws {
    days = Self.days(in: form.fields, today: transaction.now.day)
    calendar = try AgencyCalendarStore(transaction).calendar(of: agency)
  }
}
