import Database
import Jobs
import Kernel
import Logging
import TestSupport
import Testing

@testable import Audit

private let third: SQL = "(SELECT entry_id FROM audit_seals WHERE number = 3)"
private let firstDay = TestClock().now.day

/// What someone with the database in hands might do to the trail, and what verification must answer.
struct Tampering: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var statements: [SQL]
  /// The fault, given the ids of the seven entries.
  var fault: @Sendable ([Int64]) -> VerifyAudit.Fault?

  init(
    _ description: String, _ statements: [SQL], _ fault: @escaping @Sendable ([Int64]) -> VerifyAudit.Fault?
  ) {
    testDescription = description
    self.statements = statements
    self.fault = fault
  }

  static let all = [
    Tampering("không ai động vào", []) { _ in nil },
    Tampering("đổi người", ["UPDATE audit_entries SET person_name = 'Người khác' WHERE id = \(third)"]) {
      .alteredEntry(number: 3, entry: $0[2])
    },
    Tampering("đổi giờ", ["UPDATE audit_entries SET at = at - 1 WHERE id = \(third)"]) {
      .alteredEntry(number: 3, entry: $0[2])
    },
    Tampering("đổi việc", ["UPDATE audit_entries SET code = 'testDocument.corrected' WHERE id = \(third)"]) {
      .alteredEntry(number: 3, entry: $0[2])
    },
    Tampering("chuyển sang hồ sơ khác", ["UPDATE audit_entries SET record_number = 8 WHERE id = \(third)"]) {
      .alteredEntry(number: 3, entry: $0[2])
    },
    Tampering("đổi câu", ["UPDATE audit_entries SET sentence = 'vào sổ số đến 1' WHERE id = \(third)"]) {
      .alteredValues(number: 3, entry: $0[2])
    },
    Tampering("đổi giá trị", ["UPDATE audit_entries SET changes = '[]' WHERE id = \(third)"]) {
      .alteredValues(number: 3, entry: $0[2])
    },
    Tampering("đổi muối", ["UPDATE audit_entries SET salt = 'a' WHERE id = \(third)"]) {
      .alteredValues(number: 3, entry: $0[2])
    },
    Tampering(
      "đổi câu cùng mã băm của nó",
      ["UPDATE audit_entries SET sentence = 'x', values_digest = 'a' WHERE id = \(third)"]
    ) { .alteredEntry(number: 3, entry: $0[2]) },
    Tampering(
      "hủy nội dung không có quyết định",
      [
        """
        UPDATE audit_entries SET sentence = NULL, changes = NULL, salt = NULL,
          erasure_id = (SELECT entry_id FROM audit_seals WHERE number = 1) WHERE id = \(third)
        """
      ]
    ) { .erasedWithoutAct(number: 3, entry: $0[2]) },
    Tampering("đổi mắt xích", ["UPDATE audit_seals SET hash = 'a' WHERE number = 3"]) {
      .alteredEntry(number: 3, entry: $0[2])
    },
    Tampering("bỏ mắt xích", ["DELETE FROM audit_seals WHERE number = 3"]) { _ in .missingLink(number: 3) },
    Tampering("bỏ mắt xích cuối", ["DELETE FROM audit_seals WHERE number = 6"]) { _ in .missingLink(number: 6) },
    Tampering(
      "bỏ mắt xích cuối và sửa đầu chuỗi",
      [
        "DELETE FROM audit_seals WHERE number = 6",
        """
        UPDATE audit_chain SET last_number = 5, last_hash = (SELECT hash FROM audit_seals WHERE number = 5)
        """,
      ]
    ) { .unaccountedEntry($0[5]) },
    Tampering("sửa đầu chuỗi", ["UPDATE audit_chain SET last_hash = 'a'"]) { _ in .cutEnd(number: 6) },
    Tampering("giấu dòng chưa niêm phong", ["DELETE FROM audit_unsealed"]) { .unaccountedEntry($0[6]) },
    Tampering(
      "xóa dòng chưa niêm phong",
      ["DELETE FROM audit_entries WHERE id IN (SELECT entry_id FROM audit_unsealed)"]
    ) { .unaccountedEntry($0[6]) },
    Tampering("sửa dòng khóa sổ", ["UPDATE audit_closings SET last_hash = 'a'"]) { _ in .alteredClosing(firstDay) },
    Tampering("khóa sổ nhiều hơn chuỗi có", ["UPDATE audit_closings SET last_number = 900"]) { _ in
      .missingLink(number: 7)
    },
  ]
}

@Suite("AN-11 chuỗi niêm phong nhật ký") struct AuditChainTests {
  private func act(_ database: any Database) async throws {
    let change = AuditChange(label: "Trích yếu", before: "Cũ", after: "Mới")
    try await database.write {
      try Audit.record(.testRegistered, on: document, by: clerk, changes: [change], in: $0)
    }
  }

  private func seal(_ database: any Database) async throws {
    _ = try await database.write { try SealAudit().perform(in: $0) }
  }

  /// Six sealed entries over two days and one that waits.
  private func fill(_ database: any Database, _ clock: TestClock) async throws -> [Int64] {
    for turn in 0..<2 {
      for _ in 0..<3 { try await act(database) }
      try await seal(database)
      if turn == 0 { clock.advance(by: .seconds(86_400)) }
    }
    try await act(database)
    return try await database.read {
      try $0.rows("SELECT id FROM audit_entries ORDER BY id").map { try $0.get("id") }
    }
  }

  @Test("chỉ ra dòng đầu tiên bị động vào", arguments: Tampering.all) func namesTheFirst(tampering: Tampering)
    async throws
  {
    let clock = TestClock()
    try await withDatabase(AuditMigrations.all, clock: clock) { database in
      let ids = try await fill(database, clock)
      try await database.write { transaction in
        for statement in tampering.statements { try transaction.run(statement) }
      }
      let report = try VerifyAudit(database: database).run()
      #expect(report.fault == tampering.fault(ids))
      if report.fault == nil {
        #expect(report.links == 6)
        #expect(report.closings == 1)
        #expect(report.unsealed == 1)
      }
    }
  }

  @Test("hủy nội dung đúng quy định thì chuỗi vẫn vững") func lawfulErasureKeepsTheProof() async throws {
    let clock = TestClock()
    try await withDatabase(AuditMigrations.all, clock: clock) { database in
      _ = try await fill(database, clock)
      try await database.write {
        try Audit.eraseValues(of: document, reason: "Quyết định số 5/QĐ-TCTN", by: clerk, in: $0)
      }
      try await seal(database)
      let report = try VerifyAudit(database: database).run()
      #expect(report.fault == nil)
      #expect(report.links == 8)
      #expect(report.erased == 7)
      let rest = try await database.read {
        try $0.rows("SELECT id FROM audit_entries WHERE sentence LIKE '%1247%' OR changes IS NOT NULL").count
      }
      #expect(rest == 0)
      let story = try await database.read { try AuditStore($0).story(of: document) }
      #expect(story.first?.sentence == "hủy nội dung lịch sử theo quy định: Quyết định số 5/QĐ-TCTN")
      #expect(story.last?.text == "Nguyễn Thị Hoa, Văn thư (nội dung đã hủy theo quy định)")
    }
  }

  @Test("AN-17 đồng hồ bị lùi: chuỗi vẫn nối tiếp, ngày không khóa hai lần") func clockSetBack() async throws {
    let clock = TestClock()
    try await withDatabase(AuditMigrations.all, clock: clock) { database in
      let start = clock.now
      _ = try await fill(database, clock)
      clock.set(start - .seconds(7 * 86_400))
      for _ in 0..<3 {
        try await act(database)
        try await seal(database)
      }
      clock.set(start + .seconds(2 * 86_400))
      try await act(database)
      try await seal(database)
      let report = try VerifyAudit(database: database).run()
      #expect(report.fault == nil)
      #expect(report.links == 11)
      #expect(report.closings == 2)
    }
  }

  @Test("nhiều dòng hơn một lượt: việc nền niêm phong hết, kiểm tra từng trang") func sealsEverything() async throws {
    try await withDatabase(AuditMigrations.all + JobsMigrations.all) { database in
      try await database.write { transaction in
        for _ in 0..<1_203 { try Audit.recordSystem(.testRegistered, on: document, in: transaction) }
      }
      let runner = JobRunner(database: database, kinds: [SealAuditJob()], logger: Logger(label: "test"))
      #expect(try await runner.runAllDue() == 1)
      try await runner.close()
      let report = try VerifyAudit(database: database).run()
      #expect(report.fault == nil)
      #expect(report.links == 1_203)
      #expect(report.unsealed == 0)
    }
  }

  @Test("hai việc niêm phong cùng lúc không tách chuỗi") func sealersDoNotFork() async throws {
    try await withDatabase(AuditMigrations.all) { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            for _ in 0..<10 { try await self.act(database) }
          }
          group.addTask {
            for _ in 0..<10 { try await self.seal(database) }
          }
        }
        try await group.waitForAll()
      }
      try await seal(database)
      let report = try VerifyAudit(database: database).run()
      #expect(report.fault == nil)
      #expect(report.links == 80)
    }
  }
}
