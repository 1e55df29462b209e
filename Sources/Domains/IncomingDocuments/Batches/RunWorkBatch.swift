import Database
import Kernel
import Work

/// Does what a batch asks, a document at a time: each in a transaction of its own, with its line. Whatever stops it,
/// every document has been done or not, and its line says which.
struct RunWorkBatch: Sendable {
  private static let chunk = 50

  var batch: WorkBatch

  /// Does all that waits. `told` hears after each how many are left to do.
  func perform(
    by actor: Actor?, over database: any Database, telling told: (Int) async throws -> Void = { _ in }
  ) async throws {
    while true {
      let waiting = try await database.read { [batch] in
        try WorkBatchStore($0).lines(of: batch.id, .waiting, limit: Self.chunk)
      }
      guard !waiting.isEmpty else { break }
      for line in waiting {
        try await perform(line, by: actor, over: database)
        try await told(1)
      }
    }
    try await database.write { [batch] in try WorkBatchStore($0).finish(batch.id) }
  }

  private func perform(_ line: WorkBatchLine, by actor: Actor?, over database: any Database) async throws {
    do {
      guard let actor else {
        throw Refusal(.forbidden, "Người yêu cầu không còn giữ chức danh này.")
      }
      try await database.write { [batch] transaction in
        let store = WorkBatchStore(transaction)
        guard var taken = try store.take(line.position, of: batch.id, .waiting) else { return }
        try batch.act.perform(taken.target, batch.order, by: actor, in: transaction)
        taken.sending = batch.act.isSending ? try SendingStore(transaction).last(by: actor.post)?.id : nil
        taken.state = .done
        try store.save(taken, of: batch.id)
      }
    } catch let refusal as Refusal {
      try await database.write { [batch] transaction in
        let store = WorkBatchStore(transaction)
        guard var taken = try store.take(line.position, of: batch.id, .waiting) else { return }
        taken.state = .refused
        taken.reason = refusal.message
        try store.save(taken, of: batch.id)
      }
    }
  }
}

extension WorkBatch.Act {
  /// The same act that the document's own page does.
  func perform(
    _ target: WorkBatchTarget, _ order: WorkBatch.Order, by actor: Actor, in transaction: any Transaction
  ) throws {
    let document = target.document
    if self == .present {
      try PresentIncomingDocument(document, to: order.posts, proposal: order.text).perform(by: actor, in: transaction)
      return
    }
    if self == .file {
      try FileIncomingDocument(document, dossierCode: order.text).perform(by: actor, in: transaction)
      return
    }
    guard let item = target.item else {
      throw Refusal(.invalid, "Dòng này là văn bản, chưa phải việc được giao, nên chỉ trình hoặc lưu hồ sơ được.")
    }
    switch self {
    case .present, .file: break
    case .accept: try AcceptWork(item, on: document).perform(by: actor, in: transaction)
    case .assign:
      try AssignWork(item, on: document, instruction: order.text, places: order.directed)
        .perform(by: actor, in: transaction)
    case .complete:
      try CompleteWork(item, on: document, result: order.text).perform(by: actor, in: transaction)
    case .handOver:
      try HandOverWork(item, on: document, to: order.posts.first, reason: order.text)
        .perform(by: actor, in: transaction)
    case .read: try CompleteWork(item, on: document, result: "").perform(by: actor, in: transaction)
    }
  }
}
