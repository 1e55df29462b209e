import Database
import Documents
import FileVault
import Hummingbird
import Papers
import WebApp

/// Plans of dossiers (danh mục hồ sơ) and tables of retention (bảng thời hạn lưu trữ).
package struct FilePlansModule: DomainModule {
  private let vault: FileVault
  private let runner: ToolRunner

  package init(vault: FileVault, runner: ToolRunner) {
    self.vault = vault
    self.runner = runner
  }

  /// A table of a plan is small; what is larger is something else.
  private static let fileBytesMax: Int64 = 10 << 20

  package var migrations: [Migration] { FilePlanMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    FilePlanPrintRoutes(site: site, runner: runner).add(to: routes)
    FilePlanFormRoutes(site: site).add(to: routes)
    FilePlanRoutes(site: site).add(to: routes)
    CopyFilePlanRoutes(site: site).add(to: routes)
    let desk = UploadDesk(vault: vault, runner: runner, limits: .init(fileBytesMax: Self.fileBytesMax, filesMax: 1))
    PlanImportRoutes(site: site, desk: desk).add(to: routes)
    RetentionRoutes(site: site).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] {
    FilePlanExamples.all + PlanImportExamples.all + RetentionExamples.all
  }
}
