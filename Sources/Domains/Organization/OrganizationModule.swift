import Database
import Hummingbird
import WebAPI
import WebApp

/// Agencies, units, people and posts.
package struct OrganizationModule: DomainModule, APIModule {
  private let owned: OwnedByPosts

  /// `owned`: what posts may own, of every domain above.
  package init(owned: OwnedByPosts) { self.owned = owned }

  package var migrations: [Migration] { OrganizationMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    AgencyRoutes(site: site).add(to: routes)
    CalendarRoutes(site: site).add(to: routes)
    DeadlineRulesRoutes(site: site).add(to: routes)
    UnitRoutes(site: site).add(to: routes)
    PersonRoutes(site: site).add(to: routes)
    PostRoutes(site: site, owned: owned).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    AgencyAPIRoutes.operations() + UnitAPIRoutes.operations() + PersonAPIRoutes.operations()
      + PostAPIRoutes.operations(owned)
  }

  package var galleryExamples: [GalleryExample] {
    OrganizationGallery.examples + CalendarExamples.examples + DeadlineRulesExamples.examples
  }
}
