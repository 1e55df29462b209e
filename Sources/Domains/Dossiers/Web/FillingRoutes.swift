import Database
import Documents
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of putting documents into a dossier from the dossier's own page.
struct FillingRoutes: Sendable {
  let site: Site
  let flows: DossierFlows

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/:id/dua-vao", use: show)
    routes.post("ho-so/:id/dua-vao", use: file)
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
      return context.redirect(
        to: DossierPaths.contents(id),
        notice: done.count == 0
          ? "Các văn bản đã chọn đều đã nằm trong hồ sơ \(done.dossier.code.notation)."
          : "Đã đưa \(done.count) văn bản vào hồ sơ \(done.dossier.code.notation).")
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await answer(context.form[DossierField.search], context, refusal: refusal)
    }
  }
}
