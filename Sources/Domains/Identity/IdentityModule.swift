import Database
import Hummingbird
import Jobs
import Kernel
import Organization
import WebAPI
import WebApp

/// Accounts, sessions, signing in.
package struct IdentityModule: DomainModule, APIModule {
  package let passwords: PasswordHasher
  package let settings: IdentitySettings
  private let recordLines: RecordLines
  private let documentKinds: DocumentKinds
  private let owned: OwnedByPosts

  /// One `passwords` for the whole process: it has one thread. `recordLines` tells what stand-ins worked on,
  /// `documentKinds` to what a lent post may be kept, `owned` what posts may own.
  package init(
    passwords: PasswordHasher, owned: OwnedByPosts, settings: IdentitySettings = IdentitySettings(),
    recordLines: @escaping RecordLines = { _, _, _ in [:] },
    documentKinds: @escaping DocumentKinds = { _ in [] }
  ) {
    self.documentKinds = documentKinds
    self.owned = owned
    self.passwords = passwords
    self.settings = settings
    self.recordLines = recordLines
  }

  package var migrations: [Migration] { IdentityMigrations.all }

  /// Tells every request who is signed in; stands before `FormMiddleware`.
  package var sessionMiddleware: SessionMiddleware { SessionMiddleware(settings: settings, passwords: passwords) }

  /// Kinds of background work. In the example body nobody's account is locked for not being used.
  package func jobKinds(isExampleBody: Bool) -> [any JobKind] {
    var settings = settings
    if isExampleBody { settings.unusedDaysMax = nil }
    return [LockUnusedAccounts(settings: settings)]
  }

  package func addPublicRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    SignInRoutes(site: site, passwords: passwords).addPublic(to: routes)
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    SignInRoutes(site: site, passwords: passwords).add(to: routes)
    MyAccountRoutes(site: site, passwords: passwords).add(to: routes)
    APITokenRoutes(site: site).add(to: routes)
    DelegationRoutes(site: site, recordLines: recordLines, documentKinds: documentKinds).add(to: routes)
    AccountRoutes(site: site, passwords: passwords, owned: owned).add(to: routes)
  }

  package func apiOperations(with site: Site) -> [APIOperation] { TokenAPIRoutes.operations() }

  package var galleryExamples: [GalleryExample] { IdentityGallery.examples }
}
