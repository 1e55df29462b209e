import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Papers
import WebApp

/// Page images of received files, drawn when first asked for and kept in the cache that may be deleted.
package struct PageImages: Sendable {
  let reader: PaperReader

  package init(reader: PaperReader) { self.reader = reader }

  /// The image of the page that the address names, small when it asks for that, of a file that the vault keeps.
  package func answer(
    _ hash: FileHash, kind: FileKind, _ request: Request, _ context: WebContext
  ) async throws -> Response {
    try await answer(
      reader.vault.url(of: hash), kind: kind, hash: hash, page: context.parameters.get("page", as: Int.self) ?? 0,
      isSmall: Form(urlEncoded: request.uri.query ?? "").isOn("nho"), context)
  }

  /// The image of one page. Refuses what is no page, and what no tool can draw.
  package func answer(
    _ file: URL, kind: FileKind, hash: FileHash, page: Int, isSmall: Bool, _ context: WebContext
  ) async throws -> Response {
    guard (1...PDFTool.pagesMax).contains(page) else { throw Self.noPage }
    let name = "trang-\(page)\(isSmall ? "-nho" : "").jpg"
    if let cached = try await reader.vault.openDerivative(of: hash, name: name) {
      return Response(
        status: .ok, headers: Self.headers, body: context.streamed(cached.pieces(), bytes: cached.bytes))
    }
    do {
      let view = try await reader.view(of: file, kind: kind, hash: hash)
      let image = try await PDFTool(runner: reader.runner).image(
        of: view, page: page, style: isSmall ? .thumbnail : .screen)
      try await reader.vault.keepDerivative(Data(image), of: hash, name: name)
      return Response(
        status: .ok, headers: Self.headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: image)))
    } catch is any FileTrouble {
      throw Self.noPage
    }
  }

  private static let noPage = Refusal(.notFound, "Tệp không có trang này hoặc không đọc được.")

  /// The address carries the version, so an image may be kept by the browser of this person.
  private static let headers: HTTPFields = [.contentType: "image/jpeg", .cacheControl: "private, max-age=86400"]
}
