import Database
import FileVault
import Foundation
import Jobs
import Kernel
import Registers
import Synchronization

/// Looks through an uploaded old book.
package struct CheckOldBookJob: JobKind {
  package static let code = "oldBook.check"
  package static let title = "Kiểm tra sổ cũ"
  package static let lane = JobLane.heavy

  let work: ImportWork

  package init(work: ImportWork) { self.work = work }

  package func run(_ payload: String, context: JobContext) async throws {
    guard let batch = try await ImportJobs.batch(payload, in: .checking, context) else { return }
    try await ImportJobs.endingRefused(batch.id, context) {
      let actor = try await ImportJobs.actor(of: batch, context)
      try await OldBookJobs.withCheck(of: batch, by: actor, work, context) { found, table, _ in
        let columns = try table.columnNames()
        let unneeded = try await context.database.write { transaction in
          try Self.keep(found, columns, of: batch.id, by: actor, in: transaction)
        }
        for staged in unneeded { try await work.vault.discard(staged) }
      }
    }
  }

  /// Gives the uploads that must go at once.
  private static func keep(
    _ found: TrialOutcome, _ columns: [String], of id: ImportBatch.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> [StagedFile] {
    let store = ImportBatchStore(transaction)
    var current = try store.lock(id)
    guard current.state == .checking else { return [] }
    current.settings.columns = columns
    guard !found.secretRows.isEmpty else {
      current.state = .checked
      try ImportBatches.save(found, of: &current, by: actor, in: transaction)
      return []
    }
    // Nothing secret waits here, not even in an upload (MAT-05).
    let unneeded = [current.upload, current.files].compactMap(\.self)
    (current.upload, current.files, current.state) = (nil, nil, .failed)
    try ImportBatches.save(found, of: &current, by: actor, in: transaction)
    current.trouble = OldBookJobs.secretTrouble(found.secretRows)
    try store.save(current)
    return unneeded
  }
}

/// Enters an old book that its clerk has let in. Run again it goes on.
package struct EnterOldBookJob: JobKind {
  package static let code = "oldBook.enter"
  package static let title = "Nhập sổ cũ"
  package static let lane = JobLane.heavy

  let work: ImportWork

  package init(work: ImportWork) { self.work = work }

  package func run(_ payload: String, context: JobContext) async throws {
    guard let batch = try await ImportJobs.batch(payload, in: .entering, context) else { return }
    let id = batch.id
    try await ImportJobs.endingRefused(id, context) {
      let actor = try await ImportJobs.actor(of: batch, context)
      try await OldBookJobs.withCheck(of: batch, by: actor, work, context) { found, table, files in
        try await context.database.write { transaction in
          var current = try ImportBatchStore(transaction).lock(id)
          try ImportBatches.save(found, of: &current, by: actor, in: transaction)
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
      _ = try await context.database.write { try ImportBatches.finish(id, by: actor, in: $0) }
    }
  }
}

/// What both jobs do.
private enum OldBookJobs {
  static func withCheck(
    of batch: ImportBatch, by actor: Actor, _ work: ImportWork, _ context: JobContext,
    _ body: (TrialOutcome, TableFile, BroughtFiles?) async throws -> Void
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
