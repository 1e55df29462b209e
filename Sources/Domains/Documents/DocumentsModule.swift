import Database
import FileVault
import Hummingbird
import Papers
import WebAPI
import WebApp

/// What documents of every flow share: kinds, urgency, outside agencies.
package struct DocumentsModule: DomainModule, APIModule {
  let vault: FileVault
  let runner: ToolRunner

  package init(vault: FileVault, runner: ToolRunner) {
    self.vault = vault
    self.runner = runner
  }

  package var migrations: [Migration] { DocumentsMigrations.all + TemplateMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    DocumentsRoutes(site: site).add(to: routes)
    TemplateRoutes(site: site, desk: TemplateDesk(database: site.database, vault: vault, runner: runner)).add(
      to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    DocumentTypeAPIRoutes.operations() + OutsideAgencyAPIRoutes.operations()
  }

  package var galleryExamples: [GalleryExample] { DocumentsPageExamples.all + TemplateExamples.all }
}
