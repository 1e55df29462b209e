import Audit
import Database
import FileVault
import Hummingbird
import Jobs
import Kernel
import Markup
import Papers
import WebApp

/// HTTP of the health page, for administrators alone.
struct SystemHealthRoutes: Sendable {
  let site: Site
  let tools: RecentToolInventory
  let vault: FileVault

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/suc-khoe", use: show)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try RetryJob.requireAdministrator(try context.requireActor())
    let lines = await tools.inventory().lines
    let freeBytes = try? vault.freeBytes()
    let isExampleBody = site.isExampleBody
    let health = try await site.database.read { transaction in
      SystemHealth(
        tools: lines, database: try InstallationStore(transaction).engineName, freeBytes: freeBytes,
        vault: try StoredFileStore(transaction).health(),
        audit: try AuditHealth.readForOperations(in: transaction),
        jobs: try JobStore(transaction).countsForOperations(cap: JobsPage.countMax), isExampleBody: isExampleBody,
        at: transaction.now)
    }
    return context.page(
      Page(title: SystemHealthPage.title, room: .administration, main: SystemHealthPage(health: health).html))
  }
}
