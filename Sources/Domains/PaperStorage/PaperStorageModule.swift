import Database
import Hummingbird
import Jobs
import Papers
import WebApp

/// Papers of dossiers: where they stand, who borrows them, labels that open the dossier.
package struct PaperStorageModule: DomainModule {
  private let runner: ToolRunner
  private let publicAddress: String?

  /// `publicAddress`: what people type to come here; labels cannot be printed without it.
  package init(runner: ToolRunner, publicAddress: String?) {
    self.runner = runner
    self.publicAddress = publicAddress
  }

  package var migrations: [Migration] { PaperMigrations.all }

  package var jobKinds: [any JobKind] { [RemindOfLoans()] }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    PlaceRoutes(site: site).add(to: routes)
    LoanRoutes(site: site).add(to: routes)
    PaperPrintRoutes(site: site, runner: runner, publicAddress: publicAddress).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { PaperExamples.all }
}
