import Database
import FileVault
import Hummingbird
import Jobs
import WebApp

/// What comes in from outside and goes out whole: old books, the body's structure, exports in the open form.
package struct TransferModule: DomainModule {
  private let work: ImportWork

  package init(work: ImportWork) { self.work = work }

  package var migrations: [Migration] { TransferMigrations.all }

  package var jobKinds: [any JobKind] {
    [
      CheckOldBookJob(work: work), EnterOldBookJob(work: work), CheckOrganizationJob(work: work),
      EnterOrganizationJob(work: work), ForgetImportUploads(vault: work.vault),
    ]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    for kind in ImportBatch.Kind.allCases { ImportRoutes(site: site, work: work, kind: kind).add(to: routes) }
    OrganizationTemplateRoutes(work: work).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { OldBookExamples.all + OrganizationImportExamples.all }
}
