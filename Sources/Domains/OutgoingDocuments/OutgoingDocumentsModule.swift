import Access
import Audit
import Database
import Documents
import Exchange
import FileVault
import Hummingbird
import IncomingDocuments
import Jobs
import Kernel
import Markup
import Papers
import WebAPI
import WebApp

/// Outgoing documents (văn bản đi): numbers, the record, issuing, what became of each recipient's copy.
package struct OutgoingDocumentsModule: DomainModule, APIModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let log: AccessLog
  private let fileBytesMax: Int64
  private let sheets: any CollectedSheets

  /// - Parameters:
  ///   - fileBytesMax: the largest file that is taken in.
  ///   - sheets: the flow above that collects reports by documents.
  package init(
    vault: FileVault, runner: ToolRunner, log: AccessLog, fileBytesMax: Int64 = 200 << 20,
    sheets: any CollectedSheets = NoCollectedSheets()
  ) {
    self.sheets = sheets
    self.vault = vault
    self.runner = runner
    self.log = log
    self.fileBytesMax = fileBytesMax
  }

  private var desk: UploadDesk { UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax)) }

  private var reader: PaperReader { PaperReader(vault: vault, runner: runner) }

  package static var migrations: [Migration] {
    OutgoingDocumentMigrations.all + DeliveringMigrations.all
  }

  package var migrations: [Migration] { Self.migrations }

  package var jobKinds: [any JobKind] { [ReadOutgoingFilesJob(reader: reader), RemindIssuing()] }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    OutgoingDocumentListRoutes(site: site).add(to: routes)
    NumberingRoutes(site: site, desk: desk).add(to: routes)
    SeriesRoutes(site: site).add(to: routes)
    ReservationRoutes(site: site).add(to: routes)
    PostalBookRoutes(site: site).add(to: routes)
    PostalBookPrintRoutes(site: site, runner: runner).add(to: routes)
    let page = OutgoingDocumentRoutes(site: site, desk: desk, reader: reader, log: log, sheets: sheets)
    page.add(to: routes)
    LoopRoutes(site: site, page: page).add(to: routes)
    QuarantineRoutes<WithheldOutgoing>(site: site, vault: vault).add(to: routes)
    UnitWorkRoutes(site: site, page: page).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    OutgoingDocumentAPIRoutes(log: log, desk: desk).operations()
  }

  package var galleryExamples: [GalleryExample] {
    OutgoingDocumentExamples.all + UnitWorkExamples.all + NumberingExamples.all + withheldExamples
  }

  private var withheldExamples: [GalleryExample] {
    let heading = QuarantinePage.Heading(
      title: "Văn bản 87/TCĐC-KS: đang niêm giữ", line: "Sổ đăng ký văn bản đi năm 2026, ngày 24/11/2026.",
      numberWord: "số đi", path: "/van-ban-di/87")
    return QuarantineExamples.all("van-ban-di-niem-giu", heading, room: .outgoing)
  }
}
