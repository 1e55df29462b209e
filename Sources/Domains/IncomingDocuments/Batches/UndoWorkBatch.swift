import Database
import Kernel
import Notifications

/// Takes back a whole batch within its seconds, a document at a time: what somebody has opened meanwhile stays, and its
/// line says why.
struct UndoWorkBatch: Sendable {
  var batch: WorkBatch

  /// Gives how many were taken back.
  func perform(by actor: Actor, over database: any Database) async throws -> Int {
    let lines = try await database.write { [batch] transaction in
      let store = WorkBatchStore(transaction)
      let batch = try store.find(batch.id, of: actor)
      if let refusal = Self.obstacle(batch, now: transaction.now) { throw refusal }
      try store.markUndone(batch.id)
      return try store.lines(of: batch.id, .done, limit: batch.act.linesMax)
    }
    var count = 0
    for line in lines where try await undo(line, by: actor, over: database) { count += 1 }
    return count
  }

  private static func obstacle(_ batch: WorkBatch, now: Instant) -> Refusal? {
    if let undoneAt = batch.undoneAt { return Refusal(.conflict, "Lần này đã được hoàn tác lúc \(undoneAt.text).") }
    guard let finishedAt = batch.finishedAt, batch.act.isSending else {
      return Refusal(
        .conflict,
        batch.act.isSending
          ? "Chưa làm xong nên chưa hoàn tác được." : "«\(batch.act.label)» không có gì để hoàn tác.")
    }
    guard now > finishedAt + Notifications.undoTime else { return nil }
    return Refusal(
      .conflict, "Đã quá 10 giây nên không hoàn tác được nữa. Hãy \(batch.act.instead).")
  }

  private func undo(_ line: WorkBatchLine, by actor: Actor, over database: any Database) async throws -> Bool {
    guard let sending = line.sending else { return false }
    do {
      return try await database.write { [batch] transaction in
        let store = WorkBatchStore(transaction)
        guard var taken = try store.take(line.position, of: batch.id, .done) else { return false }
        try UndoSending(sending, on: line.target.document, sentAt: batch.finishedAt).perform(by: actor, in: transaction)
        taken.state = .undone
        try store.save(taken, of: batch.id)
        return true
      }
    } catch let refusal as Refusal {
      try await database.write { [batch] transaction in
        var kept = line
        kept.reason = "Không hoàn tác được: \(refusal.message)"
        try WorkBatchStore(transaction).save(kept, of: batch.id)
      }
      return false
    }
  }
}
