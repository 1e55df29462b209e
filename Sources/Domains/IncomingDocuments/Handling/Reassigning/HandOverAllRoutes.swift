import Database
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Markup
import Organization
import WebApp
import Work

/// HTTP of handing over everything one holds.
struct HandOverAllRoutes: Sendable {
  let site: Site

  static let path = "/viec-cua-toi/ban-giao"
  static let predecessor = "tu"

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("viec-cua-toi/ban-giao") { _, context in
      try await answer(context, FormInput(), context.seal(isCreating: true), .ok)
    }
    routes.post("viec-cua-toi/ban-giao", use: handOver)
  }

  @Sendable private func handOver(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let all = HandOverAll(
      predecessor: PostID(form[Self.predecessor]) ?? actor.post, successor: PostID(form[HandlingField.places]),
      reason: form[HandlingField.reason])
    do {
      let (outcome, batch) = try await site.database.write { transaction -> (SubmissionStore.Outcome, WorkBatch?) in
        var begun: WorkBatch?
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let batch = try all.begin(by: actor, in: transaction)
          begun = batch
          return .init(path: WorkBatchPaths.show(batch.id), notice: "")
        }
        return (outcome, begun)
      }
      if let batch, try await isSmall(batch) {
        try await RunWorkBatch(batch: batch).perform(by: actor, over: site.database)
      }
      return context.redirect(to: outcome.path)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      var seal = context.seal()
      seal.submission = form.submissionKey.isEmpty ? nil : form.submissionKey
      return try await answer(context, .refused(refusal, keeping: form), seal, refusal.kind.status)
    }
  }

  /// Few are done before the answer.
  private func isSmall(_ batch: WorkBatch) async throws -> Bool {
    let counts = try await site.database.read { try WorkBatchStore($0).counts(of: batch.id) }
    return counts.values.reduce(0, +) <= WorkBatch.atOnceMax
  }

  private func answer(
    _ context: WebContext, _ input: FormInput, _ seal: FormSeal, _ status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let (posts, own) = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let posts = try store.posts(of: actor.agency)
      return (posts, try HandOverAll.held(by: actor.post, in: transaction).count)
    }
    let page = HandOverAllPage(
      own: own, predecessors: actor.roles.contains(.unitHead) ? posts.filter { $0.unit == actor.unit } : [],
      actorPost: actor.post, posts: posts, input: input, seal: seal)
    return context.page(
      Page(title: HandOverAllPage.title, room: .myWork, main: page.html, keys: HandlingPage.keys), status: status)
  }
}
