import Database
import Documents
import Hummingbird
import Kernel
import Markup
import Notifications
import WebApp

/// HTTP of putting documents into a dossier from the dossier's own page.
struct FillingRoutes: Sendable {
  let site: Site
  let flows: DossierFlows

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/:id/dua-vao", use: show)
    routes.post("ho-so/:id/dua-vao", use: file)
    routes.post("ho-so/:id/thoi-dua-vao/:items", use: undo)
    routes.get("ho-so/dua-vao/:code/:number/tha", use: showTargets)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await answer(Form(urlEncoded: request.uri.query ?? "")[DossierField.search], context)
  }

  private func answer(
    _ typed: String, _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let flows = flows
    var screen = try await site.database.read { try FillingScreen.read(id, typed, flows, by: actor, in: $0) }
    if let refusal {
      screen.input = FormInput.refused(refusal, keeping: context.form)
      screen.chosen = Set(context.form.all(DossierField.record))
    }
    return context.page(
      Page(
        title: FillingPage.title, room: .dossiers, main: screen.page(seal: context.seal()).html, keys: FillingPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let flows = flows
    let filing = FileManyIntoDossier(
      context.form.all(DossierField.record).compactMap(RecordReference.init(text:)), dossier: id)
    do {
      let done = try await site.database.write { try filing.perform(by: actor, flows: flows, in: $0) }
      let name = done.dossier.code.notation
      let notice =
        done.items.isEmpty
        ? "Các văn bản đã chọn đều đã nằm trong hồ sơ \(name)."
        : "Đã đưa \(done.items.count) văn bản vào hồ sơ \(name)."
      // Dropped from a list: one stays in the list.
      let back = LocalPath.checked(context.form.raw(UndoNotice.backName), else: DossierPaths.contents(id))
      return context.redirect(
        to: back, notice: notice,
        undo: UndoOffer(notice, filed: done.items, into: id, by: actor, now: site.clock.now))
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await answer(context.form[DossierField.search], context, refusal: refusal)
    }
  }

  @Sendable private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let items = (context.parameters.get("items") ?? "").split(separator: ".").compactMap { DossierItem.ID(String($0)) }
    let flows = flows
    let dossier = try await site.database.write {
      try UndoFiling(items, of: id).perform(by: actor, flows: flows, in: $0)
    }
    var response = context.redirect(
      to: LocalPath.checked(context.form.raw(UndoNotice.backName), else: DossierPaths.contents(id)),
      notice: "Đã hoàn tác: \(items.count) văn bản không còn trong hồ sơ \(dossier.code.notation).")
    response.forgetUndo()
    return response
  }

  @Sendable private func showTargets(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (record, flows) = (try context.requireRecord(), flows)
    let screen = try await site.database.read { try FilingScreen.read(record, flows, by: actor, in: $0) }
    return context.html(screen.targets(seal: context.seal()).html)
  }
}

extension UndoOffer {
  /// Nil where nothing came in.
  init?(_ notice: String, filed items: [DossierItem.ID], into dossier: Dossier.ID, by actor: Actor, now: Instant) {
    guard !items.isEmpty else { return nil }
    self.init(
      notice, path: DossierPaths.undoFiling(items, of: dossier), post: actor.post,
      until: now + Notifications.undoShown)
  }
}
