import Access
import Database
import Hummingbird
import Jobs
import Kernel
import Markup
import WebApp

/// What people are told: in the product, and by e-mail as far as they want it.
package struct NotificationsModule: DomainModule {
  private let directory: RecordDirectory
  private let courier: MailCourier?

  /// - Parameters:
  ///   - directory: tells what notifications speak of; filled with every domain that tells.
  ///   - courier: carries letters; nil when this installation sends none.
  package init(directory: RecordDirectory, courier: MailCourier?) {
    self.directory = directory
    self.courier = courier
  }

  package var migrations: [Migration] { NotificationsMigrations.all }

  package var jobKinds: [any JobKind] {
    let always: [any JobKind] = [ForgetNotifications(), ForgetMails(), GatherMails(settings: courier?.settings)]
    guard let courier else { return always }
    return always + [SendMails(courier: courier), DailyDigest(settings: courier.settings)]
  }

  /// How e-mail stands, for the health page.
  package func mailHealthForOperations(in transaction: any Transaction) throws -> MailHealth {
    var health = try MailStore(transaction).healthForOperations()
    health.server = courier.map { "\($0.settings.host):\($0.settings.port)" }
    health.trouble = courier?.settings.trouble
    return health
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    NotificationRoutes(site: site, directory: directory).add(to: routes)
    PreferenceRoutes(site: site, domain: courier?.settings.domain).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { NotificationsExamples.all }
}
