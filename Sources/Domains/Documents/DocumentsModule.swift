import Database
import Hummingbird
import WebAPI
import WebApp

/// What documents of every flow share: kinds, urgency, outside agencies.
package struct DocumentsModule: DomainModule, APIModule {
  package init() {}

  package var migrations: [Migration] { DocumentsMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    DocumentsRoutes(site: site).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    DocumentTypeAPIRoutes.operations() + OutsideAgencyAPIRoutes.operations()
  }

  package var galleryExamples: [GalleryExample] { DocumentsPageExamples.all }
}
