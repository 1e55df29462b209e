import Access
import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Jobs
import Papers
import WebAPI
import WebApp

/// Drafts (dự thảo): writing, checking, signing.
package struct DraftsModule: DomainModule, APIModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let directory: RecordDirectory
  private let log: AccessLog
  private let fileBytesMax: Int64
  private let related: [any RelatedRecords]

  /// - Parameters:
  ///   - directory: tells what the records say that drafts answer.
  ///   - related: modules above that know what a draft became.
  ///   - log: keeps who looked at a draft (PL6-51).
  ///   - fileBytesMax: the largest file that is taken in.
  package init(
    vault: FileVault, runner: ToolRunner, directory: RecordDirectory, related: [any RelatedRecords] = [],
    log: AccessLog, fileBytesMax: Int64 = 200 << 20
  ) {
    self.related = related
    self.vault = vault
    self.runner = runner
    self.directory = directory
    self.log = log
    self.fileBytesMax = fileBytesMax
  }

  package var migrations: [Migration] { DraftMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax))
    DraftRoutes(site: site, desk: desk, directory: directory, log: log, related: related).add(to: routes)
    DraftRulesRoutes(site: site).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] {
    DraftAPIRoutes(desk: UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax)), log: log)
      .operations()
  }

  /// Background work of this module.
  package var jobKinds: [any JobKind] { [CheckDraftFormJob(vault: vault)] }

  package var galleryExamples: [GalleryExample] {
    DraftExamples.all + DraftRuleExamples.all + OpinionExamples.all + DraftDifferenceExamples.all
  }
}
