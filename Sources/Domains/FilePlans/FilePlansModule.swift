import Database
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

  package var migrations: [Migration] { FilePlanMigrations.all }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
  }
}
