import Access
import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Jobs
import Kernel
import Markup
import Papers
import Registers
import WebAPI
import WebApp
import Work

/// Incoming documents (văn bản đến): taking in, reading ahead, registering, showing.
package struct IncomingDocumentsModule: DomainModule, APIModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let log: AccessLog
  private let fileBytesMax: Int64
  private let others: [any HeldRowSource]
  private let desks: [any MyWorkDesk]
  private let replies: IncomingReplies
  private let hasMorning: @Sendable (Actor) -> Bool
  private let followers: [any DestroyedMatterFollower]

  /// - Parameters:
  ///   - fileBytesMax: the largest file that is taken in.
  ///   - others: flows above this module, whose work stands in «Việc của tôi» too.
  ///   - replies: what is written in reply, told by modules above.
  ///   - followers: what else must be forgotten when a document is destroyed.
  ///   - desks: what waits elsewhere without a piece of work, and stands there too.
  ///   - hasMorning: who is led from «Việc của tôi» to the morning's figures.
  package init(
    vault: FileVault, runner: ToolRunner, log: AccessLog, fileBytesMax: Int64 = 200 << 20,
    others: [any HeldRowSource] = [], desks: [any MyWorkDesk] = [],
    replies: IncomingReplies = IncomingReplies(),
    hasMorning: @escaping @Sendable (Actor) -> Bool = { _ in false },
    followers: [any DestroyedMatterFollower] = []
  ) {
    self.followers = followers
    self.replies = replies
    self.others = others
    self.vault = vault
    self.runner = runner
    self.log = log
    self.fileBytesMax = fileBytesMax
    self.desks = desks
    self.hasMorning = hasMorning
  }

  private var reader: PaperReader { PaperReader(vault: vault, runner: runner) }

  package static var migrations: [Migration] { IncomingDocumentMigrations.all }

  package var migrations: [Migration] { Self.migrations }

  package var jobKinds: [any JobKind] {
    [
      ReadWaitingPaperJob(reader: reader), ReadIncomingFilesJob(reader: reader), RunWorkBatchJob(), RemindRegistry(),
      UrgeByRule(),
    ]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax))
    IncomingDocumentListRoutes(site: site, others: others, desks: desks, hasMorning: hasMorning).add(to: routes)
    WorkBatchRoutes(site: site).add(to: routes)
    RegistrationRoutes(site: site, desk: desk).add(to: routes)
    WaitingPaperRoutes(site: site, desk: desk, reader: reader).add(to: routes)
    PacketRoutes(site: site, reader: reader, log: log, sheets: replies.sheets).add(to: routes)
    ArrangementRoutes(site: site, desk: desk, reader: reader).add(to: routes)
    QuarantineRoutes<WithheldIncoming>(site: site, vault: vault, followers: followers).add(to: routes)
    MarkedPaperRoutes(site: site, vault: vault).add(to: routes)
    ReturnRoutes(site: site, desk: desk).add(to: routes)
    PresentingRuleRoutes(site: site).add(to: routes)
    PaperCopyRoutes(site: site).add(to: routes)
    UnitBookRoutes(site: site, runner: runner).add(to: routes)
    HandwritingRoutes(site: site, reader: reader).add(to: routes)
    HandlingRoutes(site: site, desk: desk, replies: replies.book).add(to: routes)
    HandOverAllRoutes(site: site, others: others).add(to: routes)
    HandlingSlipRoutes(site: site, runner: runner).add(to: routes)
    IncomingDocumentRoutes(site: site, desk: desk, reader: reader, log: log, replies: replies).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax))
    return IncomingDocumentAPIRoutes(log: log, vault: vault).operations()
      + PacketAPIRoutes(log: log, vault: vault).operations() + RegistrationAPIRoutes(desk: desk).operations()
      + WorkItemAPIRoutes(replies: replies.book).operations()
  }

  package var galleryExamples: [GalleryExample] {
    RegistrationExamples.all + IncomingDocumentExamples.all + withheldExamples + HandlingExamples.all
      + WorkBatchExamples.all + PresentingRuleExamples.all + ReturnExamples.all + HandlingSlipExamples.all
      + PacketExamples.all + PaperCopyExamples.all + PaperSideExamples.all + UnitBookExamples.all
  }

  private var withheldExamples: [GalleryExample] {
    let heading = QuarantinePage.Heading(
      title: "Số đến 1247: đang niêm giữ", line: "Sổ đăng ký văn bản đến năm 2026, đến ngày 24/11/2026.",
      numberWord: "số đến", path: "/van-ban-den/1247")
    return QuarantineExamples.all("van-ban-niem-giu", heading, room: .incoming)
  }
}
