import Database
import Kernel

/// What one runner does with the jobs it holds. A lease is kept alive while the work goes on; a runner that died lets
/// it run out, and another takes the job.
struct JobLeaseStore {
  /// Life of a lease without renewal.
  static let lease = Duration.seconds(30)
  static let backoffMax = Duration.seconds(900)
  private static let errorLengthMax = 1000

  private let transaction: any Transaction
  private let owner: String

  init(_ transaction: any Transaction, owner: String) {
    self.transaction = transaction
    self.owner = owner
  }

  var now: Instant { transaction.now }

  /// Takes the next due job of a lane, if there is one.
  func claim(_ lane: JobLane) throws -> ClaimedJob? {
    let rows = try transaction.rows(
      """
      UPDATE jobs SET state = \(Job.State.running), attempts = attempts + 1, lease_owner = \(owner),
        lease_until = \(transaction.now + Self.lease), progress_done = 0, progress_total = NULL, progress_note = ''
      WHERE id = (
        SELECT id FROM jobs
        WHERE state = \(Job.State.waiting) AND lane = \(lane) AND not_before <= \(transaction.now)
        ORDER BY not_before, id LIMIT 1 \(skipLocked))
      RETURNING id, code, payload, attempts, is_scheduled
      """)
    return try rows.first.map {
      ClaimedJob(
        id: try $0.get("id"), code: try $0.get("code"), payload: try $0.get("payload"),
        attempt: try $0.get("attempts"), isScheduled: try $0.get("is_scheduled"))
    }
  }

  /// Several runners claim side by side on PostgreSQL; SQLite has one writer.
  private var skipLocked: SQL {
    switch transaction.engine {
    case .sqlite: ""
    case .postgres: "FOR UPDATE SKIP LOCKED"
    }
  }

  func renew() throws {
    try transaction.run(
      """
      UPDATE jobs SET lease_until = \(transaction.now + Self.lease)
      WHERE lease_owner = \(owner) AND state = \(Job.State.running)
      """)
  }

  /// False when the lease was lost meanwhile.
  func report(_ progress: Job.Progress, of id: Job.ID) throws -> Bool {
    try transaction.run(
      """
      UPDATE jobs SET progress_done = \(progress.done), progress_total = \(progress.total),
        progress_note = \(progress.note)
      WHERE \(held(id))
      """) > 0
  }

  func complete(_ id: Job.ID) throws -> Bool {
    try transaction.run(
      """
      UPDATE jobs SET state = \(Job.State.done), lease_owner = NULL, lease_until = NULL, last_error = NULL,
        finished_at = \(transaction.now)
      WHERE \(held(id))
      """) > 0
  }

  /// A scheduled job has done its turn and waits for the next.
  func wait(_ id: Job.ID, until next: Instant) throws -> Bool {
    try transaction.run(
      """
      UPDATE jobs SET state = \(Job.State.waiting), attempts = 0, lease_owner = NULL, lease_until = NULL,
        last_error = NULL, not_before = \(next), finished_at = \(transaction.now)
      WHERE \(held(id))
      """) > 0
  }

  /// A run ended in an error: again later, or never when `isFinal`.
  func fail(_ job: ClaimedJob, error: String, isFinal: Bool) throws -> Bool {
    let state: Job.State = isFinal ? .failed : .waiting
    return try transaction.run(
      """
      UPDATE jobs SET state = \(state), lease_owner = NULL, lease_until = NULL,
        last_error = \(String(error.prefix(Self.errorLengthMax))),
        not_before = \(transaction.now + Self.backoff(after: job.attempt)),
        finished_at = \(isFinal ? transaction.now : nil)
      WHERE \(held(job.id))
      """) > 0
  }

  /// The server stops: the job goes back to the queue as if this run had not begun.
  func giveBack(_ id: Job.ID) throws -> Bool {
    try transaction.run(
      """
      UPDATE jobs SET state = \(Job.State.waiting), attempts = attempts - 1, lease_owner = NULL, lease_until = NULL,
        not_before = \(transaction.now)
      WHERE \(held(id))
      """) > 0
  }

  /// Takes back jobs whose runner died. A lease that ends further away than any lease lives comes from a clock that
  /// has been set back since. `everyone`: no other process can hold a job (SQLite, at start).
  func takeBackLost(everyone: Bool) throws {
    let now = transaction.now
    let isLost: SQL =
      everyone
      ? "state = \(Job.State.running)"
      : """
      state = \(Job.State.running) AND lease_owner <> \(owner)
        AND (lease_until <= \(now) OR lease_until > \(now + Self.lease + Self.lease))
      """
    try transaction.run(
      """
      UPDATE jobs SET state = \(Job.State.waiting), lease_owner = NULL, lease_until = NULL, not_before = \(now),
        last_error = 'Máy chủ dừng giữa chừng.'
      WHERE \(isLost)
      """)
  }

  /// After the clock was set back, jobs of the lost future are due now.
  func mendClock() throws {
    let now = transaction.now
    try transaction.run(
      """
      UPDATE jobs SET not_before = \(now)
      WHERE state = \(Job.State.waiting) AND not_before > \(now)
        AND ((attempts = 0 AND is_scheduled = 0 AND not_before <= created_at)
          OR (attempts > 0 AND not_before > \(now + Self.backoffMax)))
      """)
  }

  /// 5 s, 10 s, 20 s … up to a quarter of an hour.
  static func backoff(after attempt: Int) -> Duration {
    min(backoffMax, .seconds(5 << min(max(attempt - 1, 0), 10)))
  }

  private func held(_ id: Job.ID) -> SQL {
    "id = \(id) AND state = \(Job.State.running) AND lease_owner = \(owner)"
  }
}
