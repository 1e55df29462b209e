import Access
import Audit
import Crypto
import Database
import Documents
import FileVault
import Foundation
import IncomingDocuments
import Kernel

/// Brings a whole export of the open form into an empty installation: the same keys, numbers and times.
package struct ImportInstallation: Sendable {
  /// What came in.
  package struct Outcome: Sendable, Equatable {
    package var rows = 0
    package var documents = 0
    package var files = 0
  }

  private static let batchRows = 100

  package var folder: URL

  package init(from folder: URL) { self.folder = folder }

  /// `progress` gets rows written, of how many.
  package func run(
    _ database: any Database, _ vault: FileVault, progress: @Sendable (_ done: Int, _ total: Int) -> Void
  ) async throws -> Outcome {
    let manifest = try OpenManifest.read(in: folder)
    try await refuseUnlessEmpty(database)
    for kind in manifest.kinds { try prove(kind) }
    var outcome = Outcome()
    let total = manifest.kinds.reduce(0) { $0 + $1.rows } + manifest.fileCount
    outcome.files = try await keepFiles(vault) { progress($0, total) }
    for (kind, promised) in zip(ExportedKind.all, manifest.kinds) {
      let before = outcome.rows + outcome.files
      let count = try await fill(kind, database) { progress(before + $0, total) }
      guard count == promised.rows else { throw Self.broken(kind.fileName) }
      outcome.rows += count
      if kind.name == ExportedKind.documentsName { outcome.documents = count }
    }
    try await database.write { [outcome] transaction in
      try OutsideAgencyStore(transaction).rebuildWords()
      try Audit.recordSystem(.installationImported(documents: outcome.documents), in: transaction)
    }
    _ = try await IndexCheck([IndexedIncomingDocuments()], of: database).run(isMending: true) { _, _ in }
    return outcome
  }

  private func refuseUnlessEmpty(_ database: any Database) async throws {
    let isEmpty = try await database.read { try OpenTableStore($0).isEmpty(ExportedKind.all) }
    guard isEmpty else {
      throw Refusal(.conflict, "Hệ thống này đã có dữ liệu; bản kết xuất chỉ nạp vào một thư mục dữ liệu mới.")
    }
  }

  /// Refuses a file that is not as it was written.
  private func prove(_ kind: OpenManifest.Kind) throws {
    let handle = try FileHandle(forReadingFrom: folder.appending(path: "\(kind.name).jsonl"))
    defer { try? handle.close() }
    var digest = SHA256()
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { digest.update(data: piece) }
    guard digest.finalize().hexText == kind.sha256 else { throw Self.broken("\(kind.name).jsonl") }
  }

  private static func broken(_ name: String) -> Refusal {
    Refusal(.invalid, "«\(name)» không khớp với manifest: bản kết xuất bị sửa hoặc chép thiếu.")
  }

  /// Files first: no row without its file.
  private func keepFiles(_ vault: FileVault, _ progress: (Int) -> Void) async throws -> Int {
    var count = 0
    var reader = try RecordReader(folder.appending(path: "stored-files.jsonl"), delimiter: nil)
    defer { reader.close() }
    while let record = try reader.record() {
      guard !record.bytes.isEmpty else { continue }
      guard let text = FlatJSON.values(of: record.bytes)?["Sha256"], let hash = FileHash(text) else {
        throw Self.broken("stored-files.jsonl")
      }
      let file = folder.appending(path: OpenManifest.path(of: hash))
      let staged = try await vault.receive(FilePieces(file: file), bytesMax: .max)
      guard staged.hash == hash else {
        try await vault.discard(staged)
        throw Self.broken(OpenManifest.path(of: hash))
      }
      try await vault.keep(staged)
      try await vault.discard(staged)
      count += 1
      progress(count)
    }
    return count
  }

  private func fill(_ kind: ExportedKind, _ database: any Database, _ progress: (Int) -> Void) async throws -> Int {
    var reader = try RecordReader(folder.appending(path: kind.fileName), delimiter: nil)
    defer { reader.close() }
    var count = 0
    var waiting: [[SQLValue]] = []
    var links: [(SQLValue, SQLValue)] = []
    while let record = try reader.record() {
      guard !record.bytes.isEmpty else { continue }
      var row = try values(of: record.bytes, kind)
      if let own = kind.ownReference, let place = kind.fields.firstIndex(where: { $0.column == own }),
        row[place] != .null
      {
        links.append((row[0], row[place]))
        row[place] = .null
      }
      waiting.append(row)
      if waiting.count == Self.batchRows {
        try await flush(&waiting, of: kind, database)
        progress(count)
      }
      count += 1
    }
    try await flush(&waiting, of: kind, database)
    if let own = kind.ownReference, !links.isEmpty {
      try await database.write { [links] transaction in
        for (id, other) in links { try OpenTableStore(transaction).link(id, to: other, of: kind, column: own) }
      }
    }
    return count
  }

  private func flush(_ rows: inout [[SQLValue]], of kind: ExportedKind, _ database: any Database) async throws {
    try await database.write { [rows] in try OpenTableStore($0).add(rows, to: kind) }
    rows = []
  }

  private func values(of bytes: [UInt8], _ kind: ExportedKind) throws -> [SQLValue] {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw Self.broken(kind.fileName)
    }
    return try kind.fields.map { field in
      let path = field.name.split(separator: ".", maxSplits: 1).map(String.init)
      let value = path.count == 1 ? object[path[0]] : (object[path[0]] as? [String: Any])?[path[1]]
      guard let inner = field.inner(value) else { throw Self.broken(kind.fileName) }
      return inner
    }
  }
}

extension AuditEvent {
  static func installationImported(documents: Int) -> AuditEvent {
    AuditEvent(code: "installation.imported", sentence: "nạp bản kết xuất vào hệ thống mới: \(documents) văn bản")
  }

  static let installationExported = AuditEvent(
    code: "installation.exported", sentence: "kết xuất toàn bộ dữ liệu ra thư mục ngoài hệ thống", kind: .access)
}
