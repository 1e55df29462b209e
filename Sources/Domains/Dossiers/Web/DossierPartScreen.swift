import Access
import Database
import Kernel
import Markup
import WebApp

/// One part of a dossier's page.
enum DossierPartScreen {
  static func html(
    _ tab: DossierPaths.Tab, of found: FoundDossier, _ query: Form, _ flows: DossierFlows, _ input: FormInput,
    _ seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> HTML {
    let (dossier, directory) = (found.dossier, flows.directory)
    switch tab {
    case .story:
      return try DossierStoryScreen.read(found, before: Int64(query["truoc"]), directory, by: actor, in: transaction)
        .part(found, input: input, seal: seal).html
    case .contents:
      return try DossierContentsScreen.read(
        found, after: Int(query["sau"]) ?? 0, directory, by: actor, in: transaction
      ).part(found, input: input, seal: seal).html
    case .work:
      return try DossierWorkScreen.read(dossier, flows, by: actor, in: transaction).part.html
    case .people:
      return try DossierPeopleScreen.read(found, by: actor, in: transaction).part(found, input: input).html
    case .closing:
      return try DossierClosingScreen.read(found, flows, by: actor, in: transaction)
        .part(found, input: input, seal: seal).html
    }
  }
}
