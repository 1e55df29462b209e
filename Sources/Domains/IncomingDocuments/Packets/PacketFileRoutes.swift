import Audit
import Database
import Documents
import Exchange
import FileVault
import Hummingbird
import Kernel
import WebApp

/// The files of what was sent to the agency.
enum PacketFileAnswer {
  /// One file of a packet in the actor's intake.
  static func find(
    _ position: Int, of id: Packet.ID, by actor: Actor, in database: any Database
  ) async throws -> IssuedContent.File {
    let content = try await database.read { transaction in
      let store = PacketStore(transaction)
      return try store.content(of: store.find(id, visibleTo: actor))
    }
    guard let file = content.files.first(where: { $0.position == position }) else {
      throw Refusal(.notFound, "Không tìm thấy tệp.")
    }
    return file
  }

  /// The file exactly as it was issued. The download is written down before the bytes go.
  static func answer(
    _ position: Int, of id: Packet.ID, from vault: FileVault, by actor: Actor, in database: any Database,
    _ context: WebContext
  ) async throws -> Response {
    let file = try await find(position, of: id, by: actor, in: database)
    try await database.write {
      try Audit.record(.incomingDownloaded(file.name), on: .packet(id), by: actor, in: $0)
    }
    return try await FileDownload.answer(file.stored.hash, kind: file.kind, name: file.name, from: vault, context)
  }
}
