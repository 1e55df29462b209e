import Access
import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of what people were told.
struct NotificationRoutes: Sendable {
  let site: Site
  let directory: RecordDirectory

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("thong-bao", use: list)
    routes.post("thong-bao/da-doc", use: readAll)
    routes.get("thong-bao/:id", use: open)
    routes.post("thong-bao/:id", use: open)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let (seal, directory) = (context.seal(), directory)
    let page = try await site.database.read { transaction in
      try NotificationsScreen.read(query, directory: directory, seal: seal, by: actor, in: transaction)
    }
    return context.page(Page(title: NotificationsPage.title, main: page.html, keys: NotificationsPage.keys))
  }

  @Sendable private func readAll(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    try await site.database.write { try ReadAllNotifications().perform(by: actor, in: $0) }
    return context.redirect(to: NotificationsPaths.list, notice: "Đã đánh dấu đọc mọi thông báo của anh/chị.")
  }

  /// Opening is reading; then to the record, or back to the list when it may not be seen any more.
  @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = ReadNotification(try context.requireID("id"))
    let directory = directory
    let path = try await site.database.write { transaction in
      let told = try act.perform(by: actor, in: transaction)
      return try directory.summaries(of: [told.subject], visibleTo: actor, in: transaction)[told.subject]?.path
    }
    return context.redirect(to: path ?? NotificationsPaths.list)
  }
}
