import Database
import Foundation
import Kernel
import Logging
import TestSupport
import Testing

@testable import Audit

@Suite("AN-09 đĩa đầy") struct FullDiskTests {
  @Test("việc và dòng của nó cùng không được ghi; có chỗ lại ghi tiếp, lượt xem không mất, chuỗi vẫn vững")
  func actsFailWhole() async throws {
    try await withSmallDisk(bytes: 1_572_864) { folder in
      let clock = TestClock()
      // The embedded engine's file lies on the small disk, whatever engine this run tests.
      let address = DatabaseAddress(folder.appendingPathComponent("chauban.sqlite").path)
      let database = try address.open(clock: clock)
      try Migrator(AuditMigrations.all).migrate(database)
      let log = AccessLog(database: database, clock: clock, logger: Logger(label: "test"))
      let filler = folder.appendingPathComponent("filler")
      try Data(repeating: 1, count: 700_000).write(to: filler)

      let words = String(repeating: "dài ", count: 5_000)
      let long = AuditChange(label: "Trích yếu", before: nil, after: words)
      var written = 0
      var failure: DatabaseFault?
      while failure == nil, written < 1_000 {
        do {
          try await database.write {
            try Audit.record(.testRegistered, on: document, by: clerk, changes: [long], in: $0)
          }
          written += 1
        } catch let fault as DatabaseFault {
          failure = fault
        }
      }
      guard case .full = failure else {
        Issue.record("the disk did not fill: \(String(describing: failure))")
        return
      }
      for _ in 0..<40 { log.note(.testSeen, on: document, by: clerk) }
      await log.flush()
      try FileManager.default.removeItem(at: filler)
      await log.flush()
      _ = try await database.write { try SealAudit().perform(in: $0) }
      let report = try VerifyAudit(database: database).run()
      #expect(report.fault == nil)
      #expect(report.links == Int64(written + 40))
      try await database.close()
    }
  }
}
