import Database
import FileVault
import Hummingbird
import Jobs
import Papers
import WebApp

/// What every list can do: columns of one's own, searches kept under a name, rows taken along as a file.
package struct ListsModule: DomainModule {
  private let catalogue: ListCatalogue
  private let vault: FileVault
  private let office: OfficeConversion

  /// - Parameter catalogue: filled with the lists of every domain.
  package init(catalogue: ListCatalogue, vault: FileVault, office: OfficeConversion) {
    self.catalogue = catalogue
    self.vault = vault
    self.office = office
  }

  package var migrations: [Migration] { ListsMigrations.all }

  package var jobKinds: [any JobKind] {
    [MakeListExport(catalogue: catalogue, vault: vault, office: office), ForgetListExports(vault: vault)]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    ColumnChoiceRoutes(site: site, catalogue: catalogue).add(to: routes)
    SavedSearchRoutes(site: site, catalogue: catalogue).add(to: routes)
    ListExportRoutes(site: site, catalogue: catalogue, vault: vault).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { ListsExamples.all }
}
