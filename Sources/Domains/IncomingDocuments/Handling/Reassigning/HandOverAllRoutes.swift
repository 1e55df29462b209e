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
  /// Flows above this module, whose work goes along.
  var others: [any HeldRowSource] = []

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
      reason: form[HandlingField.reason], others: others)
    do {
      let (outcome, batch) = try await site.database.write { transaction -> (SubmissionStore.Outcome, WorkBatch?) in
        var begun: WorkBatch?
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let handed = try all.begin(by: actor, in: transaction)
          begun = handed.batch
          return .init(path: handed.batch.map { WorkBatchPaths.show($0.id) } ?? Room.myWork.path, notice: handed.words)
        }
        return (outcome, begun)
      }
      if let batch, try await isSmall(batch) {
        try await RunWorkBatch(batch: batch).perform(by: actor, over: site.database)
      }
      guard let words = outcome.notice, !words.isEmpty else { return context.redirect(to: outcome.path) }
      return context.redirect(to: outcome.path, notice: words)
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
    let others = others
    let (posts, own) = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let posts = try store.posts(of: actor.agency)
      return (posts, try HandOverAll.held(by: actor.post, others, in: transaction).count)
    }
    let page = HandOverAllPage(
      own: own, predecessors: actor.roles.contains(.unitHead) ? posts.filter { $0.unit == actor.unit } : [],
      actorPost: actor.post, posts: posts, input: input, seal: seal)
    return context.page(
      Page(title: HandOverAllPage.title, room: .myWork, main: page.html, keys: HandlingPage.keys), status: status)
  }
}
