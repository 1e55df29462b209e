import Access
import Audit
import Database
import Documents
import FileVault
import Hummingbird
import IncomingDocuments
import Jobs
import Kernel
import Papers
import WebApp

/// Outgoing documents (văn bản đi): numbers, the record, issuing, what became of each recipient's copy.
package struct OutgoingDocumentsModule: DomainModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let log: AccessLog
  private let fileBytesMax: Int64

  /// - Parameter fileBytesMax: the largest file that is taken in.
  package init(vault: FileVault, runner: ToolRunner, log: AccessLog, fileBytesMax: Int64 = 200 << 20) {
    self.vault = vault
    self.runner = runner
    self.log = log
    self.fileBytesMax = fileBytesMax
  }

  private var reader: PaperReader { PaperReader(vault: vault, runner: runner) }

  package static var migrations: [Migration] { OutgoingDocumentMigrations.all }

  package var migrations: [Migration] { Self.migrations }

  package var jobKinds: [any JobKind] { [ReadOutgoingFilesJob(reader: reader), RemindIssuing()] }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax))
    OutgoingDocumentListRoutes(site: site).add(to: routes)
    NumberingRoutes(site: site, desk: desk).add(to: routes)
    SeriesRoutes(site: site).add(to: routes)
    ReservationRoutes(site: site).add(to: routes)
    PostalBookRoutes(site: site).add(to: routes)
    OutgoingDocumentRoutes(site: site, desk: desk, reader: reader, log: log).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { OutgoingDocumentExamples.all + NumberingExamples.all }
}
