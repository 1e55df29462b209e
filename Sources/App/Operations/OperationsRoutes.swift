import Database
import Hummingbird
import Jobs
import Kernel
import Markup
import WebApp

/// Screens on which administrators watch the system itself.
struct OperationsRoutes: Sendable {
  private static let pageSize = 50

  let site: Site
  let remedies: [String: String]

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/cong-viec", use: jobs)
    routes.post("quan-tri/cong-viec/:id/chay-lai", use: retry)
  }

  @Sendable private func jobs(_ request: Request, _ context: WebContext) async throws -> Response {
    try RetryJob.requireAdministrator(try context.requireActor())
    let state = request.uri.queryParameters["tinh-trang"].flatMap { OperationsPaths.state(String($0)) }
    let before = request.uri.queryParameters["truoc"].flatMap { Job.ID(String($0)) }
    let (jobs, counts) = try await site.database.read { transaction in
      let store = JobStore(transaction)
      return (
        try store.listForOperations(state: state, before: before, limit: Self.pageSize + 1),
        try store.countsForOperations(cap: JobsPage.countMax)
      )
    }
    let shown = Array(jobs.prefix(Self.pageSize))
    let page = JobsPage(
      jobs: shown, counts: counts, state: state, remedies: remedies,
      olderPath: jobs.count > shown.count ? OperationsPaths.jobs(in: state, before: shown.last?.id) : nil,
      seal: context.seal())
    return context.page(Page(title: JobsPage.title, room: .administration, main: page.html))
  }

  @Sendable private func retry(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = RetryJob(job: try context.requireID("id"))
    let job = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(to: OperationsPaths.jobs, notice: "«\(job.title)» đã trở lại hàng đợi.")
  }
}
