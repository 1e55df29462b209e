import Database
import Kernel
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Jobs

@Suite("Việc định kỳ") struct ScheduledJobsTests {
  @Test("chạy đúng nhịp, một dòng cho mỗi loại, kể cả khi đồng hồ bị lùi") func runsInItsTime() async throws {
    let count = Atomic<Int>(0)
    let kind = TestScheduledJob(schedule: .every(.seconds(60))) { count.add(1, ordering: .relaxed) }
    try await withJobs([kind]) { database, runner, clock in
      for (advance, expected) in [(0, 1), (59, 1), (1, 2), (-86_400, 3), (60, 4)] {
        clock.advance(by: .seconds(advance))
        try await runner.runAllDue()
        #expect(count.load(ordering: .relaxed) == expected, "after \(advance) s")
      }
      #expect(try await database.read { try JobStore($0).listForOperations() }.count == 1)
    }
  }

  @Test("lỗi bao nhiêu lần cũng không bỏ hẳn") func neverGivesUp() async throws {
    let kind = TestScheduledJob(schedule: .daily(hour: 2, minute: 0)) { throw Trouble() }
    try await withJobs([kind]) { database, runner, clock in
      #expect(try await runner.runAllDue() == 0)
      clock.advance(by: .seconds(86_400))
      for _ in 0..<12 {
        #expect(try await runner.runAllDue() == 1)
        clock.advance(by: .seconds(900))
      }
      let all = try await database.read { try JobStore($0).listForOperations() }
      #expect(all.map(\.state) == [.waiting])
      #expect(all.first?.lastError == "Trouble()")
    }
  }

  @Test("giờ chạy hằng ngày tính theo giờ Việt Nam")
  func dailyTimes() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 5))
    let schedule = JobSchedule.daily(hour: 2, minute: 30)
    #expect(schedule.next(after: Instant(day, hour: 1)) == Instant(day, hour: 2, minute: 30))
    #expect(schedule.next(after: Instant(day, hour: 2, minute: 30)) == Instant(day + 1, hour: 2, minute: 30))
  }
}

@Suite("Máy chạy việc nền") struct JobRunnerTests {
  @Test("dừng máy chủ: việc đang chạy trở lại hàng đợi như chưa chạy") func stopGivesBack() async throws {
    let (started, signal) = AsyncStream.makeStream(of: Void.self)
    let kind = TestJob { _, _ in
      signal.yield()
      try await Task.sleep(for: .seconds(600))
    }
    try await withJobs([kind]) { database, runner, _ in
      let running = Task { try await runner.run() }
      let id = try await add(database)
      for await _ in started { break }
      #expect(try await job(id, database).state == .running)
      running.cancel()
      try await running.value
      let rest = try await job(id, database)
      #expect(rest.state == .waiting)
      #expect(rest.attempts == 0)
    }
  }

  @Test("việc nặng không chặn việc nhanh") func lanesAreApart() async throws {
    let (done, signal) = AsyncStream.makeStream(of: String.self)
    let kind = TestJob { payload, _ in
      if payload == "[1]" { try await Task.sleep(for: .seconds(600)) }
      signal.yield(payload)
    }
    try await withJobs([kind]) { database, runner, _ in
      try await database.write { transaction in
        try Jobs.add(code: TestJob.code, payload: "[1]", in: transaction, lane: .heavy, shownTitle: "x")
      }
      let running = Task { try await runner.run() }
      try await add(database, payload: "[2]")
      var first: String?
      for await payload in done {
        first = payload
        break
      }
      #expect(first == "[2]")
      running.cancel()
      try await running.value
    }
  }
}
