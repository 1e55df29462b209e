import Database
import FileVault
import Hummingbird
import Jobs
import Kernel
import Papers
import WebAPI
import WebApp

/// Books and their numbers.
package struct RegistersModule: DomainModule, APIModule {
  private let contents: any RegisterContents
  private let vault: FileVault
  private let office: OfficeConversion

  /// `contents` is filled by the flow whose records stand in the books.
  package init(contents: any RegisterContents, vault: FileVault, office: OfficeConversion) {
    self.contents = contents
    self.vault = vault
    self.office = office
  }

  package var migrations: [Migration] { RegistersMigrations.all }

  package var jobKinds: [any JobKind] {
    [MakeRegisterPrint(contents: contents, vault: vault, office: office), ReleaseReservations()]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    RegistersRoutes(site: site, contents: contents).add(to: routes)
    RegisterBookRoutes(site: site, contents: contents).add(to: routes)
    RegisterPrintRoutes(site: site, contents: contents, vault: vault, office: office).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    RegisterAPIRoutes.operations()
  }

  package var galleryExamples: [GalleryExample] { RegisterPageExamples.all + RegisterFormExamples.all }
}
