import Audit
import Database
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Registers

/// Brings an old book in from the command line: a trial run over everything, then, unless only that was asked, the rows.
package struct RunOldBook: Sendable {
  /// What came of it.
  package struct Outcome: Sendable {
    package var counts: ImportBatch.Counts
    /// The first of them, as sentences.
    package var problems: [String]
    /// Nothing was entered, since rows are wrong and nobody said to leave them out.
    package var isHeldBack = false
  }

  /// What the progress tells.
  package enum Step: Sendable { case checked(rows: Int), entered(Int, of: Int) }

  private static let problemsShown = 20

  package var file: URL
  package var settings: OldBookSettings
  /// Folder or ZIP of the files; the folder of `file` when nil.
  package var files: URL?
  package var isTrial: Bool
  /// Where the Excel file with the rows that were not taken goes.
  package var errorSheet: URL?

  package init(
    file: URL, settings: OldBookSettings, files: URL? = nil, isTrial: Bool = false, errorSheet: URL? = nil
  ) {
    self.file = file
    self.settings = settings
    self.files = files
    self.isTrial = isTrial
    self.errorSheet = errorSheet
  }

  /// Reads a mapping file into the settings.
  package static func settings(mapping file: URL?) throws -> OldBookSettings {
    var settings = OldBookSettings()
    if let file {
      settings.mapping = try ColumnMapping.read(Data(contentsOf: file), catalogue: .documents)
    }
    return settings
  }

  package func run(
    by actor: Actor, _ work: OldBookWork, progress: @Sendable (Step) -> Void
  ) async throws -> Outcome {
    let name = file.lastPathComponent
    let source = files ?? file.deletingLastPathComponent()
    return try await work.withTable(file, named: name) { table in
      try await work.withFiles(source, named: source.lastPathComponent) { files in
        try await run(by: actor, work, table, files, progress)
      }
    }
  }

  private func run(
    by actor: Actor, _ work: OldBookWork, _ table: TableFile, _ files: BroughtFiles?,
    _ progress: @Sendable (Step) -> Void
  ) async throws -> Outcome {
    let name = file.lastPathComponent
    let hash = try await sourceHash(work)
    let known = try await work.database.read { try ImportBatchStore($0).find(source: hash, of: actor.agency) }
    let trial = OldBookSource(batch: known?.id.number ?? 0, name: name)
    let check = CheckOldBook(
      table: table, reading: try work.reading(settings, from: trial), actor: actor,
      entered: try known.map { try work.enteredRows(of: $0.id) } ?? [], files: files)
    let found = try await check.run(work.database) { progress(.checked(rows: $0)) }
    if let errorSheet { try write(found.problems, table, to: errorSheet) }
    var outcome = Outcome(counts: found.counts, problems: Self.sentences(found.problems))
    guard !isTrial else { return outcome }
    guard found.problems.isEmpty || settings.skipsProblems else {
      outcome.isHeldBack = true
      return outcome
    }
    let batch = try await work.database.write { [settings] transaction in
      try OldBookBatches.begin(
        known, name: name, hash: hash, settings: settings, check: found, by: actor, in: transaction)
    }
    let entering = EnterOldBook(
      batch: batch.id, table: table,
      reading: try work.reading(settings, from: OldBookSource(batch: batch.id.number, name: name)), actor: actor,
      files: files, database: work.database, vault: work.vault)
    try await entering.run(found) { progress(.entered($0, of: found.plan.count)) }
    let done = try await work.database.write { try OldBookBatches.finish(batch.id, by: actor, in: $0) }
    if let errorSheet, done.counts.problems > found.counts.problems {
      let all = try await work.database.read {
        try ImportBatchStore($0).problems(of: batch.id, limit: CheckOldBook.problemsMax)
      }
      try write(all.map(\.problem), table, to: errorSheet)
      outcome.problems = Self.sentences(all.map(\.problem))
    }
    outcome.counts = done.counts
    return outcome
  }

  /// The file is hashed on its way through staging; nothing of it stays.
  private func sourceHash(_ work: OldBookWork) async throws -> FileHash {
    let staged = try await work.vault.receive(FilePieces(file: file), bytesMax: .max)
    try await work.vault.discard(staged)
    return staged.hash
  }

  private func write(_ problems: [RowProblem], _ table: TableFile, to target: URL) throws {
    let sheet = ErrorSheet(
      sourceName: file.lastPathComponent, table: table, catalogue: .documents, provenance: file.lastPathComponent)
    try sheet.write(to: target) { after, limit in
      problems.enumerated().dropFirst(after + 1).prefix(limit).map { ($0.offset, $0.element) }
    }
  }

  private static func sentences(_ problems: [RowProblem]) -> [String] {
    problems.prefix(problemsShown).map { problem in
      let field = problem.field.map { " \(FieldCatalogue.documents.label(of: $0)):" } ?? ""
      return "Dòng \(problem.place.row):\(field) \(problem.message)"
    }
  }
}

/// Where a batch begins and ends, for the command and the jobs alike.
enum OldBookBatches {
  static func begin(
    _ known: ImportBatch?, name: String, hash: FileHash, settings: OldBookSettings, check: CheckOldBook.Outcome,
    by actor: Actor, in transaction: any Transaction
  ) throws -> ImportBatch {
    let store = ImportBatchStore(transaction)
    var batch: ImportBatch
    if let known {
      batch = try store.lock(known.id)
    } else {
      batch = ImportBatch(
        id: try transaction.nextID(of: "import_batches"), agency: actor.agency, sourceName: name, sourceHash: hash,
        settings: settings, state: .checking, askedAt: transaction.now, askedBy: actor.personName,
        account: actor.account, post: actor.post, version: 1)
      try store.add(batch)
      try Audit.record(.oldBookStarted(batch), on: .importBatch(batch.id), by: actor, in: transaction)
    }
    batch.settings = settings
    batch.state = .entering
    try save(check, of: &batch, by: actor, in: transaction)
    try Audit.record(.oldBookConfirmed(batch), on: .importBatch(batch.id), by: actor, in: transaction)
    return batch
  }

  /// Keeps what the trial run found; the caller has set the state.
  static func save(
    _ check: CheckOldBook.Outcome, of batch: inout ImportBatch, by actor: Actor, in transaction: any Transaction
  ) throws {
    let store = ImportBatchStore(transaction)
    batch.counts = check.counts
    batch.trouble = nil
    batch.finishedAt = nil
    try store.save(batch)
    try store.forgetProblems(of: batch.id)
    for (place, problem) in check.problems.enumerated() { try store.addProblem(problem, at: place, of: batch.id) }
    if !check.secretRows.isEmpty {
      try Audit.record(
        .oldBookHadSecrets(rows: check.secretRows.count), on: .importBatch(batch.id), by: actor, in: transaction)
    }
  }

  static func finish(_ id: ImportBatch.ID, by actor: Actor, in transaction: any Transaction) throws -> ImportBatch {
    let store = ImportBatchStore(transaction)
    var batch = try store.lock(id)
    batch.state = .done
    batch.finishedAt = transaction.now
    batch.counts.entered = try store.countEntered(of: id)
    try store.save(batch)
    try Audit.record(.oldBookEntered(batch), on: .importBatch(id), by: actor, in: transaction)
    return batch
  }
}
