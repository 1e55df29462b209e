import Database
import Kernel

/// Background work: stored with the change that causes it, leased, retried, visible to administrators.
package enum Jobs {
  /// Adds a job inside the transaction that causes it: no change without its job, no job without its change. Runners
  /// wake when that transaction is durable.
  ///
  /// `shownTitle` stands on the operations page and names the subject, never its content.
  @discardableResult package static func add(
    code: String, payload: String, in transaction: any Transaction, lane: JobLane = .quick, notBefore: Instant? = nil,
    subject: RecordReference? = nil, shownTitle: String
  ) throws -> Job.ID {
    let id = try JobStore(transaction).add(
      code: code, payload: payload, lane: lane, notBefore: notBefore, subject: subject, title: shownTitle)
    transaction.afterCommit { JobSignal.shared.wake() }
    return id
  }

  /// Adds a job of a known kind; `payload` is stored as JSON.
  @discardableResult package static func add<Kind: JobKind>(
    _ kind: Kind.Type, payload: some Encodable, in transaction: any Transaction, notBefore: Instant? = nil,
    subject: RecordReference? = nil, shownTitle: String = Kind.title
  ) throws -> Job.ID {
    try add(
      code: kind.code, payload: JSONText.text(payload), in: transaction, lane: kind.lane, notBefore: notBefore,
      subject: subject, shownTitle: shownTitle)
  }
}

/// One piece of background work as it is stored.
package struct Job: Sendable, Equatable {
  package typealias ID = Identifier<Job>

  package enum State: String, Sendable, CaseIterable {
    case waiting, running, done, failed

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .waiting: "Đang chờ"
      case .running: "Đang chạy"
      case .done: "Đã xong"
      case .failed: "Không xong"
      }
    }
  }

  package struct Progress: Sendable, Equatable {
    package var done: Int
    /// Nil when the whole is not known.
    package var total: Int?
    package var note: String

    package init(done: Int = 0, total: Int? = nil, note: String = "") {
      self.done = done
      self.total = total
      self.note = note
    }
  }

  package var id: ID
  package var code: String
  package var title: String
  package var subject: RecordReference?
  package var state: State
  package var attempts: Int
  package var notBefore: Instant
  package var progress: Progress
  /// Why the last run ended without its work done.
  package var lastError: String?
  package var isScheduled: Bool
  package var createdAt: Instant
  package var finishedAt: Instant?

  package init(
    id: ID, code: String, title: String, subject: RecordReference? = nil, state: State, attempts: Int = 0,
    notBefore: Instant, progress: Progress = Progress(), lastError: String? = nil, isScheduled: Bool = false,
    createdAt: Instant, finishedAt: Instant? = nil
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.subject = subject
    self.state = state
    self.attempts = attempts
    self.notBefore = notBefore
    self.progress = progress
    self.lastError = lastError
    self.isScheduled = isScheduled
    self.createdAt = createdAt
    self.finishedAt = finishedAt
  }

  package var isOpen: Bool { state == .waiting || state == .running }
}

/// A job that this process holds.
struct ClaimedJob: Sendable {
  let id: Job.ID
  let code: String
  let payload: String
  let attempt: Int
  let isScheduled: Bool
}
