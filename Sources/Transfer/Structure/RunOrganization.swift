import Database
import FileVault
import Foundation
import Kernel

/// Brings a list of the body in from the command line: a trial run over everything, then, unless only that was asked, the
/// rows.
package struct RunOrganization: Sendable {
  package var file: URL
  package var settings: ImportSettings
  package var isTrial: Bool
  /// Where the Excel file with the rows that were not taken goes.
  package var errorSheet: URL?

  package init(file: URL, settings: ImportSettings, isTrial: Bool = false, errorSheet: URL? = nil) {
    self.file = file
    self.settings = settings
    self.isTrial = isTrial
    self.errorSheet = errorSheet
  }

  package func run(
    by actor: Actor, _ work: ImportWork, progress: @Sendable (ImportRunStep) -> Void
  ) async throws -> ImportRunOutcome {
    try await work.withTable(file, named: file.lastPathComponent, catalogue: .organization) { table in
      try await run(by: actor, work, table, progress)
    }
  }

  private func run(
    by actor: Actor, _ work: ImportWork, _ table: TableFile, _ progress: @Sendable (ImportRunStep) -> Void
  ) async throws -> ImportRunOutcome {
    let source = CommandLineSource(kind: .organization, file: file, errorSheet: errorSheet)
    let hash = try await source.hash(work)
    let known = try await work.database.read {
      try ImportBatchStore($0).find(source: hash, .organization, of: actor.agency)
    }
    let rows = try OrganizationRows(table, settings.mapping)
    let marks = try await work.database.read { store in
      try known.map { try ImportBatchStore(store).records(of: $0.id) } ?? [:]
    }
    let found = try await CheckOrganization(rows: rows, settings: settings, actor: actor, marks: marks).run(
      in: work.database)
    progress(.checked(rows: found.counts.rows))
    try source.write(found.problems, of: table)
    var outcome = ImportRunOutcome(
      counts: found.counts, problems: source.sentences(found.problems), tally: found.tally,
      changes: found.changes.map { "Dòng \($0.row): \($0.sentence)" })
    guard !isTrial else { return outcome }
    guard found.problems.isEmpty || settings.skipsProblems else {
      outcome.isHeldBack = true
      return outcome
    }
    // Nothing to do leaves no trace.
    guard !found.plan.isEmpty else { return outcome }
    let batch = try await work.database.write { [settings, file] transaction in
      try ImportBatches.begin(
        known, .organization, name: file.lastPathComponent, hash: hash, settings: settings, check: found, by: actor,
        in: transaction)
    }
    let entering = EnterOrganization(
      batch: batch, rows: rows, settings: settings, actor: actor, database: work.database)
    try await entering.run(found) { progress(.entered($0, of: found.plan.count)) }
    let done = try await work.database.write { try ImportBatches.finish(batch.id, by: actor, in: $0) }
    if done.counts.problems > found.counts.problems {
      outcome.problems = try await source.writeAll(of: batch.id, table, work)
    }
    (outcome.counts, outcome.tally) = (done.counts, done.tally)
    return outcome
  }
}
