import Database
import FileVault
import Identity
import Jobs
import Kernel

struct ImportPayload: Codable, Sendable {
  var batch: ImportBatch.ID
}

/// What the jobs of every kind of source share.
enum ImportJobs {
  static func addCheck(of batch: ImportBatch, in transaction: any Transaction) throws {
    switch batch.kind {
    case .documents: try add(CheckOldBookJob.self, "Kiểm tra", batch, transaction)
    case .organization: try add(CheckOrganizationJob.self, "Kiểm tra", batch, transaction)
    }
  }

  static func addEntering(of batch: ImportBatch, in transaction: any Transaction) throws {
    switch batch.kind {
    case .documents: try add(EnterOldBookJob.self, "Nhập", batch, transaction)
    case .organization: try add(EnterOrganizationJob.self, "Nhập", batch, transaction)
    }
  }

  private static func add<Kind: JobKind>(
    _ kind: Kind.Type, _ verb: String, _ batch: ImportBatch, _ transaction: any Transaction
  ) throws {
    try Jobs.add(
      kind, payload: ImportPayload(batch: batch.id), in: transaction, subject: .importBatch(batch.id),
      shownTitle: "\(verb) \(batch.kind.noun) «\(batch.sourceName)»")
  }

  /// The batch of a payload while it is in the state that the job is for.
  static func batch(_ payload: String, in state: ImportBatch.State, _ context: JobContext) async throws -> ImportBatch?
  {
    let id = try JSONText.value(payload, as: ImportPayload.self).batch
    let batch = try await context.database.read { try ImportBatchStore($0).findForJob(id) }
    return batch?.state == state ? batch : nil
  }

  static func actor(of batch: ImportBatch, _ context: JobContext) async throws -> Actor {
    let actor = try await context.database.read { transaction in
      try StandingActor.find(batch.account, as: batch.post, in: transaction)
    }
    guard let actor else {
      throw Refusal(.forbidden, "Người yêu cầu không còn giữ chức danh đã dùng để nhập, nên không nhập tiếp được.")
    }
    return actor
  }

  /// Ends a batch with a refusal's words, when `body` throws one that no repetition cures.
  static func endingRefused(
    _ id: ImportBatch.ID, _ context: JobContext, _ body: () async throws -> Void
  ) async throws {
    do { try await body() } catch let refusal as Refusal where refusal.kind != .unavailable {
      try await context.database.write { transaction in
        let store = ImportBatchStore(transaction)
        var batch = try store.lock(id)
        (batch.state, batch.trouble, batch.finishedAt) = (.failed, refusal.message, transaction.now)
        try store.save(batch)
      }
    }
  }
}

/// Forgets uploads of sources after a week.
package struct ForgetImportUploads: JobKind {
  package static let code = "oldBook.forget"
  package static let title = "Dọn tệp nhập đã tải lên"
  package let schedule: JobSchedule? = .daily(hour: 2, minute: 20)
  private static let kept = Duration.seconds(7 * 86_400)

  private let vault: FileVault

  package init(vault: FileVault) { self.vault = vault }

  package func run(_ payload: String, context: JobContext) async throws {
    let unneeded = try await context.database.write { transaction -> [StagedFile] in
      let store = ImportBatchStore(transaction)
      return try store.withOldUploads(before: transaction.now - Self.kept).flatMap { batch in
        var forgotten = batch
        (forgotten.upload, forgotten.files) = (nil, nil)
        try store.save(forgotten)
        return [batch.upload, batch.files].compactMap(\.self)
      }
    }
    for staged in unneeded { try await vault.discard(staged) }
  }
}
