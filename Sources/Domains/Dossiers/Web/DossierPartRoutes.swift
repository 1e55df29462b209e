import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// One part of a dossier's page as an answer; also for a flow above whose form stands on it and was refused.
package struct DossierPartAnswer: Sendable {
  let site: Site
  let flows: DossierFlows

  package init(site: Site, flows: DossierFlows) {
    self.site = site
    self.flows = flows
  }

  /// The part that tells of the end of a dossier and of the archive, with what was typed there.
  package func closing(_ context: WebContext, refusal: Refusal) async throws -> Response {
    try await page(.closing, context, refusal: refusal)
  }

  /// `form` names the one that was refused, where several of the part share names of fields.
  func page(
    _ tab: DossierPaths.Tab, _ context: WebContext, query: Form = Form(), refusal: Refusal? = nil,
    typed: Form? = nil, of form: String = ""
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let input =
      refusal.map { FormInput.refused($0, keeping: typed ?? context.form).typed(into: form) } ?? FormInput()
    // The closing part holds a form that begins a transfer, the contents one that adds an expected line.
    let isCreating = tab == .closing || tab == .contents
    let (flows, seal) = (flows, context.seal(isCreating: isCreating))
    let page = try await site.database.read { transaction in
      var screen = try DossierScreen.read(id, tab, flows.headFacts, by: actor, in: transaction)
      // A refusal that no form of this part shows stands over it.
      if let refusal, refusal.kind == .conflict { screen.refusal = Notice(.refused, refusal.message).html }
      let sealed = seal.at(version: screen.dossier.version)
      let part = try DossierPartScreen.html(
        tab, of: screen.found, query, flows, input, sealed, by: actor, in: transaction)
      return screen.page(content: part, seal: sealed)
    }
    return context.page(
      Page(title: page.head.title, room: .dossiers, main: page.html, keys: DossierPage.keys),
      status: refusal?.kind.status ?? .ok)
  }
}
