import Access
import Archive
import Audit
import Copies
import Database
import Disposal
import Documents
import DossierPackages
import Dossiers
import Drafts
import Exchange
import FilePlans
import FileVault
import Foundation
import Handovers
import Identity
import IncomingDocuments
import Jobs
import Kernel
import Lists
import Logging
import Notifications
import Organization
import OutgoingDocuments
import PaperStorage
import Papers
import Registers
import ReportCollections
import Reports
import Search
import SearchIndex
import ServiceLifecycle
import Transfer
import WebAPI
import WebApp
import Work

/// The modules of the product over one installation: the only place that knows all of them.
package struct Modules: Sendable {
  let audit = AuditModule()
  let organization = OrganizationModule(owned: Self.owned)
  let identity: IdentityModule
  let documents: DocumentsModule
  let registers: RegistersModule
  let lists: ListsModule
  let incoming: IncomingDocumentsModule
  let drafts: DraftsModule
  let outgoing: OutgoingDocumentsModule
  let copies: CopiesModule
  let collections: ReportCollectionsModule
  let access = AccessModule(directory: Self.directory)
  let dossiers: DossiersModule
  let packages: DossierPackagesModule
  let plans: FilePlansModule
  let handovers: HandoversModule
  let archive: ArchiveModule
  let disposal: DisposalModule
  let papers: PaperStorageModule
  let search = SearchModule(directory: Self.directory)
  let notifications: NotificationsModule
  static let directory = RecordDirectory([
    IncomingDocumentSource(), WaitingPaperSource(), PacketSource(), DraftSource(), OutgoingDocumentSource(),
    DocumentCopySource(), ReportCollectionSource(), FilePlanSource(), DossierSource(), HandoverSource(),
    ArchiveTransferSource(),
    DisposalSource(),
  ])
  let reports: ReportsModule
  /// What commands that bring files in need.
  package let imports: ImportWork
  let transfer: TransferModule
  let log: AccessLog
  let vault: FileVault
  let tools: RecentToolInventory

  init(
    settings: Settings, database: any Database, vault: FileVault, runner: ToolRunner, clock: any WallClock,
    logger: Logger
  ) {
    self.vault = vault
    let fileBytesMax = Int64(settings.uploadMegabytesMax) << 20
    imports = ImportWork(database: database, vault: vault, runner: runner, fileBytesMax: fileBytesMax)
    transfer = TransferModule(work: imports)
    documents = DocumentsModule(vault: vault, runner: runner)
    tools = RecentToolInventory(runner: runner, clock: clock)
    log = AccessLog(database: database, clock: clock, logger: logger)
    identity = IdentityModule(
      passwords: PasswordHasher(), owned: Self.owned, recordLines: Self.recordLines, documentKinds: Self.documentKinds)
    registers = RegistersModule(
      contents: Self.bookContents, vault: vault, office: OfficeConversion(runner: runner))
    lists = ListsModule(
      catalogue: ListCatalogue(
        [
          IncomingDocumentRows(), OutgoingDocumentRows(), PostalBookRows(), SearchRows(directory: Self.directory),
        ] + ReportsModule.lists(Self.directory)), vault: vault,
      office: OfficeConversion(runner: runner))
    notifications = NotificationsModule(
      directory: Self.directory, courier: settings.mail.map { MailCourier(settings: $0, runner: runner) })
    incoming = IncomingDocumentsModule(
      vault: vault, runner: runner, log: log, fileBytesMax: fileBytesMax,
      others: [HeldDrafts(), HeldOutgoing(), HeldCopies()],
      desks: Self.desks,
      replies: IncomingReplies(
        book: OutgoingReplies(), drafts: [DraftsOfRecord(), AskedByOutgoing(), DossiersOfRecord()],
        directory: Self.directory,
        sheets: CollectedReports()),
      hasMorning: { ReportsAccess.scope(of: $0) != nil }, followers: [DestroyedCopies()])
    reports = ReportsModule(runner: runner, directory: Self.directory)
    drafts = DraftsModule(
      vault: vault, runner: runner, directory: Self.directory,
      related: [OutgoingDocumentOfDraft(), DossiersOfRecord()], log: log,
      fileBytesMax: fileBytesMax)
    outgoing = OutgoingDocumentsModule(
      vault: vault, runner: runner, log: log, fileBytesMax: fileBytesMax, sheets: CollectedReports())
    copies = CopiesModule(vault: vault, runner: runner, log: log)
    collections = ReportCollectionsModule(vault: vault, runner: runner)
    dossiers = DossiersModule(
      vault: vault, runner: runner, flows: Self.dossierFlows, log: log, fileBytesMax: fileBytesMax)
    packages = DossierPackagesModule(
      vault: vault, runner: runner, flows: Self.dossierFlows, fileBytesMax: fileBytesMax)
    plans = FilePlansModule(vault: vault, runner: runner)
    handovers = HandoversModule(owned: Self.owned, directory: Self.directory, runner: runner)
    archive = ArchiveModule(runner: runner, flows: Self.dossierFlows)
    papers = PaperStorageModule(runner: runner, publicAddress: settings.publicAddress)
    disposal = DisposalModule(
      vault: vault, runner: runner, matters: DisposedMatters.all, fileBytesMax: fileBytesMax)
  }

  /// What dossiers ask of the flows whose documents lie in them.
  static let dossierFlows = DossierFlows(
    directory: directory, matters: MattersOfFlows(), followers: [FiledByDossier(), OutgoingPages()],
    related: [DraftsOfRecord()], headFacts: [PaperHeadFact()],
    hasReport: { ReportsAccess.dossierScope(of: $0) != nil })

  /// What posts may own, of every domain: what is handed over when somebody leaves, and what keeps their posts and their
  /// account from being closed (HS-11).
  package static let owned = OwnedByPosts(
    HeldIncoming.owned + HeldOutgoing.owned + OwnedDrafts.kinds + HeldCopies.owned + [
      OwnedGivenWork(directory: directory), OwnedReservations(), OwnedCollections(), OwnedDossiers(), OwnedPlanLines(),
      OwnedDelegations(.given),
      OwnedDelegations(.received),
      OwnedFollows(RecordReference.incomingDocumentCode, directory: directory),
    ])

  private static let documentKinds: DocumentKinds = { transaction in
    try DocumentTypeStore(transaction).all().map { Delegation.Kind($0.key, $0.name) }
  }

  /// What waits beside the work items of «Việc của tôi».
  static let desks: [any MyWorkDesk] = [
    PacketDesk(), NumberingDesk(), IssuingDesk(), CopyNumberingDesk(),
    OutgoingQuarantineDesk(), OwnFileQuarantineDesk(), FilePlanDesk(), ArchiveDesk(), HoldDesk(), DueDossiersDesk(),
    RightsDesk(), LoanDesk(),
  ]

  /// Who tells what the lines of the books say.
  private static let bookContents = BookContents([
    RecordReference.incomingDocumentCode: IncomingRegisterContents(),
    RecordReference.outgoingDocumentCode: OutgoingRegisterContents(),
    RecordReference.documentCopyCode: CopyRegisterContents(),
  ])

  private static let recordLines: RecordLines = { records, actor, transaction in
    try directory.summaries(of: records, visibleTo: actor, in: transaction).mapValues { record in
      let label = record.notation.isEmpty || record.isWithheld ? record.number : "\(record.number), \(record.notation)"
      return RecordLine(label: label, path: record.path, isWithheld: record.isWithheld)
    }
  }

  /// In the order of the floors.
  var all: [any DomainModule] {
    [
      audit, organization, identity, documents, registers, lists, access, notifications, plans, dossiers, packages,
      incoming,
      drafts,
      outgoing, copies, collections, handovers, archive, disposal, papers, search,
      reports,
      transfer,
      OperationsModule(kinds: jobKinds(isExampleBody: false), tools: tools, vault: vault, notifications: notifications),
    ]
  }

  /// What programs can ask for.
  func apiOperations(with site: Site) -> [APIOperation] {
    let talking: [any APIModule] = [
      identity, documents, incoming, drafts, outgoing, copies, registers, search, organization,
    ]
    return talking.flatMap { $0.apiOperations(with: site) }
  }

  /// Every table of the product.
  package static let migrations: [Migration] =
    InstallationMigrations.all + WebAppMigrations.all + JobsMigrations.all + FileVaultMigrations.all
    + AuditModule().migrations + OrganizationMigrations.all + IdentityMigrations.all + DocumentsMigrations.all
    + TemplateMigrations.all
    + RegistersMigrations.all + SearchIndexMigrations.all + AccessMigrations.all + NotificationsMigrations.all
    + WorkMigrations.all + ExchangeMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all + DisposalMigrations.all
    + IncomingDocumentsModule.migrations + DraftMigrations.all + OutgoingDocumentsModule.migrations
    + CopyMigrations.all + ReportCollectionMigrations.all + ArchiveMigrations.all
    + PaperMigrations.all
    + ReportsModule.migrations
    + ListsMigrations.all + TransferMigrations.all + DossierPackageMigrations.all

  /// Every kind of background work.
  func jobKinds(isExampleBody: Bool) -> [any JobKind] {
    identity.jobKinds(isExampleBody: isExampleBody) + registers.jobKinds + lists.jobKinds
      + notifications.jobKinds + [RemindOfDeadlines(), ForgetReminders()]
      + incoming.jobKinds + drafts.jobKinds + outgoing.jobKinds + copies.jobKinds + handovers.jobKinds
      + dossiers.jobKinds + packages.jobKinds + archive.jobKinds + disposal.jobKinds + papers.jobKinds
      + transfer.jobKinds + [
        SealAuditJob(),
        ScrubVaultJob(vault: vault) { hash, damage, transaction in
          try Audit.recordSystem(.storedFileDamaged(hash: hash.text, damage: damage.label), in: transaction)
        },
        SweepVaultJob(vault: vault) { ids, transaction in
          try WaitingPaperStore(transaction).wantedForSweep(among: ids)
            .union(ImportBatchStore(transaction).wantedForSweep(among: ids))
        },
      ]
  }

  /// Every kind of record that search finds.
  package static let indexed: [any IndexedRecords] = [
    IndexedIncomingDocuments(), IndexedDrafts(), IndexedOutgoingDocuments(), IndexedCopies(), IndexedDossiers(),
  ]

  /// Long-running parts besides the web server and the jobs.
  var services: [any Service] { [AccessLogWriting(log: log)] }
}

/// Writes queued views and refused accesses until the server stops, then the last of them.
private struct AccessLogWriting: Service {
  let log: AccessLog

  func run() async throws {
    await cancelWhenGracefulShutdown { await log.run() }
    await log.flush()
  }
}
