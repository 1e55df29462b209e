import Database
import Documents
import FileVault
import Hummingbird
import Papers
import WebApp

/// Collections of reports (thu báo cáo): numbers and texts asked of many, filled in, merged.
package struct ReportCollectionsModule: DomainModule {
  private let vault: FileVault
  private let runner: ToolRunner

  package init(vault: FileVault, runner: ToolRunner) {
    self.vault = vault
    self.runner = runner
  }

  /// A sheet of values is small; what is larger is something else.
  private static let fileBytesMax: Int64 = 10 << 20

  package var migrations: [Migration] { ReportCollectionMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: Self.fileBytesMax, filesMax: 1))
    CollectionFormRoutes(site: site, desk: desk).add(to: routes)
    SheetAnswerRoutes(site: site, desk: desk).add(to: routes)
    ReportCollectionRoutes(site: site, runner: runner).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { ReportCollectionExamples.all }
}
