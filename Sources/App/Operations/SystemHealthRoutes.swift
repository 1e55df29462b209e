import Audit
import Database
import FileVault
import Hummingbird
import Jobs
import Kernel
import Markup
import Notifications
import Papers
import WebApp

/// HTTP of the health page, for administrators alone.
struct SystemHealthRoutes: Sendable {
  let site: Site
  let tools: RecentToolInventory
  let vault: FileVault
  let notifications: NotificationsModule

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/suc-khoe", use: show)
    routes.post("quan-tri/thu/gui-lai", use: retryMails)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try RetryJob.requireAdministrator(try context.requireActor())
    let seal = context.seal()
    let lines = await tools.inventory().lines
    let freeBytes = try? vault.freeBytes()
    let (isExampleBody, notifications) = (site.isExampleBody, notifications)
    let health = try await site.database.read { transaction in
      SystemHealth(
        tools: lines, database: try InstallationStore(transaction).engineName, freeBytes: freeBytes,
        vault: try StoredFileStore(transaction).health(),
        audit: try AuditHealth.readForOperations(in: transaction),
        jobs: try JobStore(transaction).countsForOperations(cap: JobsPage.countMax), isExampleBody: isExampleBody,
        mail: try notifications.mailHealthForOperations(in: transaction), at: transaction.now)
    }
    return context.page(
      Page(
        title: SystemHealthPage.title, room: .administration, main: SystemHealthPage(health: health, seal: seal).html))
  }

  @Sendable private func retryMails(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let count = try await site.database.write { try RetryMails().perform(by: actor, in: $0) }
    return context.redirect(to: OperationsPaths.health, notice: "\(count) thư trở lại hàng chờ.")
  }
}
