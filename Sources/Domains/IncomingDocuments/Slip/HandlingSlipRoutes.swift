import Audit
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Papers
import WebApp

/// HTTP of the handling slip: one page, made in a second, so no job.
struct HandlingSlipRoutes: Sendable {
  let site: Site
  let runner: ToolRunner

  private static let formats: [(name: String, label: String, format: OfficeConversion.Format, type: String)] = [
    ("pdf", "In (PDF)", .pdf, "application/pdf"),
    (
      "docx", "Word (.docx)", .docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    ("doc", "Word (.doc)", .doc, "application/msword"),
  ]

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/:id/phieu", use: page)
    routes.get("van-ban-den/:id/phieu/:format", use: file)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    let page = HandlingSlipPage(
      slip: try await slip(id, context), documentPath: IncomingDocumentPaths.show(id),
      files: Self.formats.map { ($0.label, "\(IncomingDocumentPaths.slip(id))/\($0.name)") })
    return context.page(Page(title: HandlingSlip.title, room: .incoming, main: page.html, keys: HandlingSlipPage.keys))
  }

  /// Taking it along is written down before the bytes go.
  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    let actor = try context.requireActor()
    guard let wanted = Self.formats.first(where: { $0.name == context.parameters.get("format") }) else {
      throw Refusal(.notFound, "Phiếu chỉ có dạng PDF và Word.")
    }
    let slip = try await slip(id, context)
    let bytes = try await runner.withFolder { folder in
      let target = folder.appending(path: "slip.\(wanted.name)")
      try await OfficeConversion(runner: runner).write(slip.printedForm, as: wanted.format, to: target)
      return [UInt8](try Data(contentsOf: target))
    }
    try await site.database.write {
      try Audit.record(.incomingSlipPrinted, on: .incomingDocument(id), by: actor, in: $0)
    }
    let place = wanted.format == .pdf ? "inline" : "attachment"
    return Response(
      status: .ok,
      headers: [
        .contentType: wanted.type, .cacheControl: "private, no-store",
        .contentDisposition: "\(place); filename=\"phieu-giai-quyet-\(slip.arrivalNumber).\(wanted.name)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func slip(_ id: IncomingDocument.ID, _ context: WebContext) async throws -> HandlingSlip {
    let actor = try context.requireActor()
    let systemName = site.systemName
    return try await site.database.read {
      try HandlingSlipScreen.read(id, systemName: systemName, by: actor, in: $0)
    }
  }
}
