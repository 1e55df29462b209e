import Audit
import Database
import Kernel
import Logging
import TestSupport
import Testing

let clerk = Actor(
  account: AccountID(11), person: PersonID(21), personName: "Nguyễn Thị Hoa", post: PostID(31), postTitle: "Văn thư",
  unit: UnitID(41), unitName: "Văn phòng", agency: AgencyID(51), agencyName: "Cục Thử nghiệm",
  roles: [.registryClerk], address: "10.0.0.7")
let document = RecordReference(code: "testDocument", number: 7)

extension AuditEvent {
  static let testRegistered = AuditEvent(code: "testDocument.registered", sentence: "vào sổ số đến 1247")
  static let testCorrected = AuditEvent(code: "testDocument.corrected", sentence: "sửa trích yếu")
  static let testSeen = AuditEvent(code: "testDocument.seen", sentence: "xem", kind: .access)
  static let testFailedSignIn = AuditEvent(code: "test.signInFailed", sentence: "đăng nhập sai", kind: .signIn)
}

func entryCount(_ database: any Database) async throws -> Int {
  try await database.read { try $0.rows("SELECT COUNT(*) AS count FROM audit_entries")[0].get("count") }
}

@Suite("AN-09 vết kiểm toán") struct AuditTests {
  @Test("PL6-51 câu chuyện của hồ sơ kể bằng câu, mới nhất trước") func storyIsSentences() async throws {
    try await withDatabase(AuditMigrations.all) { database in
      var deputy = clerk
      deputy.onBehalfOf = "Trần Văn Nam"
      let changes = [AuditChange(label: "Trích yếu", before: "Về việc \"kiểm kê\"", after: nil)]
      try await database.write { [deputy] transaction in
        try Audit.record(.testRegistered, on: document, by: clerk, in: transaction)
        try Audit.record(.testCorrected, on: document, by: deputy, changes: changes, in: transaction)
        try Audit.record(.testSeen, on: document, by: clerk, in: transaction)
        try Audit.record(
          .testRegistered, on: RecordReference(code: "testDocument", number: 8), by: clerk, in: transaction)
        try Audit.recordSystem(.testCorrected, on: document, in: transaction)
      }
      let story = try await database.read { try AuditStore($0).story(of: document) }
      #expect(
        story.map(\.text) == [
          "Hệ thống sửa trích yếu",
          "Nguyễn Thị Hoa, Văn thư (thay Trần Văn Nam) sửa trích yếu",
          "Nguyễn Thị Hoa, Văn thư vào sổ số đến 1247",
        ])
      #expect(story[1].changes == changes)
      #expect(try await database.read { try AuditStore($0).accessCount(of: document) } == 1)
    }
  }

  @Test("không có thay đổi nào thì không có dòng nào") func failedActLeavesNoLine() async throws {
    try await withDatabase(AuditMigrations.all) { database in
      try? await database.write { transaction in
        try Audit.record(.testRegistered, on: document, by: clerk, in: transaction)
        throw Refusal(.conflict, "Đã có người vào sổ văn bản này.")
      }
      let count = try await entryCount(database)
      #expect(count == 0)
    }
  }

  @Test("đăng nhập sai được ghi, tên gõ vào nằm trong phần hủy được") func visitorIsRecorded() async throws {
    try await withDatabase(AuditMigrations.all) { database in
      try await database.write { transaction in
        try Audit.recordVisitor(
          .testFailedSignIn, accountName: "matkhau123", address: "10.0.0.9", in: transaction)
      }
      let row = try await database.read { try $0.rows("SELECT * FROM audit_entries")[0] }
      #expect(try row.get("person_name") == "")
      #expect(try row.get("address") == "10.0.0.9")
      #expect(try row.get("changes", as: String.self).contains("matkhau123"))
    }
  }

  @Test("lượt xem chờ trong hàng rồi được ghi với giờ lúc xem") func accessIsQueued() async throws {
    let clock = TestClock()
    try await withDatabase(AuditMigrations.all, clock: clock) { database in
      let log = AccessLog(database: database, clock: clock, logger: Logger(label: "test"))
      let seenAt = clock.now
      for _ in 0..<2_500 { log.note(.testSeen, on: document, by: clerk) }
      #expect(try await entryCount(database) == 0)
      clock.advance(by: .seconds(5))
      await log.flush()
      #expect(try await entryCount(database) == 2_500)
      #expect(try await database.read { try AuditStore($0).accessCount(of: document) } == 1_000)
      let times = try await database.read { try $0.rows("SELECT DISTINCT at FROM audit_entries") }
      #expect(try times.map { try $0.get("at", as: Instant.self) } == [seenAt])
    }
  }

  @Test("dừng máy chủ thì phần còn chờ được ghi nốt") func stopWritesTheRest() async throws {
    let clock = TestClock()
    try await withDatabase(AuditMigrations.all, clock: clock) { database in
      let log = AccessLog(database: database, clock: clock, logger: Logger(label: "test"))
      let running = Task { await log.run() }
      log.note(.testSeen, on: document, by: clerk)
      running.cancel()
      await running.value
      let count = try await entryCount(database)
      #expect(count == 1)
    }
  }
}
