import Database
import FileVault
import Hummingbird
import Jobs
import Notifications
import WebApp

/// Background jobs and the vault as administrators see them.
struct OperationsModule: DomainModule {
  /// What to do when a kind of job fails, by its code.
  let remedies: [String: String]
  let tools: RecentToolInventory
  let vault: FileVault
  let notifications: NotificationsModule

  init(
    kinds: [any JobKind], tools: RecentToolInventory, vault: FileVault, notifications: NotificationsModule
  ) {
    self.notifications = notifications
    self.tools = tools
    self.vault = vault
    remedies = Dictionary(
      kinds.map { (type(of: $0).code, type(of: $0).remedy) }, uniquingKeysWith: { one, _ in one })
  }

  var migrations: [Migration] { JobsMigrations.all + FileVaultMigrations.all }

  func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    OperationsRoutes(site: site, remedies: remedies).add(to: routes)
    SystemHealthRoutes(site: site, tools: tools, vault: vault, notifications: notifications).add(to: routes)
  }

  var galleryExamples: [GalleryExample] {
    OperationsExamples.all + SystemHealthExamples.all + WebAppExamples.all + [ProgrammingPage.example]
  }
}
