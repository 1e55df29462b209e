import Database
import Dossiers
import Hummingbird
import Jobs
import Papers
import WebApp

/// The archive of an agency: dossiers handed over, looked at, taken over, kept.
package struct ArchiveModule: DomainModule {
  private let runner: ToolRunner
  private let flows: DossierFlows

  package init(runner: ToolRunner, flows: DossierFlows) {
    self.runner = runner
    self.flows = flows
  }

  package var migrations: [Migration] { ArchiveMigrations.all }

  package var jobKinds: [any JobKind] { [WarnOfTransfers()] }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    ArchiveRoutes(site: site, flows: flows).add(to: routes)
    TransferRoutes(site: site, runner: runner).add(to: routes)
    HoldRoutes(site: site).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { ArchiveExamples.all }
}
