import Database
import Jobs
import Kernel
import Logging

/// Hashes every stored file again, slowly, in small turns (AN-12).
package struct ScrubVaultJob: JobKind {
  package static let code = "fileVault.scrub"
  package static let title = "Kiểm tra tính toàn vẹn của kho tệp"
  package static let lane = JobLane.slow
  package static let remedy = "Kiểm tra đĩa của máy chủ; khôi phục tệp hỏng từ bản sao lưu."

  /// Each file is hashed again at least this often.
  private static let period = Duration.seconds(7 * 86_400)
  /// Bytes and files of one turn: what an old disk reads in a few seconds.
  private static let turnBytesMax: Int64 = 256 * 1_048_576
  private static let turnFilesMax = 200

  package let schedule: JobSchedule? = .every(.seconds(30))
  private let vault: FileVault
  private let onDamage: @Sendable (FileHash, FileDamage, any Transaction) throws -> Void

  /// `onDamage` runs in the transaction that notes a new finding: `App` writes its audit entry there.
  package init(vault: FileVault, onDamage: @escaping @Sendable (FileHash, FileDamage, any Transaction) throws -> Void) {
    self.vault = vault
    self.onDamage = onDamage
  }

  package func run(_ payload: String, context: JobContext) async throws {
    let files = try await context.database.read {
      try StoredFileStore($0).listForScrubbing(uncheckedSince: $0.now - Self.period, limit: Self.turnFilesMax)
    }
    var bytes: Int64 = 0
    for file in files where bytes < Self.turnBytesMax {
      bytes += file.bytes
      let clock = ContinuousClock()
      var damage: FileDamage?
      let duration = try await clock.measure {
        damage = try await context.blocking { [vault] in try vault.rehash(file.hash) }
      }
      try await context.database.write { [damage, onDamage] transaction in
        let isNew = try StoredFileStore(transaction).note(damage, of: file.hash)
        if let damage, isNew { try onDamage(file.hash, damage, transaction) }
      }
      if damage != nil { context.logger.error("stored file is damaged", metadata: ["hash": "\(file.hash)"]) }
      // Three parts rest to one part work: the disk belongs to the people.
      try await Task.sleep(for: min(duration * 3, .seconds(2)))
    }
  }
}

/// Removes uploads nobody saved and vault files that no row names, both older than a day.
package struct SweepVaultJob: JobKind {
  package static let code = "fileVault.sweep"
  package static let title = "Dọn tệp tải lên không được lưu"
  package static let lane = JobLane.slow

  package let schedule: JobSchedule? = .every(.seconds(6 * 3600))
  private let vault: FileVault
  private let wantedStaging: @Sendable ([String], any Transaction) throws -> Set<String>

  /// `wantedStaging` tells which of these staging ids a waiting entry still names.
  package init(
    vault: FileVault, wantedStaging: @escaping @Sendable ([String], any Transaction) throws -> Set<String>
  ) {
    self.vault = vault
    self.wantedStaging = wantedStaging
  }

  package func run(_ payload: String, context: JobContext) async throws {
    let removed = try await context.blocking { [vault, wantedStaging, database = context.database] in
      let now = SystemClock().now
      let staged = try vault.sweepStaging(now: now) { ids in
        try database.readNow { try wantedStaging(ids, $0) }
      }
      return staged
        + (try vault.sweepVault(now: now) { hashes in
          try database.readNow { try StoredFileStore($0).named(among: hashes) }
        })
    }
    if removed > 0 { context.logger.info("swept files", metadata: ["count": "\(removed)"]) }
  }
}
