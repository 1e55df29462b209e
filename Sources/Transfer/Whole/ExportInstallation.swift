import Audit
import Crypto
import Database
import FileVault
import Foundation
import Kernel
import Registers

/// Writes an installation in the open form (kết xuất toàn bộ): a file of JSON lines for each kind, the files by their
/// hash, and a manifest. The same content always gives the same bytes.
package struct ExportInstallation: Sendable {
  /// What was written.
  package struct Outcome: Sendable, Equatable {
    package var rows = 0
    package var documents = 0
    package var files = 0
    package var bytes: Int64 = 0
  }

  private static let batchRows = 500

  package var folder: URL

  package init(to folder: URL) { self.folder = folder }

  /// Blocking. Everything is read in one snapshot, beside a running server. `progress` gets rows, then files written.
  package func run(
    _ database: any Database, _ vault: FileVault, progress: (_ done: Int) -> Void
  ) throws -> Outcome {
    try prepareFolder()
    return try database.readNow { transaction in
      let store = OpenTableStore(transaction)
      let withheld = try store.quarantinedCount()
      guard withheld == 0 else {
        throw Refusal(
          .conflict,
          "Còn \(withheld) văn bản đang niêm giữ vì nghi có dấu mật; xử lý xong việc niêm giữ rồi mới kết xuất.")
      }
      var outcome = Outcome()
      var manifest = OpenManifest()
      for kind in ExportedKind.all {
        let entry = try write(kind, store) {
          progress(outcome.rows + $0)
        }
        manifest.kinds.append(entry)
        outcome.rows += entry.rows
        if kind.name == ExportedKind.documentsName { outcome.documents = entry.rows }
      }
      try writeFiles(store, vault, &outcome, progress)
      manifest.fileCount = outcome.files
      manifest.fileBytes = outcome.bytes
      // Last: a folder without it is an export that did not end.
      try manifest.data().write(to: folder.appending(path: OpenManifest.fileName))
      return outcome
    }
  }

  /// Writes down that everything was taken out.
  package static func record(in transaction: any Transaction) throws {
    try Audit.recordSystem(.installationExported, in: transaction)
  }

  private func prepareFolder() throws {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard try files.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).isEmpty else {
      throw Refusal(.conflict, "Thư mục «\(folder.lastPathComponent)» không trống. Kết xuất vào một thư mục mới.")
    }
  }

  private func write(
    _ kind: ExportedKind, _ store: OpenTableStore, _ progress: (Int) -> Void
  ) throws -> OpenManifest.Kind {
    let file = folder.appending(path: kind.fileName)
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    var digest = SHA256()
    var count = 0
    let more = try MoreOfDocuments(kind, store)
    try store.read(kind, batch: Self.batchRows) { rows in
      let additions = try more?.additions(to: rows) ?? []
      var text = ""
      for (index, row) in rows.enumerated() {
        let fields = try kind.fields.map { field in
          (field.name, field.outer(try row.find(field.column, as: SQLValue.self) ?? .null))
        }
        text += OpenLine.text(fields, more: additions.isEmpty ? [] : additions[index])
      }
      let bytes = Data(text.utf8)
      digest.update(data: bytes)
      try handle.write(contentsOf: bytes)
      count += rows.count
      progress(count)
    }
    return OpenManifest.Kind(name: kind.name, rows: count, sha256: digest.finalize().hexText)
  }

  /// Copies every stored file that documents name, and hashes each on its way.
  private func writeFiles(
    _ store: OpenTableStore, _ vault: FileVault, _ outcome: inout Outcome, _ progress: (Int) -> Void
  ) throws {
    guard let kind = ExportedKind.all.first(where: { $0.table == "stored_files" }) else { return }
    try store.read(kind, batch: Self.batchRows) { rows in
      for row in rows {
        let hash: FileHash = try row.get("hash")
        try copy(hash, vault)
        outcome.files += 1
        outcome.bytes += try row.get("bytes", as: Int64.self)
      }
      progress(outcome.rows + outcome.files)
    }
  }

  private func copy(_ hash: FileHash, _ vault: FileVault) throws {
    let target = folder.appending(path: OpenManifest.path(of: hash))
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    if let damage = try vault.rehash(hash) {
      throw Refusal(
        .conflict, "Tệp \(hash.text) trong kho: \(damage.label). Khôi phục từ bản sao lưu rồi kết xuất lại.")
    }
    try FileManager.default.copyItem(at: vault.url(of: hash), to: target)
  }
}

/// What lines of documents say besides their columns, for readers who bring them into another book: the type and a further
/// book by name, the paths of their files.
private struct MoreOfDocuments {
  private let store: OpenTableStore
  private let types: [String: String]
  private let books: [Int64: String]

  init?(_ kind: ExportedKind, _ store: OpenTableStore) throws {
    guard kind.name == ExportedKind.documentsName else { return nil }
    self.store = store
    types = try store.typeNames()
    books = try store.furtherBookNames(besides: RegisterKind.incoming.bookName)
  }

  func additions(to rows: [Row]) throws -> [[String]] {
    let files = try store.filePaths(of: rows.map { try $0.get("id") })
    return try rows.map { row in
      var parts: [String] = []
      if let type = types[try row.get("type_key")] { parts.append("\"TypeName\":\(OpenLine.quoted(type))") }
      if let book = books[try row.get("register_id")] { parts.append("\"BookName\":\(OpenLine.quoted(book))") }
      let own = try files[row.get("id")] ?? []
      guard !own.isEmpty else { return parts }
      let list = own.compactMap { name, hash in
        FileHash(hash).map {
          "{\"Name\":\(OpenLine.quoted(name)),\"Path\":\(OpenLine.quoted(OpenManifest.path(of: $0)))}"
        }
      }
      return parts + ["\"Files\":[\(list.joined(separator: ","))]"]
    }
  }
}

extension SHA256Digest {
  var hexText: String { map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined() }
}
