import Database
import HTTPTypes
import Hummingbird
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
      try await answer(context, FormInput(), [], context.seal(), .ok)
    }
    routes.post("viec-cua-toi/ban-giao", use: handOver)
  }

  @Sendable private func handOver(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let all = HandOverAll(
      predecessor: PostID(form[Self.predecessor]) ?? actor.post, successor: PostID(form[HandlingField.places]),
      reason: form[HandlingField.reason])
    var outcome = HandOverAll.Outcome()
    do {
      for item in try await site.database.read({ try all.items(by: actor, in: $0) }) {
        do {
          try await site.database.write { try all.handOver(item, by: actor, in: $0) }
          outcome.count += 1
        } catch let refusal as Refusal {
          // Of what this person may not see, nothing is told.
          let name = refusal.kind == .notFound ? "Một việc anh/chị không được xem" : item.instruction
          outcome.refused.append("\(name.isEmpty ? item.kind.asked : name): \(refusal.message)")
        }
      }
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await answer(
        context, .refused(refusal, keeping: form), [], context.seal(), refusal.kind.status)
    }
    guard !outcome.refused.isEmpty else {
      return context.redirect(to: Room.myWork.path, notice: "Đã bàn giao \(outcome.count) việc.")
    }
    return try await answer(
      context, .keeping(form),
      ["Đã bàn giao \(outcome.count) việc. Còn \(outcome.refused.count) việc ở lại:"] + outcome.refused,
      context.seal(), .ok)
  }

  private func answer(
    _ context: WebContext, _ input: FormInput, _ told: [String], _ seal: FormSeal, _ status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let (posts, own) = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let posts = try store.posts(of: actor.agency)
      return (posts, try WorkStore(transaction).open(heldBy: .post(actor.post), limit: HandOverAll.countMax).count)
    }
    let page = HandOverAllPage(
      own: own, predecessors: actor.roles.contains(.unitHead) ? posts.filter { $0.unit == actor.unit } : [],
      actorPost: actor.post, posts: posts, told: told, input: input, seal: seal)
    return context.page(
      Page(title: HandOverAllPage.title, room: .myWork, main: page.html, keys: HandlingPage.keys), status: status)
  }
}
