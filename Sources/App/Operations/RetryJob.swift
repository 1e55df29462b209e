import Audit
import Database
import Jobs
import Kernel

extension AuditEvent {
  static func jobRetried(title: String) -> AuditEvent {
    AuditEvent(code: "operations.jobRetried", sentence: "cho chạy lại việc nền «\(title)»")
  }
}

/// Puts a failed background job back in the queue.
struct RetryJob: Sendable {
  var job: Job.ID

  func perform(by actor: Actor, in transaction: any Transaction) throws -> Job {
    try Self.requireAdministrator(actor)
    let store = JobStore(transaction)
    let found = try store.find(job)
    try store.retry(job)
    try Audit.record(.jobRetried(title: found.title), on: nil, by: actor, in: transaction)
    return found
  }

  /// The operations of the system concern administrators alone; for others the page does not exist.
  static func requireAdministrator(_ actor: Actor) throws(Refusal) {
    guard actor.isAdministrator else { throw Refusal(.notFound, "Không tìm thấy trang này.") }
  }
}
