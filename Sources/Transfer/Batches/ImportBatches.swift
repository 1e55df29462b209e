import Audit
import Database
import FileVault
import Kernel

/// Where a batch begins and ends, for the command and the jobs alike.
enum ImportBatches {
  static func begin(
    _ known: ImportBatch?, _ kind: ImportBatch.Kind, name: String, hash: FileHash, settings: ImportSettings,
    check: TrialOutcome,
    by actor: Actor, in transaction: any Transaction
  ) throws -> ImportBatch {
    let store = ImportBatchStore(transaction)
    var batch: ImportBatch
    if let known {
      batch = try store.lock(known.id)
    } else {
      batch = ImportBatch(
        id: try transaction.nextID(of: "import_batches"), kind: kind, agency: actor.agency, sourceName: name,
        sourceHash: hash,
        settings: settings, state: .checking, askedAt: transaction.now, askedBy: actor.personName,
        account: actor.account, post: actor.post, version: 1)
      try store.add(batch)
      try Audit.record(.importStarted(batch), on: .importBatch(batch.id), by: actor, in: transaction)
    }
    batch.settings = settings
    batch.state = .entering
    var check = check
    check.tally?.beginEntering()
    try save(check, of: &batch, by: actor, in: transaction)
    try Audit.record(.importConfirmed(batch), on: .importBatch(batch.id), by: actor, in: transaction)
    return batch
  }

  /// Keeps what the trial run found; the caller has set the state.
  static func save(
    _ check: TrialOutcome, of batch: inout ImportBatch, by actor: Actor, in transaction: any Transaction
  ) throws {
    let store = ImportBatchStore(transaction)
    batch.counts = check.counts
    batch.tally = check.tally
    batch.trouble = nil
    batch.finishedAt = nil
    try replaceProblems(check, of: &batch, in: transaction)
    try store.replaceChanges(check.changes, of: batch.id)
    if !check.secretRows.isEmpty {
      try Audit.record(
        .importHadSecrets(rows: check.secretRows.count), on: .importBatch(batch.id), by: actor, in: transaction)
    }
  }

  /// Keeps what stands against rows now; the rest of what the batch knows stays.
  static func replaceProblems(
    _ check: TrialOutcome, of batch: inout ImportBatch, in transaction: any Transaction
  ) throws {
    let store = ImportBatchStore(transaction)
    batch.counts.problems = check.counts.problems
    try store.save(batch)
    try store.forgetProblems(of: batch.id)
    for (place, problem) in check.problems.enumerated() { try store.addProblem(problem, at: place, of: batch.id) }
  }

  static func finish(_ id: ImportBatch.ID, by actor: Actor, in transaction: any Transaction) throws -> ImportBatch {
    let store = ImportBatchStore(transaction)
    var batch = try store.lock(id)
    batch.state = .done
    batch.finishedAt = transaction.now
    batch.counts.entered = try store.countEntered(of: id)
    try store.save(batch)
    try Audit.record(.importEntered(batch), on: .importBatch(id), by: actor, in: transaction)
    return batch
  }
}
