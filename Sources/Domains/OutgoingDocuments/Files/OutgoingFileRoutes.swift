import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import WebApp

/// The bytes of a file of an outgoing document.
enum OutgoingFileAnswer {
  /// The file exactly as it was taken in. The download is written down before the bytes go.
  static func answer(
    _ id: OutgoingFile.ID, from vault: FileVault, by actor: Actor, in database: any Database, _ context: WebContext
  ) async throws -> Response {
    let file = try await database.read { try OutgoingFileStore($0).find(id, visibleTo: actor) }
    try await database.write {
      try Audit.record(.outgoingDownloaded(file.name), on: .outgoingDocument(file.document), by: actor, in: $0)
    }
    return try await FileDownload.answer(file.hash, kind: file.kind, name: file.name, from: vault, context)
  }
}
