import Audit
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
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
    let bytes = try await bytes(of: form, as: format)
    try await site.database.write {
      try Audit.record(.filePlanPrinted(".\(format.rawValue)"), on: .filePlan(form.plan.id), by: actor, in: $0)
    }
    let place = format == .pdf ? "inline" : "attachment"
    return Response(
      status: .ok,
      headers: [
        .contentType: format.contentType, .cacheControl: "private, no-store",
        .contentDisposition: "\(place); filename=\"danh-muc-ho-so-\(year).\(format.rawValue)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func bytes(of form: FilePlanPrint, as format: FilePlanPrint.Format) async throws -> [UInt8] {
    try await runner.withFolder { folder in
      let target = folder.appending(path: "plan.\(format.rawValue)")
      let office = OfficeConversion(runner: runner)
      switch format {
      case .pdf: try await office.write(form.printedForm, as: .pdf, to: target)
      case .docx: try await office.write(form.printedForm, as: .docx, to: target)
      case .xlsx: try form.writeSpreadsheet(to: target)
      }
      return [UInt8](try Data(contentsOf: target))
    }
  }
}
