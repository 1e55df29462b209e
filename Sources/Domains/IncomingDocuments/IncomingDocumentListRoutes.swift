import Database
import Documents
import Hummingbird
import Kernel
import Lists
import Markup
import Registers
import VietnameseText
import WebApp
import Work

/// HTTP of the list of incoming documents and of «Việc của tôi».
struct IncomingDocumentListRoutes: Sendable {
  let site: Site
  /// Flows above this module, whose work stands in «Việc của tôi» too.
  let others: [any HeldRowSource]
  let desks: [any MyWorkDesk]
  let hasMorning: @Sendable (Actor) -> Bool

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den", use: list)
    routes.get("viec-cua-toi", use: myWork)
  }

  @Sendable func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let today = site.clock.now.day
    let screen = try await site.database.read { transaction in
      try IncomingDocumentListScreen.read(query, today: today, by: actor, in: transaction)
    }
    return context.page(
      Page(title: "Văn bản đến", room: .incoming, main: screen.html, keys: screen.keys))
  }

  /// What waits at the registry's desk: papers without a number, documents without a file.
  @Sendable func myWork(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let (others, desks, hasMorning) = (others, desks, hasMorning(actor))
    let page = try await site.database.read {
      try MyWorkScreen.read(query, others: others, desks: desks, hasMorning: hasMorning, by: actor, in: $0)
    }
    return context.page(Page(title: "Việc của tôi", room: .myWork, main: page.html, keys: page.keys))
  }
}
