import FileVault
import HTTPTypes
import Hummingbird
import Papers
import WebApp

/// Answers with a file of the vault exactly as it was kept, for a browser to save under its name. Who may have it is
/// asked before, and that it was had is written down before.
package enum FileDownload {
  /// Throws as `FileVault.open`.
  package static func answer(
    _ hash: FileHash, kind: FileKind, name: String, from vault: FileVault, _ context: WebContext
  ) async throws -> Response {
    let content = try await vault.open(hash)
    return Response(
      status: .ok,
      headers: [
        .contentType: kind.mediaType, .contentDisposition: FileAnswer.attachment(named: name),
        .cacheControl: "private, no-cache",
      ], body: context.streamed(content.pieces(), bytes: content.bytes))
  }
}
