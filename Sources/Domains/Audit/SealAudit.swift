import Database
import Jobs
import Kernel
import Logging

/// Appends waiting entries to the chain, as it finds them: never by id or time, which a clock may have set back. Each is
/// counted into its day in the same transaction, so once.
struct SealAudit {
  /// Entries of one transaction: short enough that acts do not wait.
  static let batchMax = 500

  /// Closes a day that is over, then seals one batch. Gives how many were sealed and the closing, if one was due.
  func perform(in transaction: any Transaction) throws -> (sealed: Int, closing: AuditChain.Closing?) {
    let store = SealStore(transaction)
    var head = try store.lockHead()
    let closing = try closeDay(&head, store)
    let waiting = try store.unsealed(limit: Self.batchMax)
    for (id, entry) in waiting {
      let number = head.number + 1
      head.hash = AuditChain.hash(after: head.hash, number: number, entry: entry, id: id)
      head.number = number
      try store.add(number: number, entry: id, hash: head.hash)
    }
    try AccessCountStore(transaction).add(waiting.map(\.entry))
    if !waiting.isEmpty || closing != nil { try store.save(head) }
    return (waiting.count, closing)
  }

  /// A clock that was set back closes nothing: the open day only moves forward.
  private func closeDay(_ head: inout AuditChain.Head, _ store: SealStore) throws -> AuditChain.Closing? {
    let today = store.now.day
    guard let openDay = head.openDay else {
      head.openDay = today
      return nil
    }
    guard openDay < today else { return nil }
    let before = try store.lastClosing()?.lastNumber ?? 0
    let closing = AuditChain.Closing(
      day: openDay, lastNumber: head.number, entryCount: head.number - before, lastHash: head.hash)
    try store.add(closing)
    head.openDay = today
    return closing
  }
}

/// Seals the audit trail, at most a minute after each act.
package struct SealAuditJob: JobKind {
  package static let code = "audit.seal"
  package static let title = "Niêm phong nhật ký"
  package static let remedy = "Kiểm tra chỗ trống của đĩa, rồi chạy «chauban verify»."

  package let schedule: JobSchedule? = .every(.seconds(20))

  package init() {}

  package func run(_ payload: String, context: JobContext) async throws {
    while true {
      let (sealed, closing) = try await context.database.write { try SealAudit().perform(in: $0) }
      if let closing {
        // Also outside the database, so that a chain rewritten as a whole differs from what the log has kept.
        context.logger.notice(
          "audit day closed",
          metadata: [
            "day": "\(closing.day.isoText)", "entries": "\(closing.entryCount)", "last": "\(closing.lastNumber)",
            "hash": "\(closing.lastHash)",
          ])
      }
      if sealed < SealAudit.batchMax { return }
    }
  }
}
