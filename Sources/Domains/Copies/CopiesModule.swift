import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Jobs
import Kernel
import Papers
import WebAPI
import WebApp

/// Copies of documents (bản sao): asked for, decided, numbered, made, given.
package struct CopiesModule: DomainModule, APIModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let log: AccessLog

  package init(vault: FileVault, runner: ToolRunner, log: AccessLog) {
    self.vault = vault
    self.runner = runner
    self.log = log
  }

  private var reader: PaperReader { PaperReader(vault: vault, runner: runner) }

  package var migrations: [Migration] { CopyMigrations.all }

  package var jobKinds: [any JobKind] { [MakeCopyJob(reader: reader)] }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    CopyAskingRoutes(site: site, reader: reader).add(to: routes)
    DocumentCopyRoutes(site: site, reader: reader, log: log).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] { CopyAPIRoutes(reader: reader, log: log).operations() }

  package var galleryExamples: [GalleryExample] { CopyExamples.all }
}
