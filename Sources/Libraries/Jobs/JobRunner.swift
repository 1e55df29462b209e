import Database
import Kernel
import Logging
import NIOPosix

/// Runs background jobs: one worker a lane, woken by the commit that adds a job and every two seconds besides.
package actor JobRunner {
  private static let pollPause = Duration.seconds(2)
  private static let keepDone = Duration.seconds(7 * 86_400)

  private let database: any Database
  private let kinds: [String: any JobKind]
  private let logger: Logger
  private let threads: NIOThreadPool
  /// Names this run of this process in its leases.
  private let owner = String(UInt64.random(in: 1...(.max)), radix: 36)

  package init(database: any Database, kinds: [any JobKind], logger: Logger, blockingThreadCount: Int = 2) {
    self.database = database
    self.kinds = Dictionary(kinds.map { (type(of: $0).code, $0) }, uniquingKeysWith: { one, _ in one })
    precondition(self.kinds.count == kinds.count, "two job kinds of one code")
    self.logger = logger
    threads = NIOThreadPool(numberOfThreads: blockingThreadCount)
  }

  /// Works until its task is cancelled; then jobs under way are cancelled and go back to the queue.
  package func run() async throws {
    threads.start()
    try await prepare(everyone: database.engine == .sqlite)
    await withTaskGroup(of: Void.self) { group in
      for lane in JobLane.allCases {
        let wakes = JobSignal.shared.listen()
        group.addTask { for await _ in wakes { await self.runDue(in: lane) } }
      }
      group.addTask { await self.tick() }
    }
    try await threads.shutdownGracefully()
  }

  /// Runs whatever is due now, in every lane, and gives how many runs that were. For tests and for commands that must
  /// not leave work behind; `run` must not be active.
  @discardableResult package func runAllDue() async throws -> Int {
    threads.start()
    try await prepare(everyone: false)
    var count = 0
    for lane in JobLane.allCases { count += await runDue(in: lane) }
    return count
  }

  /// Ends the threads of a runner that only `runAllDue` has used.
  package func close() async throws { try await threads.shutdownGracefully() }

  /// Wakes the workers regularly, keeps leases alive, mends, prunes.
  private func tick() async {
    var ticks = 0
    JobSignal.shared.wake()
    while (try? await Task.sleep(for: Self.pollPause)) != nil {
      ticks += 1
      let count = ticks
      await attempt("keeping jobs") { [owner] in
        try await self.database.write { try JobLeaseStore($0, owner: owner).renew() }
        if count % 5 == 0 { try await self.prepare(everyone: false) }
        if count % 1800 == 1 { try await self.prune() }
      }
      JobSignal.shared.wake()
    }
  }

  private func prepare(everyone: Bool) async throws {
    let scheduled = kinds.values.compactMap { kind in kind.schedule.map { (type(of: kind), $0) } }
    try await database.write { [owner] transaction in
      let leases = JobLeaseStore(transaction, owner: owner)
      try leases.takeBackLost(everyone: everyone)
      try leases.mendClock()
      let store = JobStore(transaction)
      for (kind, schedule) in scheduled {
        let first: Instant
        switch schedule {
        case .every: first = transaction.now
        case .daily: first = schedule.next(after: transaction.now)
        }
        try store.schedule(
          code: kind.code, title: kind.title, lane: kind.lane, first: first,
          latest: transaction.now + schedule.pauseMax)
      }
      try store.unschedule(except: scheduled.map { $0.0.code })
    }
  }

  func prune() async throws {
    try await database.write { try JobStore($0).prune(doneBefore: $0.now - Self.keepDone) }
  }

  @discardableResult private func runDue(in lane: JobLane) async -> Int {
    var count = 0
    while !Task.isCancelled, let job = await claim(lane) {
      await perform(job)
      count += 1
      await Task.yield()
    }
    return count
  }

  private func claim(_ lane: JobLane) async -> ClaimedJob? {
    await attempt("claiming a job") { [database, owner] in
      try await database.write { try JobLeaseStore($0, owner: owner).claim(lane) }
    } ?? nil
  }

  private func perform(_ job: ClaimedJob) async {
    var logger = logger
    logger[metadataKey: "job"] = "\(job.code) \(job.id)"
    guard let kind = kinds[job.code] else {
      await settle(job) { try $0.fail(job, error: "Phiên bản đang chạy không có loại việc này.", isFinal: true) }
      return
    }
    let attemptsMax = type(of: kind).attemptsMax
    // Runs that ended with the process count too: a job that kills its server must not do so for ever.
    guard job.isScheduled || job.attempt <= attemptsMax else {
      await settle(job) {
        try $0.fail(job, error: "Máy chủ đã dừng giữa chừng nhiều lần khi chạy việc này.", isFinal: true)
      }
      return
    }
    let context = JobContext(job, database: database, logger: logger, owner: owner, threads: threads)
    do {
      try await kind.run(job.payload, context: context)
      await settle(job) { [isScheduled = job.isScheduled, schedule = kind.schedule] leases in
        guard isScheduled, let schedule else { return try leases.complete(job.id) }
        return try leases.wait(job.id, until: schedule.next(after: leases.now))
      }
    } catch {
      if Task.isCancelled || error is CancellationError {
        await settle(job) { try $0.giveBack(job.id) }
        return
      }
      let isFinal = !job.isScheduled && (job.attempt >= attemptsMax || Self.isIncurable(error))
      logger.warning(
        "job did not finish",
        metadata: ["attempt": "\(job.attempt)", "final": "\(isFinal)", "error": "\(type(of: error))"])
      let text = (error as? Refusal)?.message ?? "\(error)"
      await settle(job) { try $0.fail(job, error: text, isFinal: isFinal) }
    }
  }

  private static func isIncurable(_ error: any Error) -> Bool {
    guard let refusal = error as? Refusal else { return false }
    return refusal.kind != .unavailable
  }

  /// Writes a run's outcome, also while the server is stopping. What cannot be written is left to the lease's end.
  private func settle(_ job: ClaimedJob, _ body: @escaping @Sendable (JobLeaseStore) throws -> Bool) async {
    let database = database
    let owner = owner
    let outcome = await Task.detached {
      try await database.write { try body(JobLeaseStore($0, owner: owner)) }
    }.result
    switch outcome {
    case .success(true): break
    case .success(false): logger.warning("job was taken over", metadata: ["job": "\(job.code) \(job.id)"])
    case .failure(let error):
      logger.error("job outcome not stored", metadata: ["job": "\(job.code) \(job.id)", "error": "\(type(of: error))"])
    }
  }

  /// Runs `body`; what it throws is logged, since the next tick tries again.
  private func attempt<Answer: Sendable>(
    _ what: String, _ body: @Sendable () async throws -> Answer
  ) async -> Answer? {
    do { return try await body() } catch is CancellationError { return nil } catch {
      logger.error("\(what) failed", metadata: ["error": "\(error)"])
      return nil
    }
  }
}
