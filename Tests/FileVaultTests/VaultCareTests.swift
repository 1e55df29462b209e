import Database
import Foundation
import Jobs
import Kernel
import Logging
import Synchronization
import TestSupport
import Testing

@testable import FileVault

private let now = SystemClock().now
private let noHash: @Sendable ([FileHash]) throws -> Set<FileHash> = { _ in [] }
private let noStaging: @Sendable ([String]) throws -> Set<String> = { _ in [] }
private let twoDays = Duration.seconds(2 * 86_400)

@Suite("Dọn kho tệp") struct SweepVaultTests {
  @Test("tệp không dòng nào nhắc tới bị dọn sau một ngày, không sớm hơn") func sweepsTheVault() async throws {
    try await withVault { vault in
      let named = try await vault.store("có dòng")
      let unnamed = try await vault.store("không dòng")
      let early = try vault.sweepVault(now: now, named: noHash)
      #expect(early == 0)
      let passing = vault.url(of: named).deletingLastPathComponent().appendingPathComponent(".dở dang")
      try Data().write(to: passing)
      let removed = try vault.sweepVault(now: now + twoDays) { hashes in Set(hashes).intersection([named]) }
      #expect(removed == 1)
      #expect(try vault.rehash(named) == nil)
      #expect(try vault.rehash(unnamed) == .missing)
      #expect(!FileManager.default.fileExists(atPath: passing.path))
    }
  }

  @Test("tệp vừa được lưu lại trong lúc dọn thì còn") func renewedFileStays() async throws {
    try await withVault { vault in
      let staged = try await vault.receive(Array("lưu lại".utf8))
      let hash = try await vault.keep(staged)
      try Disk.setModified(vault.url(of: hash), to: now - twoDays)
      let removed = try vault.sweepVault(now: now) { _ in
        // An act keeps the same bytes between the look at the rows and the removal.
        try Disk.setModified(vault.url(of: hash), to: now)
        return []
      }
      #expect(removed == 0)
      #expect(try vault.rehash(hash) == nil)
    }
  }

  @Test("tệp tải lên dở và không ai lưu bị dọn, mục đang chờ thì còn") func sweepsStaging() async throws {
    try await withVault { vault in
      let wanted = try await vault.receive(Array("chờ vào sổ".utf8))
      let unwanted = try await vault.receive(Array("bỏ".utf8))
      try Data().write(to: vault.stagingFolder.appendingPathComponent("dở.part"))
      let early = try vault.sweepStaging(now: now, wanted: noStaging)
      #expect(early == 0)
      let late = try vault.sweepStaging(now: now + twoDays) { ids in Set(ids).intersection([wanted.id]) }
      #expect(late == 2)
      #expect(try vault.names(vault.stagingFolder) == [wanted.name])
      #expect(!FileManager.default.fileExists(atPath: vault.url(of: unwanted).path))
    }
  }
}

@Suite("AN-12 kiểm tra lại mã băm") struct ScrubVaultTests {
  /// Three named files: sound, altered, missing.
  private func fill(_ vault: FileVault, _ database: any Database) async throws -> [FileHash] {
    var hashes: [FileHash] = []
    for text in ["nguyên vẹn", "bị sửa", "bị xóa"] {
      let staged = try await vault.receive(Array(text.utf8))
      hashes.append(try await vault.keep(staged))
      try await vault.discard(staged)
      for _ in 0..<2 { try await database.write { try StoredFileStore($0).add(staged.stored) } }
    }
    return hashes
  }

  private func damage(_ hashes: [FileHash], in vault: FileVault) throws {
    for hash in hashes.dropFirst() { try Disk.remove(vault.url(of: hash)) }
    try Data("khác".utf8).write(to: vault.url(of: hashes[1]))
  }

  @Test("nêu tên tệp đầu tiên bị sửa hoặc mất") func verifyNamesTheFirst() async throws {
    try await withDatabase(FileVaultMigrations.all) { database in
      try await withVault { vault in
        let hashes = try await fill(vault, database)
        let sound = try VerifyVault(vault: vault, database: database).run()
        #expect(sound.files == 3)
        #expect(sound.firstDamage == nil)
        try damage(hashes, in: vault)
        let report = try VerifyVault(vault: vault, database: database).run()
        let expected: (FileHash, FileDamage) =
          hashes[1] < hashes[2] ? (hashes[1], .altered) : (hashes[2], .missing)
        #expect(report.damaged == 2)
        #expect(report.firstDamage?.hash == expected.0)
        #expect(report.firstDamage?.damage == expected.1)
      }
    }
  }

  @Test("việc nền băm lại dần, báo một lần, và thôi báo khi tệp lành lại") func scrubberReports() async throws {
    let clock = TestClock()
    try await withDatabase(FileVaultMigrations.all + JobsMigrations.all, clock: clock) { database in
      try await withVault { vault in
        let hashes = try await fill(vault, database)
        try damage(hashes, in: vault)
        let reported = Mutex<[FileHash: FileDamage]>([:])
        let count = Atomic<Int>(0)
        let job = ScrubVaultJob(vault: vault) { hash, damage, _ in
          reported.withLock { $0[hash] = damage }
          count.add(1, ordering: .relaxed)
        }
        let runner = JobRunner(database: database, kinds: [job], logger: Logger(label: "test"))
        for _ in 0..<3 {
          clock.advance(by: .seconds(8 * 86_400))
          try await runner.runAllDue()
        }
        #expect(reported.withLock { $0 } == [hashes[1]: .altered, hashes[2]: .missing])
        #expect(count.load(ordering: .relaxed) == 2)
        let sick = try await database.read { try StoredFileStore($0).health() }
        #expect(Set(sick.findings.map(\.hash)) == Set(hashes.dropFirst()))
        #expect(sick.oldestCheckAt == clock.now)
        for text in ["bị sửa", "bị xóa"] { _ = try await vault.store(text) }
        clock.advance(by: .seconds(8 * 86_400))
        try await runner.runAllDue()
        #expect(try await database.read { try StoredFileStore($0).health() }.findings == [])
        try await runner.close()
      }
    }
  }

  @Test("dọn theo bảng tệp đã lưu") func sweepJobAsksTheTable() async throws {
    try await withDatabase(FileVaultMigrations.all + JobsMigrations.all) { database in
      try await withVault { vault in
        let hashes = try await fill(vault, database)
        let unnamed = try await vault.store("không dòng")
        for hash in hashes + [unnamed] { try Disk.setModified(vault.url(of: hash), to: now - twoDays) }
        let runner = JobRunner(
          database: database, kinds: [SweepVaultJob(vault: vault) { ids, _ in Set(ids) }],
          logger: Logger(label: "test"))
        try await runner.runAllDue()
        try await runner.close()
        #expect(try vault.rehash(unnamed) == .missing)
        for hash in hashes { #expect(try vault.rehash(hash) == nil) }
        #expect(try vault.names(vault.stagingFolder).count == 1)
      }
    }
  }
}
