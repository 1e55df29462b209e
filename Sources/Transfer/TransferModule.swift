import Database
import FileVault
import Hummingbird
import Jobs
import WebApp

/// What comes in from outside and goes out whole: old books, the body's structure, exports in the open form.
package struct TransferModule: DomainModule {
  private let work: OldBookWork

  package init(work: OldBookWork) { self.work = work }

  package var migrations: [Migration] { TransferMigrations.all }

  package var jobKinds: [any JobKind] {
    [CheckOldBookJob(work: work), EnterOldBookJob(work: work), ForgetOldBookUploads(vault: work.vault)]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    OldBookRoutes(site: site, work: work).add(to: routes)
    ImportOrganizationRoutes(site: site, work: work).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { OldBookExamples.all + ImportOrganizationExamples.all }
}
