import Audit
import Database
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Registers

/// Brings an old book in from the command line: a trial run over everything, then, unless only that was asked, the rows.
package struct RunOldBook: Sendable {
  package var file: URL
  package var settings: ImportSettings
  /// Folder or ZIP of the files; the folder of `file` when nil.
  package var files: URL?
  package var isTrial: Bool
  /// Where the Excel file with the rows that were not taken goes.
  package var errorSheet: URL?

  package init(
    file: URL, settings: ImportSettings, files: URL? = nil, isTrial: Bool = false, errorSheet: URL? = nil
  ) {
    self.file = file
    self.settings = settings
    self.files = files
    self.isTrial = isTrial
    self.errorSheet = errorSheet
  }

  package func run(
    by actor: Actor, _ work: ImportWork, progress: @Sendable (ImportRunStep) -> Void
  ) async throws -> ImportRunOutcome {
    let name = file.lastPathComponent
    let source = files ?? file.deletingLastPathComponent()
    return try await work.withTable(file, named: name) { table in
      try await work.withFiles(source, named: source.lastPathComponent) { files in
        try await run(by: actor, work, table, files, progress)
      }
    }
  }

  private func run(
    by actor: Actor, _ work: ImportWork, _ table: TableFile, _ files: BroughtFiles?,
    _ progress: @Sendable (ImportRunStep) -> Void
  ) async throws -> ImportRunOutcome {
    let name = file.lastPathComponent
    let source = CommandLineSource(kind: .documents, file: file, errorSheet: errorSheet)
    let hash = try await source.hash(work)
    let known = try await work.database.read {
      try ImportBatchStore($0).find(source: hash, .documents, of: actor.agency)
    }
    let trial = OldBookSource(batch: known?.id.number ?? 0, name: name)
    let check = CheckOldBook(
      table: table, reading: try work.reading(settings, from: trial), actor: actor,
      entered: try known.map { try work.enteredRows(of: $0.id) } ?? [], files: files)
    let found = try await check.run(work.database) { progress(.checked(rows: $0)) }
    try source.write(found.problems, of: table)
    var outcome = ImportRunOutcome(counts: found.counts, problems: source.sentences(found.problems))
    guard !isTrial else { return outcome }
    guard found.problems.isEmpty || settings.skipsProblems else {
      outcome.isHeldBack = true
      return outcome
    }
    let batch = try await work.database.write { [settings] transaction in
      try ImportBatches.begin(
        known, .documents, name: name, hash: hash, settings: settings, check: found, by: actor, in: transaction)
    }
    let entering = EnterOldBook(
      batch: batch.id, table: table,
      reading: try work.reading(settings, from: OldBookSource(batch: batch.id.number, name: name)), actor: actor,
      files: files, database: work.database, vault: work.vault)
    try await entering.run(found) { progress(.entered($0, of: found.plan.count)) }
    let done = try await work.database.write { try ImportBatches.finish(batch.id, by: actor, in: $0) }
    if done.counts.problems > found.counts.problems {
      outcome.problems = try await source.writeAll(of: batch.id, table, work)
    }
    outcome.counts = done.counts
    return outcome
  }
}
