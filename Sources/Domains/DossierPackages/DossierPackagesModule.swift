import Database
import Documents
import Dossiers
import FileVault
import Hummingbird
import Jobs
import Papers
import WebApp

/// Dossiers taken along as one file: to read, and for an archive.
package struct DossierPackagesModule: DomainModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let flows: DossierFlows
  private let fileBytesMax: Int64

  package init(vault: FileVault, runner: ToolRunner, flows: DossierFlows, fileBytesMax: Int64) {
    self.vault = vault
    self.runner = runner
    self.flows = flows
    self.fileBytesMax = fileBytesMax
  }

  package var migrations: [Migration] { DossierPackageMigrations.all }

  package var jobKinds: [any JobKind] {
    [
      MakeDossierPackage(reader: PaperReader(vault: vault, runner: runner), flows: flows),
      ForgetDossierPackages(vault: vault),
    ]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    DossierPackageRoutes(site: site, flows: flows, vault: vault).add(to: routes)
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax))
    RestorePackageRoutes(site: site, desk: desk).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { DossierPackageExamples.all }
}
