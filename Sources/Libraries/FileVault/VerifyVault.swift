import Database
import Kernel

/// Hashes every named file again, for `chauban verify`. Blocking; memory is bounded whatever the number of files.
package struct VerifyVault {
  package struct Report: Sendable, Equatable {
    package var files = 0
    package var bytes: Int64 = 0
    /// The first damaged file, in the order of hashes.
    package var firstDamage: (hash: FileHash, damage: FileDamage)?
    package var damaged = 0

    package static func == (one: Self, other: Self) -> Bool {
      one.files == other.files && one.bytes == other.bytes && one.damaged == other.damaged
        && one.firstDamage?.hash == other.firstDamage?.hash && one.firstDamage?.damage == other.firstDamage?.damage
    }
  }

  private static let pageSize = 500
  private let vault: FileVault
  private let database: any Database

  package init(vault: FileVault, database: any Database) {
    self.vault = vault
    self.database = database
  }

  package func run() throws -> Report {
    var report = Report()
    var last: FileHash?
    while true {
      let page = try database.readNow {
        try StoredFileStore($0).listForVerification(after: last, limit: Self.pageSize)
      }
      for file in page {
        report.files += 1
        report.bytes += file.bytes
        guard let damage = try vault.rehash(file.hash) else { continue }
        report.damaged += 1
        if report.firstDamage == nil { report.firstDamage = (file.hash, damage) }
      }
      guard let end = page.last else { return report }
      last = end.hash
    }
  }
}
