import Database
import Kernel
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Jobs

let subject = RecordReference(code: "testDocument", number: 7)

/// A kind whose work the test writes.
struct TestJob: JobKind {
  static let code = "test.work"
  static let title = "Việc thử"
  static let attemptsMax = 3
  let work: @Sendable (String, JobContext) async throws -> Void

  func run(_ payload: String, context: JobContext) async throws { try await work(payload, context) }
}

struct TestScheduledJob: JobKind {
  static let code = "test.scheduled"
  static let title = "Việc định kỳ thử"
  let schedule: JobSchedule?
  let work: @Sendable () throws -> Void

  func run(_ payload: String, context: JobContext) async throws { try work() }
}

struct Trouble: Error {}

func withJobs(
  clock: TestClock = TestClock(), _ kinds: [any JobKind],
  _ body: (any Database, JobRunner, TestClock) async throws -> Void
) async throws {
  try await withDatabase(JobsMigrations.all, clock: clock) { database in
    let runner = JobRunner(
      database: database, kinds: kinds, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await body(database, runner, clock)
      try await runner.close()
    } catch {
      try? await runner.close()
      throw error
    }
  }
}

@discardableResult func add(_ database: any Database, payload: String = "{}") async throws -> Job.ID {
  try await database.write {
    try Jobs.add(code: TestJob.code, payload: payload, in: $0, subject: subject, shownTitle: "Việc thử \(payload)")
  }
}

func job(_ id: Job.ID, _ database: any Database) async throws -> Job {
  try await database.read { try JobStore($0).find(id) }
}

@Suite("Việc chạy nền") struct JobsTests {
  @Test("ghi cùng thay đổi gây ra nó, hoặc không ghi") func addedWithItsCause() async throws {
    try await withJobs([TestJob { _, _ in }]) { database, runner, _ in
      try? await database.write { transaction in
        try Jobs.add(TestJob.self, payload: ["a": 1], in: transaction)
        throw Trouble()
      }
      let count = try await runner.runAllDue()
      #expect(count == 0)
    }
  }

  @Test("chạy xong thì không chạy lại") func runsOnce() async throws {
    let seen = Mutex<[String]>([])
    let kind = TestJob { payload, _ in seen.withLock { $0.append(payload) } }
    try await withJobs([kind]) { database, runner, _ in
      let id = try await add(database, payload: "[1]")
      #expect(try await runner.runAllDue() == 1)
      #expect(try await runner.runAllDue() == 0)
      #expect(seen.withLock { $0 } == ["[1]"])
      #expect(try await job(id, database).state == .done)
      #expect(try await database.read { try JobStore($0).open(of: subject) } == [])
    }
  }

  @Test("lỗi thì thử lại với quãng nghỉ dài dần, quá số lần thì hiện là không xong") func retriesThenFails()
    async throws
  {
    try await withJobs([TestJob { _, _ in throw Trouble() }]) { database, runner, clock in
      let id = try await add(database)
      #expect(try await runner.runAllDue() == 1)
      #expect(try await runner.runAllDue() == 0)
      clock.advance(by: .seconds(5))
      #expect(try await runner.runAllDue() == 1)
      clock.advance(by: .seconds(5))
      #expect(try await runner.runAllDue() == 0)
      clock.advance(by: .seconds(5))
      #expect(try await runner.runAllDue() == 1)
      let failed = try await job(id, database)
      #expect(failed.state == .failed)
      #expect(failed.attempts == 3)
      #expect(failed.lastError == "Trouble()")
      let list = try await database.read { try JobStore($0).listForOperations(state: .failed) }
      #expect(list.map(\.id) == [id])
      try await database.write { try JobStore($0).retry(id) }
      #expect(try await runner.runAllDue() == 1)
      #expect(try await job(id, database).state == .waiting)
    }
  }

  @Test("điều thử lại cũng không chữa được thì không thử lại") func refusalFailsAtOnce() async throws {
    let kind = TestJob { payload, _ in
      throw Refusal(payload == "[1]" ? .invalid : .unavailable, "Tệp có mật khẩu.")
    }
    try await withJobs([kind]) { database, runner, _ in
      let incurable = try await add(database, payload: "[1]")
      let curable = try await add(database, payload: "[2]")
      #expect(try await runner.runAllDue() == 2)
      #expect(try await job(incurable, database).state == .failed)
      #expect(try await job(incurable, database).lastError == "Tệp có mật khẩu.")
      #expect(try await job(curable, database).state == .waiting)
    }
  }

  @Test("máy chủ chết giữa chừng: hết hạn giữ thì người khác làm tiếp", arguments: [30, -86_400])
  func lostLeaseIsTakenBack(secondsLater: Int) async throws {
    try await withJobs([TestJob { _, _ in }]) { database, runner, clock in
      let id = try await add(database)
      let dead = try await database.write { try JobLeaseStore($0, owner: "dead").claim(.quick) }
      #expect(dead?.id == id)
      #expect(try await runner.runAllDue() == 0)
      clock.advance(by: .seconds(secondsLater))
      #expect(try await runner.runAllDue() == 1)
      #expect(try await job(id, database).state == .done)
      let isLate = try await database.write { try JobLeaseStore($0, owner: "dead").complete(id) }
      #expect(!isLate)
    }
  }

  @Test("việc làm chết máy chủ nhiều lần thì thôi không chạy nữa") func killerIsGivenUp() async throws {
    try await withJobs([TestJob { _, _ in }]) { database, runner, clock in
      let id = try await add(database)
      for _ in 0..<TestJob.attemptsMax {
        _ = try await database.write { try JobLeaseStore($0, owner: "dead").claim(.quick) }
        clock.advance(by: .seconds(31))
        try await database.write { try JobLeaseStore($0, owner: "next").takeBackLost(everyone: false) }
      }
      try await runner.runAllDue()
      #expect(try await job(id, database).state == .failed)
    }
  }

  @Test("đồng hồ bị lùi: việc thêm lúc đồng hồ sai vẫn chạy") func clockSetBack() async throws {
    try await withJobs([TestJob { _, _ in }]) { database, runner, clock in
      let start = clock.now
      clock.advance(by: .seconds(10 * 86_400))
      let now = try await add(database)
      let later = try await database.write { transaction in
        try Jobs.add(
          code: TestJob.code, payload: "{}", in: transaction, notBefore: transaction.now + .seconds(60), shownTitle: "x"
        )
      }
      clock.set(start)
      #expect(try await runner.runAllDue() == 1)
      #expect(try await job(now, database).state == .done)
      #expect(try await job(later, database).state == .waiting)
    }
  }

  @Test("tiến độ đọc được theo đối tượng") func progressBySubject() async throws {
    let kind = TestJob { _, context in
      try await context.progress(done: 3, total: 12, note: "trang 3")
      throw Trouble()
    }
    try await withJobs([kind]) { database, runner, _ in
      try await add(database)
      try await runner.runAllDue()
      let open = try await database.read { try JobStore($0).open(of: subject) }
      #expect(open.map(\.progress) == [Job.Progress(done: 3, total: 12, note: "trang 3")])
    }
  }

  @Test("nhiều máy chạy cùng lúc: mỗi việc đúng một lần") func claimsDoNotCollide() async throws {
    let seen = Mutex<[String: Int]>([:])
    let kind = TestJob { payload, _ in seen.withLock { $0[payload, default: 0] += 1 } }
    try await withJobs([kind]) { database, first, _ in
      try await database.write { transaction in
        for number in 0..<60 {
          try Jobs.add(code: TestJob.code, payload: "[\(number)]", in: transaction, shownTitle: "x")
        }
      }
      let others = (0..<3).map { _ in JobRunner(database: database, kinds: [kind], logger: Logger(label: "test")) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for runner in others + [first] { group.addTask { _ = try await runner.runAllDue() } }
        try await group.waitForAll()
      }
      for runner in others { try await runner.close() }
      #expect(seen.withLock { $0.count } == 60)
      #expect(seen.withLock { $0.values.allSatisfy { $0 == 1 } })
    }
  }

  @Test("việc xong quá bảy ngày được dọn, việc không xong thì còn") func prunes() async throws {
    let kind = TestJob { payload, _ in if payload == "[2]" { throw Refusal(.invalid, "Không được.") } }
    try await withJobs([kind]) { database, runner, clock in
      try await add(database, payload: "[1]")
      try await add(database, payload: "[2]")
      try await runner.runAllDue()
      clock.advance(by: .seconds(8 * 86_400))
      try await runner.prune()
      let counts = try await database.read { try JobStore($0).countsForOperations() }
      #expect(counts == [.waiting: 0, .running: 0, .done: 0, .failed: 1])
    }
  }

  @Test("loại việc không còn trong phiên bản đang chạy thì nói rõ") func unknownKind() async throws {
    try await withJobs([]) { database, runner, _ in
      let id = try await add(database)
      try await runner.runAllDue()
      #expect(try await job(id, database).lastError == "Phiên bản đang chạy không có loại việc này.")
    }
  }
}
