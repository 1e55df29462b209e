import Database
import FileVault
import IncomingDocuments
import Kernel

/// Enters the good rows of an old book, in the order of arrival, a batch of rows in each transaction together with the mark
/// that they are entered: killed and started again it goes on, and no row is entered twice.
struct EnterOldBook: Sendable {
  private static let batchRows = 200
  /// Files are put into the vault before the transaction; a stop then loses no more than these.
  private static let batchRowsWithFiles = 20

  let batch: ImportBatch.ID
  let table: TableFile
  let reading: DocumentLineReading
  let actor: Actor
  let files: BroughtFiles?
  let database: any Database
  let vault: FileVault

  /// `progress` gets how many of the plan are through.
  func run(_ check: TrialOutcome, progress: (Int) async throws -> Void) async throws {
    let step = check.hasFiles ? Self.batchRowsWithFiles : Self.batchRows
    for start in stride(from: 0, to: check.plan.count, by: step) {
      let places = Array(check.plan[start..<min(start + step, check.plan.count)])
      let lines = try table.rows(at: places).map { row in
        var line = reading.line(row)
        if check.duplicates.contains(row.place.row) { line.act.duplicateReason = reading.settings.duplicateReason }
        return line
      }
      try await enter(try await withFiles(lines))
      try await progress(start + places.count)
    }
  }

  /// The lines whose files are kept; the others are noted as problems.
  private func withFiles(_ lines: [DocumentLine]) async throws -> [DocumentLine] {
    guard let files else { return lines }
    var ready: [DocumentLine] = []
    for var line in lines {
      do {
        for path in line.filePaths { line.act.files.append(try await files.keep(path, in: vault)) }
        ready.append(line)
      } catch let refusal as Refusal where refusal.kind != .unavailable {
        try await note(refusal, at: line.place, field: .files)
      }
    }
    return ready
  }

  /// All in one transaction; when one of them is refused, each in its own.
  private func enter(_ lines: [DocumentLine]) async throws {
    do { try await enterTogether(lines) } catch is Refusal {
      for line in lines {
        do { try await enterTogether([line]) } catch let refusal as Refusal where refusal.kind != .unavailable {
          let field = DocumentField.of(obstacleAt: refusal.reasons.first?.field)
          try await note(refusal, at: line.place, field: field)
        }
      }
    }
  }

  private func enterTogether(_ lines: [DocumentLine]) async throws {
    try await database.write { [batch, actor] transaction in
      let store = ImportBatchStore(transaction)
      // The lock keeps a second run of the same batch away from these rows.
      var current = try store.lock(batch)
      for line in lines where try !store.isEntered(line.place.row, of: batch) {
        let (document, _) = try line.act.perform(by: actor, in: transaction)
        _ = try store.enter(line.place.row, as: document.number, of: batch)
        current.counts.entered += 1
      }
      try store.save(current)
    }
  }

  private func note(_ refusal: Refusal, at place: RowPlace, field: DocumentField?) async throws {
    let problem = RowProblem(place: place, field: field?.rawValue, message: refusal.message)
    try await database.write { [batch] transaction in
      let store = ImportBatchStore(transaction)
      var current = try store.lock(batch)
      try store.appendProblem(problem, of: batch)
      current.counts.problems += 1
      try store.save(current)
    }
  }
}
