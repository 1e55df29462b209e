import Database
import Kernel

extension Job.State: SQLConvertible {}
extension JobLane: SQLConvertible {}

/// The jobs' SQL. What runners do with a lease is in `JobLeaseStore`.
package struct JobStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(
    code: String, payload: String, lane: JobLane, notBefore: Instant?, subject: RecordReference?, title: String
  ) throws -> Job.ID {
    let id: Job.ID = try transaction.nextID(of: "jobs")
    let now = transaction.now
    try transaction.run(
      """
      INSERT INTO jobs (id, code, payload, lane, title, subject_code, subject_number, state, not_before, created_at)
      VALUES (\(id), \(code), \(payload), \(lane), \(title), \(subject?.code), \(subject?.number),
        \(Job.State.waiting), \(notBefore ?? now), \(now))
      """)
    return id
  }

  /// Jobs in one state, or all but the done ones, newest first, below `before`. For the operations page, whose route
  /// lets only administrators in.
  package func listForOperations(state: Job.State? = nil, before: Job.ID? = nil, limit: Int = 50) throws -> [Job] {
    let states: SQL = state.map { "state = \($0)" } ?? "state <> \(Job.State.done)"
    let page: SQL = before.map { "AND id < \($0)" } ?? ""
    return try transaction.rows(
      "SELECT \(Self.columns) FROM jobs WHERE \(states) \(page) ORDER BY id DESC LIMIT \(limit)"
    ).map(Job.init)
  }

  /// How many jobs are in each state, each counted up to `cap`.
  package func countsForOperations(cap: Int = 1000) throws -> [Job.State: Int] {
    var counts: [Job.State: Int] = [:]
    for state in Job.State.allCases {
      let rows = try transaction.rows(
        "SELECT COUNT(*) AS count FROM (SELECT 1 FROM jobs WHERE state = \(state) LIMIT \(cap)) AS found")
      counts[state] = try rows[0].get("count")
    }
    return counts
  }

  /// A subject's jobs that are not done, oldest first: what its page shows as progress. The caller has made sure that
  /// the reader may see the subject.
  package func open(of subject: RecordReference) throws -> [Job] { try openLater(of: subject).get() }

  /// The same, not waited for.
  package func openLater(of subject: RecordReference) throws -> Later<[Job]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM jobs
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) AND state <> \(Job.State.done)
      ORDER BY id
      """
    ).map { try $0.map(Job.init) }
  }

  package func find(_ id: Job.ID) throws -> Job {
    let rows = try transaction.rows("SELECT \(Self.columns) FROM jobs WHERE id = \(id)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy việc chạy nền này.") }
    return try Job(row)
  }

  /// Puts a failed job back in the queue, with all its attempts. Refuses in any other state.
  package func retry(_ id: Job.ID) throws {
    let job = try find(id)
    guard job.state == .failed else {
      throw Refusal(.conflict, "Việc này \(job.state.label.lowercased()), không cần chạy lại.")
    }
    try transaction.run(
      """
      UPDATE jobs SET state = \(Job.State.waiting), attempts = 0, not_before = \(transaction.now), finished_at = NULL
      WHERE id = \(id) AND state = \(Job.State.failed)
      """)
    transaction.afterCommit { JobSignal.shared.wake() }
  }

  /// Makes sure that the scheduled job of a kind is there, once.
  func schedule(code: String, title: String, lane: JobLane, first: Instant, latest: Instant) throws {
    let id: Job.ID = try transaction.nextID(of: "jobs")
    try transaction.run(
      """
      INSERT INTO jobs (id, code, payload, lane, title, state, not_before, created_at, is_scheduled)
      VALUES (\(id), \(code), '{}', \(lane), \(title), \(Job.State.waiting), \(first), \(transaction.now), 1)
      ON CONFLICT (code) WHERE is_scheduled = 1 DO NOTHING
      """)
    // A next run beyond its own pause comes from a clock that has been set back since, or from a longer pause before.
    try transaction.run(
      """
      UPDATE jobs SET not_before = \(first)
      WHERE code = \(code) AND is_scheduled = 1 AND state = \(Job.State.waiting) AND not_before > \(latest)
        AND attempts = 0
      """)
  }

  /// Forgets scheduled jobs whose kind the running version no longer has.
  func unschedule(except codes: [String]) throws {
    try transaction.run("DELETE FROM jobs WHERE is_scheduled = 1 AND code NOT IN (\(SQL.list(codes + [""])))")
  }

  /// Forgets what ended of a subject that is destroyed.
  package func removeEnded(of subject: RecordReference) throws {
    try transaction.run(
      """
      DELETE FROM jobs WHERE subject_code = \(subject.code) AND subject_number = \(subject.number)
      AND state IN (\(Job.State.done), \(Job.State.failed))
      """)
  }

  /// Deletes jobs done before `instant`, at most a few thousand at a time.
  func prune(doneBefore instant: Instant) throws {
    try transaction.run(
      """
      DELETE FROM jobs WHERE id IN (
        SELECT id FROM jobs WHERE state = \(Job.State.done) AND finished_at < \(instant) LIMIT 5000)
      """)
  }

  static let columns: SQL = """
    id, code, title, subject_code, subject_number, state, attempts, not_before, progress_done, progress_total,
      progress_note, last_error, is_scheduled, created_at, finished_at
    """
}

extension Job {
  init(_ row: Row) throws {
    id = try row.get("id")
    code = try row.get("code")
    title = try row.get("title")
    if let code: String = try row.find("subject_code") {
      subject = RecordReference(code: code, number: try row.get("subject_number"))
    } else {
      subject = nil
    }
    state = try row.get("state")
    attempts = try row.get("attempts")
    notBefore = try row.get("not_before")
    progress = Progress(
      done: try row.get("progress_done"), total: try row.find("progress_total"), note: try row.get("progress_note"))
    lastError = try row.find("last_error")
    isScheduled = try row.get("is_scheduled")
    createdAt = try row.get("created_at")
    finishedAt = try row.find("finished_at")
  }
}
