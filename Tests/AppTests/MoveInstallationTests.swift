import Database
import Documents
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Organization
import Papers
import Registers
import SearchIndex
import TestSupport
import Testing

@testable import App
@testable import Audit

@Suite("Chuyển sang PostgreSQL", .enabled(if: TestEngine.server != nil)) struct MoveInstallationTests {
  /// A filled installation on SQLite and an empty PostgreSQL database.
  private static func use(
    _ body: @escaping @Sendable (_ source: any Database, _ target: any Database, FileVault) async throws -> Void
  ) async throws {
    try await withDatabase([]) { target, folder in
      let source = try DatabaseAddress.sqlite(path: folder.appending(path: "nguon.sqlite").path).open(
        clock: TestClock())
      try Migrator(Modules.migrations).migrate(source)
      let vault = try FileVault(folder: folder)
      let staged = try await vault.receive(MadePDF.of(["Một trang"]))
      try await vault.keep(staged)
      try await vault.discard(staged)
      try await source.write { transaction in
        try ExampleBody.fill(in: transaction)
        for number in 1...30 {
          var facts = IncomingFacts(arrivalDate: transaction.now.day)
          facts.issuerName = "Sở Nội vụ tỉnh Hòa Phú"
          facts.typeKey = "congVan"
          facts.subject = "Kiểm kê tài sản công đợt \(number), «ẵ» & 'nháy'"
          var letter = BroughtDocument(facts: facts)
          letter.files = [KeptFile(name: "a.pdf", kind: .pdf, stored: staged.stored, pageCount: 1)]
          try BringIncomingDocuments([letter]).perform(by: Cast.registryClerk, in: transaction)
        }
        // Lines that wait for their seal move too; a sealed part of the chain as well.
        _ = try SealAudit().perform(in: transaction)
        try Audit.recordSystem(AuditEvent(code: "test.afterSeal", sentence: "sau khi niêm phong"), in: transaction)
      }
      // The test's own database has no tables, but a record of its migrations.
      try await target.write { try MoveTargetStore($0).dropEverything() }
      try await body(source, target, vault)
      try await source.close()
      try await vault.close()
    }
  }

  @Test("every table is there row for row; numbers, search and the audit chain go on") func moves() async throws {
    try await Self.use { source, target, vault in
      let outcome = try MoveInstallation(from: source, to: target, vault: vault).run { _ in }
      #expect(outcome.tables > 30)
      #expect(outcome.rows > 300)
      #expect(outcome.proof.contains("1 tệp"))
      let missing = try Migrator(Modules.migrations).missing(in: target)
      #expect(missing.isEmpty)
      for database in [source, target] {
        let found = try await database.read {
          try SearchIndex.search(SearchQuery("kiem ke tai san"), to: Cast.registryClerk, in: $0).hits.count
        }
        #expect(found == 30)
      }
      let number = try await target.write { transaction in
        var facts = IncomingFacts(arrivalDate: transaction.now.day)
        facts.issuerName = "Sở Nội vụ tỉnh Hòa Phú"
        facts.typeKey = "congVan"
        facts.subject = "Sau khi chuyển"
        return try RegisterIncomingDocument(facts: facts).perform(by: Cast.registryClerk, in: transaction).number.number
      }
      #expect(number == 31)
      let sealed = try await target.write { try SealAudit().perform(in: $0).sealed }
      #expect(sealed > 0)
      #expect(try VerifyAudit(database: target).run().fault == nil)
    }
  }

  @Test("a target that is not empty is left alone; a move that fails leaves it empty") func failures() async throws {
    try await Self.use { source, target, vault in
      try await target.write { try $0.run("CREATE TABLE theirs (id BIGINT)") }
      #expect(throws: Refusal.self) { try MoveInstallation(from: source, to: target, vault: vault).run { _ in } }
      let theirs: Int = try await target.read { try $0.rows("SELECT COUNT(*) AS n FROM theirs")[0].get("n") }
      #expect(theirs == 0)
      try await target.write { try MoveTargetStore($0).dropEverything() }
      // What PostgreSQL cannot keep does not arrive unnoticed.
      try await source.write {
        try $0.run("UPDATE incoming_documents SET note = 'trước' || char(0) || 'sau' WHERE arrival_number = 7")
      }
      #expect {
        try MoveInstallation(from: source, to: target, vault: vault).run { _ in }
      } throws: { error in
        (error as? Refusal)?.message.contains("incoming_documents") == true
      }
      #expect(try await target.read { try MoveTargetStore($0).isEmpty() })
    }
  }

  @Test("the lock lets servers and commands side by side, a move only alone") func lock() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khoa-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let (one, other) = (
        try InstallationLock(dataFolder: folder, .beside), try InstallationLock(dataFolder: folder, .beside)
      )
      #expect(throws: Refusal.self) { try InstallationLock(dataFolder: folder, .alone) }
      withExtendedLifetime((one, other)) {}
    }
    let alone = try InstallationLock(dataFolder: folder, .alone)
    #expect(throws: Refusal.self) { try InstallationLock(dataFolder: folder, .beside) }
    withExtendedLifetime(alone) {}
  }
}
