import Audit
import Database
import Documents
import FileVault
import Foundation
import Hummingbird
import Kernel
import Papers
import WebApp

/// The made file of a copy.
enum CopyFileAnswer {
  /// The copy with its file, or the refusal of what is not made.
  static func find(
    _ id: DocumentCopy.ID, by actor: Actor, in database: any Database
  ) async throws -> (ShownCopy, CopyFile) {
    let shown = try await database.read { try ShownCopy.read(id, by: actor, in: $0) }
    guard let file = shown.copy.file else { throw Refusal(.notFound, "Bản sao chưa có tệp.") }
    return (shown, file)
  }

  /// To be printed or sent. The download is written down before the bytes go.
  static func answer(
    _ id: DocumentCopy.ID, from vault: FileVault, by actor: Actor, in database: any Database, _ context: WebContext
  ) async throws -> Response {
    let (shown, file) = try await find(id, by: actor, in: database)
    try await database.write { try Audit.record(.copyDownloaded, on: .documentCopy(id), by: actor, in: $0) }
    let code = shown.copy.codeText(abbreviation: shown.abbreviation).replacingOccurrences(of: "/", with: "-")
    return try await FileDownload.answer(
      file.hash, kind: FileKind.pdf, name: "ban-sao-\(code).pdf", from: vault, context)
  }
}
