import Database
import Kernel
import Logging
import NIOPosix
import Synchronization

/// What a running job may use.
package struct JobContext: Sendable {
  package let id: Job.ID
  /// 1 for the first run.
  package let attempt: Int
  package let database: any Database
  package let logger: Logger
  private let owner: String
  private let threads: NIOThreadPool
  private let throttle: ProgressThrottle

  init(_ job: ClaimedJob, database: any Database, logger: Logger, owner: String, threads: NIOThreadPool) {
    id = job.id
    attempt = job.attempt
    self.database = database
    self.logger = logger
    self.owner = owner
    self.threads = threads
    throttle = ProgressThrottle()
  }

  /// Shows how far the work is: on the operations page and, by subject, on its page. Written at most twice a second.
  /// Throws `CancellationError` when the server stops or another runner has taken the job over: end then.
  package func progress(done: Int, total: Int? = nil, note: String = "") async throws {
    try Task.checkCancellation()
    guard done == total || throttle.mayPass() else { return }
    let isHeld = try await database.write { [id, owner] transaction in
      try JobLeaseStore(transaction, owner: owner).report(.init(done: done, total: total, note: note), of: id)
    }
    guard isHeld else { throw CancellationError() }
  }

  /// Runs blocking work on the jobs' own threads, away from the threads that answer requests.
  package func blocking<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
    try await threads.runIfActive(body)
  }
}

private final class ProgressThrottle: Sendable {
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  func mayPass() -> Bool {
    let now = ContinuousClock.now
    return last.withLock {
      if let last = $0, last.duration(to: now) < .milliseconds(500) { return false }
      $0 = now
      return true
    }
  }
}
