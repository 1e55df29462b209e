import Access
import Database
import Documents
import FileVault
import Hummingbird
import Papers
import WebApp

/// Drafts (dự thảo): writing, checking, signing.
package struct DraftsModule: DomainModule {
  private let vault: FileVault
  private let runner: ToolRunner
  private let directory: RecordDirectory
  private let fileBytesMax: Int64

  /// - Parameters:
  ///   - directory: tells what the records say that drafts answer.
  ///   - fileBytesMax: the largest file that is taken in.
  package init(vault: FileVault, runner: ToolRunner, directory: RecordDirectory, fileBytesMax: Int64 = 200 << 20) {
    self.vault = vault
    self.runner = runner
    self.directory = directory
    self.fileBytesMax = fileBytesMax
  }

  package var migrations: [Migration] { DraftMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: fileBytesMax))
    DraftRoutes(site: site, desk: desk, directory: directory).add(to: routes)
    DraftRulesRoutes(site: site).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] {
    DraftExamples.all + DraftRuleExamples.all + OpinionExamples.all + DraftDifferenceExamples.all
  }
}
