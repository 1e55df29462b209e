import Database
import Hummingbird
import WebApp

/// What documents of every flow share: kinds, urgency, outside agencies.
package struct DocumentsModule: DomainModule {
  package init() {}

  package var migrations: [Migration] { DocumentsMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    DocumentsRoutes(site: site).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { DocumentsPageExamples.all }
}
