import Audit
import Database
import FileVault
import Foundation
import Kernel
import SearchIndex

/// Copies an installation's database from SQLite into an empty PostgreSQL database, and proves that both say the same.
/// Files stay where they are.
package struct MoveInstallation: Sendable {
  /// How far it is.
  package enum Step: Sendable {
    case copied(rows: Int, of: Int)
    case indexed(entries: Int, of: Int)
    case proved(rows: Int, of: Int)
  }

  /// What was moved.
  package struct Outcome: Sendable, Equatable {
    package var tables = 0
    package var rows = 0
    /// The audit chain and the hash of every file, as `chauban verify` proves them on the new database.
    package var proof = ""
  }

  private static let indexBatch = 500

  package var source: any Database
  package var target: any Database
  package var vault: FileVault

  package init(from source: any Database, to target: any Database, vault: FileVault) {
    self.source = source
    self.target = target
    self.vault = vault
  }

  /// Blocking. The caller holds the installation's lock; the source has the newest schema. When it fails the target is
  /// empty again.
  package func run(progress: (Step) -> Void) throws -> Outcome {
    guard source.engine == .sqlite, target.engine == .postgres else {
      throw Refusal(.invalid, "Chỉ chuyển được từ SQLite sang PostgreSQL.")
    }
    guard try target.readNow({ try MoveTargetStore($0).isEmpty() }) else {
      throw Refusal(.conflict, "Cơ sở dữ liệu đích đã có bảng. Tạo một cơ sở dữ liệu trống rồi chạy lại.")
    }
    do {
      try Migrator(Modules.migrations).migrate(target)
      let outcome = try move(progress)
      return outcome
    } catch {
      try target.writeNow { try MoveTargetStore($0).dropEverything() }
      throw error
    }
  }

  private func move(_ progress: (Step) -> Void) throws -> Outcome {
    // One snapshot of the source for all tables: nothing writes meanwhile, and this proves it.
    let (tables, digests) = try source.readNow { from -> ([MovedTable], [TableDigest]) in
      let reading = MoveSourceStore(from)
      let tables = try reading.tables()
      let total = try tables.reduce(0) { try $0 + reading.count($1) }
      return (tables, try copy(tables, reading) { progress(.copied(rows: $0, of: total)) })
    }
    let total = digests.reduce(0) { $0 + $1.rows }
    try fillWords(progress)
    try prove(tables, digests) { progress(.proved(rows: $0, of: total)) }
    let proof = try InstallationProof.run(target, vault)
    guard proof.isSound else { throw Refusal(.conflict, "Bản chuyển không qua được bước chứng minh.\n\(proof.text)") }
    try target.writeNow { transaction in
      try MoveTargetStore(transaction).analyze()
      try Audit.recordSystem(.installationMoved(rows: total), in: transaction)
    }
    return Outcome(tables: tables.count, rows: total, proof: proof.text)
  }

  private func copy(
    _ tables: [MovedTable], _ reading: MoveSourceStore, _ progress: (Int) -> Void
  ) throws -> [TableDigest] {
    try target.writeNow { to in
      let writing = MoveTargetStore(to)
      let references = try writing.takeReferences()
      var done = 0
      let digests = try tables.map { table in
        var digest = TableDigest()
        try writing.clear(table)
        try reading.read(table) { rows in
          for row in rows { digest.add(row) }
          try writing.add(rows, to: table)
          done += rows.count
          progress(done)
        }
        return digest
      }
      try writing.giveBack(references)
      return digests
    }
  }

  /// The words of the search index are PostgreSQL's own.
  private func fillWords(_ progress: (Step) -> Void) throws {
    let total = try target.readNow { try SearchIndex.entryCount(in: $0) }
    var last: Int64?
    var done = 0
    while true {
      let step = try target.writeNow { try SearchIndex.fillWords(after: last, limit: Self.indexBatch, in: $0) }
      guard let end = step.last else { return }
      last = end
      done += step.count
      progress(.indexed(entries: done, of: total))
    }
  }

  /// Reads everything back and compares it with what was read from the source.
  private func prove(_ tables: [MovedTable], _ digests: [TableDigest], _ progress: (Int) -> Void) throws {
    var done = 0
    for (table, wanted) in zip(tables, digests) {
      var found = TableDigest()
      try target.readNow { transaction in
        try MoveTargetStore(transaction).read(table) { rows in
          for row in rows { found.add(row) }
          done += rows.count
          progress(done)
        }
      }
      guard found == wanted else {
        throw Refusal(
          .conflict,
          "Bảng \(table.name) không giống nhau sau khi chuyển: \(wanted.rows) dòng ở nguồn, \(found.rows) dòng ở đích.")
      }
    }
  }
}

extension AuditEvent {
  static func installationMoved(rows: Int) -> AuditEvent {
    AuditEvent(code: "installation.moved", sentence: "chuyển từ SQLite sang PostgreSQL, \(rows) dòng, đã đối chiếu")
  }
}
