import Audit
import Database
import Documents
import Hummingbird
import Kernel
import Papers
import WebApp

/// The plan as a file. That it was taken along is written down before the bytes go.
struct FilePlanPrintRoutes: Sendable {
  let site: Site
  let runner: ToolRunner

  func add(to routes: RouterGroup<WebContext>) {
    for format in FilePlanPrint.Format.allCases {
      routes.get(RouterPath("ho-so/danh-muc/:year/danh-muc-ho-so.\(format.rawValue)")) { _, context in
        try await file(format, context)
      }
    }
  }

  private func file(_ format: FilePlanPrint.Format, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let year = try context.requireYear()
    let systemName = site.systemName
    let form = try await site.database.read {
      try FilePlanPrint.read(year: year, systemName: systemName, by: actor, in: $0)
    }
    try await site.database.write {
      try Audit.record(.filePlanPrinted(".\(format.rawValue)"), on: .filePlan(form.plan.id), by: actor, in: $0)
    }
    return try await PrintedFile(named: "danh-muc-ho-so-\(year)", runner)
      .answer(form.printedForm, as: format.rawValue) { try form.writeSpreadsheet(to: $0) }
  }
}
