import Database
import FileVault
import Foundation
import Identity
import Jobs
import Kernel
import Registers
import Synchronization

struct OldBookPayload: Codable, Sendable {
  var batch: ImportBatch.ID
}

/// Looks through an uploaded old book.
package struct CheckOldBookJob: JobKind {
  package static let code = "oldBook.check"
  package static let title = "Kiểm tra sổ cũ"
  package static let lane = JobLane.heavy

  let work: OldBookWork

  package init(work: OldBookWork) { self.work = work }

  static func add(_ batch: ImportBatch, in transaction: any Transaction) throws {
    try Jobs.add(
      Self.self, payload: OldBookPayload(batch: batch.id), in: transaction, subject: .importBatch(batch.id),
      shownTitle: "Kiểm tra sổ cũ «\(batch.sourceName)»")
  }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: OldBookPayload.self).batch
    guard let batch = try await context.database.read({ try ImportBatchStore($0).findForJob(id) }),
      batch.state == .checking
    else { return }
    do {
      let actor = try await OldBookJobs.actor(of: batch, context)
      try await OldBookJobs.withCheck(of: batch, by: actor, work, context) { found, table, _ in
        let columns = try table.columnNames()
        let unneeded = try await context.database.write { transaction -> [StagedFile] in
          var current = try ImportBatchStore(transaction).lock(id)
          guard current.state == .checking else { return [] }
          current.settings.columns = columns
          var unneeded: [StagedFile] = []
          if found.secretRows.isEmpty {
            current.state = .checked
          } else {
            // Nothing secret waits here, not even in an upload (MAT-05).
            unneeded = [current.upload, current.files].compactMap(\.self)
            (current.upload, current.files, current.state) = (nil, nil, .failed)
          }
          try OldBookBatches.save(found, of: &current, by: actor, in: transaction)
          if !found.secretRows.isEmpty {
            current.trouble = OldBookJobs.secretTrouble(found.secretRows)
            try ImportBatchStore(transaction).save(current)
          }
          return unneeded
        }
        for staged in unneeded { try await work.vault.discard(staged) }
      }
    } catch let refusal as Refusal where refusal.kind != .unavailable {
      try await OldBookJobs.fail(id, refusal.message, context)
    }
  }
}

/// Enters an old book that its clerk has let in. Run again it goes on.
package struct EnterOldBookJob: JobKind {
  package static let code = "oldBook.enter"
  package static let title = "Nhập sổ cũ"
  package static let lane = JobLane.heavy

  let work: OldBookWork

  package init(work: OldBookWork) { self.work = work }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: OldBookPayload.self).batch
    guard let batch = try await context.database.read({ try ImportBatchStore($0).findForJob(id) }),
      batch.state == .entering
    else { return }
    do {
      let actor = try await OldBookJobs.actor(of: batch, context)
      try await OldBookJobs.withCheck(of: batch, by: actor, work, context) { found, table, files in
        try await context.database.write { transaction in
          var current = try ImportBatchStore(transaction).lock(id)
          try OldBookBatches.save(found, of: &current, by: actor, in: transaction)
        }
        let source = OldBookSource(batch: id.number, name: batch.sourceName)
        let entering = EnterOldBook(
          batch: id, table: table, reading: try work.reading(batch.settings, from: source), actor: actor, files: files,
          database: context.database, vault: work.vault)
        let total = found.plan.count
        try await entering.run(found) { done in
          try await context.progress(done: done, total: total, note: "Đã nhập \(done) trong \(total) văn bản")
        }
      }
      _ = try await context.database.write { try OldBookBatches.finish(id, by: actor, in: $0) }
    } catch let refusal as Refusal where refusal.kind != .unavailable {
      try await OldBookJobs.fail(id, refusal.message, context)
    }
  }
}

/// Forgets uploads of old books after a week.
package struct ForgetOldBookUploads: JobKind {
  package static let code = "oldBook.forget"
  package static let title = "Dọn tệp sổ cũ đã nhập"
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

/// What both jobs do.
private enum OldBookJobs {
  static func actor(of batch: ImportBatch, _ context: JobContext) async throws -> Actor {
    let actor = try await context.database.read { transaction in
      try StandingActor.find(batch.account, as: batch.post, in: transaction)
    }
    guard let actor else {
      throw Refusal(.forbidden, "Người yêu cầu không còn giữ chức danh văn thư, nên không nhập tiếp được.")
    }
    return actor
  }

  static func withCheck(
    of batch: ImportBatch, by actor: Actor, _ work: OldBookWork, _ context: JobContext,
    _ body: (CheckOldBook.Outcome, TableFile, BroughtFiles?) async throws -> Void
  ) async throws {
    guard let upload = batch.upload else { throw Refusal(.conflict, "Tệp tải lên không còn giữ. Hãy tải lại tệp.") }
    try await work.withTable(work.vault.url(of: upload), named: batch.sourceName) { table in
      try await work.withFiles(batch.files.map(work.vault.url(of:)), named: "tệp ZIP") { files in
        let source = OldBookSource(batch: batch.id.number, name: batch.sourceName)
        let check = CheckOldBook(
          table: table, reading: try work.reading(batch.settings, from: source), actor: actor,
          entered: try work.enteredRows(of: batch.id), files: files)
        let rows = try await reporting(context) { counter in
          try check.readRows(context.database) { try counter.note($0) }
        }
        try await body(try await check.judgeFiles(of: rows), table, files)
      }
    }
  }

  static func fail(_ id: ImportBatch.ID, _ trouble: String, _ context: JobContext) async throws {
    try await context.database.write { transaction in
      let store = ImportBatchStore(transaction)
      var batch = try store.lock(id)
      (batch.state, batch.trouble, batch.finishedAt) = (.failed, trouble, transaction.now)
      try store.save(batch)
    }
  }

  static func secretTrouble(_ rows: [Int]) -> String {
    let shown = rows.prefix(20).map(String.init).joined(separator: ", ")
    let more = rows.count > 20 ? " và \(rows.count - 20) dòng khác" : ""
    return "Tệp có dòng mang dấu chỉ độ mật: dòng \(shown)\(more). Tệp tải lên đã được xóa khỏi hệ thống."
      + " Bỏ các dòng ấy khỏi tệp rồi tải lại; văn bản mật đăng ký ở sổ mật theo quy định."
  }

  /// Runs blocking work away from the threads that answer requests, and tells meanwhile how many rows are read.
  private static func reporting<Answer: Sendable>(
    _ context: JobContext, _ body: @escaping @Sendable (RowCounter) throws -> Answer
  ) async throws -> Answer {
    let counter = RowCounter()
    return try await withThrowingTaskGroup(of: Answer?.self) { group in
      group.addTask { try await context.blocking { try body(counter) } }
      group.addTask {
        while true {
          try await Task.sleep(for: .milliseconds(700))
          try await context.progress(done: counter.rows, note: "Đã kiểm tra \(counter.rows) dòng")
        }
      }
      do {
        while let answer = try await group.next() {
          guard let answer else { continue }
          group.cancelAll()
          return answer
        }
        throw CancellationError()
      } catch {
        counter.stop()
        group.cancelAll()
        throw error
      }
    }
  }
}

/// Rows read so far by blocking work that may be told to stop.
private final class RowCounter: Sendable {
  private let state = Mutex((rows: 0, isStopped: false))

  var rows: Int { state.withLock { $0.rows } }

  func note(_ rows: Int) throws {
    let isStopped = state.withLock { state in
      state.rows = rows
      return state.isStopped
    }
    if isStopped { throw CancellationError() }
  }

  func stop() { state.withLock { $0.isStopped = true } }
}
