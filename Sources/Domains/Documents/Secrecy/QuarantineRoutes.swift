import Database
import FileVault
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of secrecy marks found too late: reporting, confirming, giving back, destroying (MAT-05). The same for every flow,
/// which says where its matter stands and what is answered.
package struct QuarantineRoutes<Matter: WithheldMatter>: Sendable {
  /// Where an act leads, and what is said of it.
  package typealias Done = (path: String, notice: String)

  let site: Site
  let vault: FileVault
  /// «van-ban-den/:id».
  let address: String
  let room: Room
  let followers: [any DestroyedMatterFollower]
  let place: @Sendable (WebContext) throws -> Matter.Place
  let done: @Sendable (SecrecyPaths.Act, Matter.Place) -> Done

  package init(
    site: Site, vault: FileVault, address: String, room: Room, followers: [any DestroyedMatterFollower] = [],
    place: @escaping @Sendable (WebContext) throws -> Matter.Place,
    done: @escaping @Sendable (SecrecyPaths.Act, Matter.Place) -> Done
  ) {
    self.site = site
    self.vault = vault
    self.address = address
    self.room = room
    self.followers = followers
    self.place = place
    self.done = done
  }

  private var database: any Database { site.database }

  package func add(to routes: RouterGroup<WebContext>) {
    func post(_ act: SecrecyPaths.Act, _ answer: @escaping @Sendable (Request, WebContext) async throws -> Response) {
      routes.post(RouterPath(SecrecyPaths.act(act, on: address)), use: answer)
    }
    post(.report, report)
    post(.confirm, confirm)
    post(.release, release)
    post(.destroy, destroy)
  }

  /// The page of what is withheld, in place of what it is; nil when it is not.
  package func page(_ context: WebContext) async throws -> Response? {
    try await page(try place(context), context)
  }

  @Sendable private func report(_ request: Request, _ context: WebContext) async throws -> Response {
    try await answer(.report, showing: .conflict, context) { place, actor in
      let hashes = try await database.write { try WithholdMatter<Matter>(place).perform(by: actor, in: $0) }
      for hash in hashes { try? await vault.removeDerivatives(of: hash) }
    }
  }

  @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    try await answer(.confirm, context) { place, actor in
      try await database.write { try ConfirmSecrecy<Matter>(place).perform(by: actor, in: $0) }
    }
  }

  @Sendable private func release(_ request: Request, _ context: WebContext) async throws -> Response {
    let reason = context.form["ly-do"]
    return try await answer(.release, context) { place, actor in
      try await database.write { try ReleaseMatter<Matter>(place, reason: reason).perform(by: actor, in: $0) }
    }
  }

  @Sendable private func destroy(_ request: Request, _ context: WebContext) async throws -> Response {
    try await answer(.destroy, context) { place, actor in
      let act = DestroyMatter<Matter>(place, followers: followers)
      let hashes = try await database.write { try act.perform(by: actor, in: $0) }
      for hash in hashes { try await vault.destroy(hash) }
    }
  }

  /// Runs an act; what is refused in a way that the page can show comes back on it with every reason.
  private func answer(
    _ act: SecrecyPaths.Act, showing kind: Refusal.Kind = .invalid, _ context: WebContext,
    _ run: (Matter.Place, Actor) async throws -> Void
  ) async throws -> Response {
    let (place, actor) = (try place(context), try context.requireActor())
    do {
      try await run(place, actor)
    } catch let refusal as Refusal where refusal.kind == kind {
      guard let page = try await page(place, context, refusal) else { throw refusal }
      return page
    }
    let done = done(act, place)
    return context.redirect(to: done.path, notice: done.notice)
  }

  private func page(
    _ place: Matter.Place, _ context: WebContext, _ refusal: Refusal? = nil
  ) async throws -> Response? {
    let actor = try context.requireActor()
    let screen = try await database.read { try QuarantineScreen<Matter>.read(place, by: actor, in: $0) }
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    guard let page = screen?.page(input: input, seal: context.seal()) else { return nil }
    return context.page(
      Page(title: page.title, room: room, main: page.html), status: refusal?.kind.status ?? .ok)
  }
}
