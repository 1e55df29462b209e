import Database
import Foundation
import Identity
import Jobs
import Kernel

/// Does what a batch asks in the background, or what is left of it after the server stopped.
struct RunWorkBatchJob: JobKind {
  struct Payload: Codable {
    var batch: WorkBatch.ID
  }

  static let code = "workBatch.run"
  static let title = "Xử lý hàng loạt"

  func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).batch
    guard let batch = try await context.database.read({ try WorkBatchStore($0).findForJob(id) }),
      batch.finishedAt == nil
    else { return }
    let (actor, counts) = try await context.database.read { transaction in
      (
        try StandingActor.find(batch.account, as: batch.post, in: transaction),
        try WorkBatchStore(transaction).counts(of: id)
      )
    }
    let total = counts.values.reduce(0, +)
    var done = total - counts[.waiting, default: 0]
    try await RunWorkBatch(batch: batch).perform(by: actor, over: context.database) { more in
      done += more
      try await context.progress(done: done, total: total, note: "\(done)/\(total) văn bản")
    }
  }
}
