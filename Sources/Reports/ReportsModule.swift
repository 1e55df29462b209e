import Access
import Database
import Hummingbird
import Lists
import Papers
import WebApp

/// Báo cáo: where open work waits, how it was done, how long each step took, and what a person gave to others.
package struct ReportsModule: DomainModule {
  private let runner: ToolRunner
  private let directory: RecordDirectory

  package init(runner: ToolRunner, directory: RecordDirectory) {
    self.runner = runner
    self.directory = directory
  }

  package static let migrations = ReportsMigrations.all

  package var migrations: [Migration] { Self.migrations }

  /// What can be taken along as files.
  package static func lists(_ directory: RecordDirectory) -> [any ShownList] {
    [
      HandlingReportList(), FollowUpList(), OutgoingReportList(), StepTimesList(), DossierReportList(),
      AccessReportList(), AccessedRecordsList(directory: directory),
    ]
  }

  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {
    ReportsRoutes(site: site, directory: directory).add(to: routes)
    FollowUpPrintRoutes(site: site, runner: runner).add(to: routes)
  }

  package var galleryExamples: [GalleryExample] {
    ReportsExamples.all + OutgoingReportExamples.all + DossierReportExamples.all
      + AccessReportExamples.all
  }
}
