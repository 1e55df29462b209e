import Audit
import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Papers
import WebApp

/// HTTP of scanned handwriting: its pages, and the file.
struct HandwritingRoutes: Sendable {
  let site: Site
  let reader: PaperReader

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("but-tich/:directive/trang/:page", use: pageImage)
    routes.get("but-tich/:directive", use: download)
  }

  @Sendable private func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let file = try await find(context)
    return try await PageImages(reader: reader).answer(file.stored.hash, kind: file.kind, request, context)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let (file, actor) = (try await find(context), try context.requireActor())
    try await site.database.write {
      try Audit.record(.incomingDownloaded(file.name), on: .incomingDocument(file.document), by: actor, in: $0)
    }
    return try await FileDownload.answer(
      file.stored.hash, kind: file.kind, name: file.name, from: reader.vault, context)
  }

  private func find(_ context: WebContext) async throws -> Handwriting {
    let actor = try context.requireActor()
    let id: Directive.ID = try context.requireID("directive")
    return try await site.database.read { try HandwritingStore($0).find(id, visibleTo: actor) }
  }
}
