import Access
import Database
import Hummingbird
import SearchIndex
import WebAPI
import WebApp

/// Tra cứu.
package struct SearchModule: DomainModule, APIModule {
  private let directory: RecordDirectory

  /// - Parameter directory: tells what results show; filled with every domain that puts records into the index.
  package init(directory: RecordDirectory) { self.directory = directory }

  package var migrations: [Migration] { SearchIndexMigrations.all + AccessMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    SearchRoutes(site: site, directory: directory).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    SearchAPIRoutes.operations(directory)
  }

  package var galleryExamples: [GalleryExample] { SearchExamples.all }
}
