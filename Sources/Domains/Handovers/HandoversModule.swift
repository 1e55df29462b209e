import Access
import Database
import Hummingbird
import Jobs
import Organization
import Papers
import WebApp

/// Handing everything over when a person leaves or moves (HS-11).
package struct HandoversModule: DomainModule {
  private let owned: OwnedByPosts
  private let directory: RecordDirectory
  private let runner: ToolRunner

  /// `owned`: what posts may own, of every domain; `directory` tells what is withheld.
  package init(owned: OwnedByPosts, directory: RecordDirectory, runner: ToolRunner) {
    self.owned = owned
    self.directory = directory
    self.runner = runner
  }

  /// Its tables lie with work.
  package var migrations: [Migration] { [] }

  package var jobKinds: [any JobKind] { [RunHandoverJob(owned: owned)] }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    HandoverRoutes(site: site, owned: owned, directory: directory, runner: runner).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] { HandoverExamples.all }
}
