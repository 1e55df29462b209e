import Database
import Hummingbird
import WebApp

/// Who may see what, as people are told of it.
package struct AccessModule: DomainModule {
  private let directory: RecordDirectory

  package init(directory: RecordDirectory) { self.directory = directory }

  package var migrations: [Migration] { AccessMigrations.all }

  package var galleryExamples: [GalleryExample] { WhoSeesExamples.all + RecordAccessesExamples.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    WhoSeesRoutes(site: site, directory: directory).add(to: routes)
    RecordAccessesRoutes(site: site, directory: directory).add(to: routes)
  }
}
