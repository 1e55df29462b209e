import Audit
import Database
import Documents
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Papers
import WebApp

/// HTTP of the files of drafts: the file itself, its pages, its PDF.
struct DraftFileRoutes: Sendable {
  let site: Site
  let reader: PaperReader

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tep-du-thao/:file", use: download)
    routes.get("tep-du-thao/:file/pdf", use: pdf)
    routes.get("tep-du-thao/:file/trang/:page", use: pageImage)
  }

  private func find(_ context: WebContext) async throws -> DraftFile {
    let actor = try context.requireActor()
    let id: DraftFile.ID = try context.requireID("file")
    return try await site.database.read { try DraftVersionStore($0).file(id, visibleTo: actor) }
  }

  @Sendable private func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let file = try await find(context)
    return try await PageImages(reader: reader).answer(file.hash, kind: file.kind, request, context)
  }

  /// The file exactly as it was put there. The download is written down before the bytes go.
  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let (file, actor) = (try await find(context), try context.requireActor())
    try await note(file, by: actor)
    return try await FileDownload.answer(file.hash, kind: file.kind, name: file.name, from: reader.vault, context)
  }

  /// As it prints.
  @Sendable private func pdf(_ request: Request, _ context: WebContext) async throws -> Response {
    let (file, actor) = (try await find(context), try context.requireActor())
    guard file.kind.isShown else { throw Refusal(.notFound, "Tệp này không có bản PDF.") }
    try await note(file, by: actor)
    let view = try await reader.view(of: reader.vault.url(of: file.hash), kind: file.kind, hash: file.hash)
    let bytes = [UInt8](try Data(contentsOf: view))
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf", .cacheControl: "no-store",
        .contentDisposition: "inline; filename=\"du-thao-\(file.draft).pdf\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func note(_ file: DraftFile, by actor: Actor) async throws {
    try await site.database.write {
      try Audit.record(.draftDownloaded(file.name), on: .draft(file.draft), by: actor, in: $0)
    }
  }
}
