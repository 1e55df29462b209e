import Database
import Documents
import Dossiers
import FileVault
import Hummingbird
import Jobs
import Papers
import WebApp

/// The end of retention of dossiers: review, decision and destruction, and orders that keep dossiers as they are (LT-01,
/// LT-03, PL6-97).
package struct DisposalModule: DomainModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let matters: [any DisposableMatter]
  private let fileBytesMax: Int64

  /// `matters`: every flow whose documents end with their dossiers.
  package init(
    vault: FileVault, runner: ToolRunner, matters: [any DisposableMatter], fileBytesMax: Int64
  ) {
    self.vault = vault
    self.runner = runner
    self.matters = matters
    self.fileBytesMax = fileBytesMax
  }

  package var migrations: [Migration] { DisposalMigrations.all }

  package var jobKinds: [any JobKind] { [DestroyReviewJob(vault: vault, matters: matters)] }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax, filesMax: 1))
    DisposalRoutes(site: site, desk: desk).add(to: routes)
    DisposalFileRoutes(site: site, reader: PaperReader(vault: vault, runner: runner)).add(to: routes)
    HoldRoutes(site: site).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { DisposalExamples.all }
}
