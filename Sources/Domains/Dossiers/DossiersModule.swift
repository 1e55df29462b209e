import Access
import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Jobs
import Papers
import WebApp

/// Dossiers: the documents of one matter, in order.
package struct DossiersModule: DomainModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let flows: DossierFlows
  private let log: AccessLog
  private let fileBytesMax: Int64

  package init(
    vault: FileVault, runner: ToolRunner, flows: DossierFlows, log: AccessLog, fileBytesMax: Int64
  ) {
    self.vault = vault
    self.runner = runner
    self.flows = flows
    self.log = log
    self.fileBytesMax = fileBytesMax
  }

  package var migrations: [Migration] { DossierMigrations.all }

  package var galleryExamples: [GalleryExample] {
    DossierExamples.all + RightsExamples.all + DossierTemplateExamples.all + ExpectedContentExamples.all
      + SubDossierExamples.all + OwnFileExamples.all
  }

  package var jobKinds: [any JobKind] {
    [ReadDossierFilesJob(reader: PaperReader(vault: vault, runner: runner)), ReadWaitingFilesJob()]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    let desk = UploadDesk(
      vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax), taking: FileKind.Family.matter)
    DossierFormRoutes(site: site, flows: flows).add(to: routes)
    FillingRoutes(site: site, flows: flows).add(to: routes)
    RightsRoutes(site: site, flows: flows).add(to: routes)
    DossierTemplateRoutes(site: site).add(to: routes)
    DossierRoutes(site: site, desk: desk, flows: flows, log: log).add(to: routes)
    let reader = PaperReader(vault: vault, runner: runner)
    DossierFileRoutes(site: site, reader: reader, flows: flows).add(to: routes)
    QuarantineRoutes<WithheldOwnFile>(site: site, vault: vault).add(to: routes)
    DossierViewRoutes(site: site, reader: reader, log: log).add(to: routes)
  }
}
