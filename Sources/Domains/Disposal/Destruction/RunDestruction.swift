import Audit
import Database
import Dossiers
import FileVault
import Kernel
import Notifications
import SearchIndex

/// Destroys the dossiers of an approved list, a small step at a time, each in a transaction of its own (LT-03). Whatever
/// stops it, doing it again goes on with the step that was not taken.
package struct RunDestruction: Sendable {
  private static let chunk = 50

  package var review: DisposalReview.ID
  package var vault: FileVault
  package var matters: [any DisposableMatter]

  package init(_ review: DisposalReview.ID, vault: FileVault, matters: [any DisposableMatter]) {
    self.review = review
    self.vault = vault
    self.matters = matters
  }

  /// Does all that is left. `told` hears after every step how many dossiers are done, of how many.
  package func perform(
    over database: any Database, telling told: (_ done: Int, _ total: Int) async throws -> Void = { _, _ in }
  ) async throws {
    let id = review
    guard let found = try await database.read({ try DisposalReviewStore($0).findForJob(id) }),
      found.state == .destroying, let decision = found.decision
    else { return }
    let basis = DisposalBasis(agency: found.agency, decision: decision.text)
    let counts = try await database.read { try DisposalLineStore($0).counts(of: id) }
    let total = counts[.listed, default: 0] + counts[.destroyed, default: 0] + counts[.spared, default: 0]
    var done = total - counts[.listed, default: 0]
    while true {
      let lines = try await database.read { try DisposalLineStore($0).list(of: id, .listed, limit: Self.chunk) }
      guard !lines.isEmpty else { break }
      for line in lines {
        try await destroy(line, basis, over: database) { try await told(done, total) }
        done += 1
        try await told(done, total)
      }
    }
    try await destroyFreed(over: database)
    try await forgetDeleted(over: database)
    try await database.write { try finish(in: $0) }
  }

  private func destroy(
    _ line: DisposalLine, _ basis: DisposalBasis, over database: any Database, telling told: () async throws -> Void
  ) async throws {
    let act = DestroyDossier(Dossier.ID(line.dossier), basis, matters: matters)
    do {
      try await database.write { transaction in
        let lines = DisposalLineStore(transaction)
        try lines.addFreed(act.begin(in: transaction), of: review)
        try lines.veil(line.dossier, words: basis.words)
      }
    } catch let refusal as Refusal {
      try await database.write { try spare(line, because: refusal.message, basis, in: $0) }
      return
    }
    while try await database.write({ try destroyNext(act, line, in: $0) }) {
      try await destroyFreed(over: database)
      try await told()
    }
  }

  /// False when nothing was left in it, and the line is done.
  private func destroyNext(
    _ act: DestroyDossier, _ line: DisposalLine, in transaction: any Transaction
  ) throws -> Bool {
    let lines = DisposalLineStore(transaction)
    switch try act.destroyNext(in: transaction) {
    case .destroyed(let hashes):
      try lines.addFreed(hashes, of: review)
      try lines.note(destroyed: 1, kept: 0, of: line.dossier, in: review)
      return true
    case .kept:
      try lines.note(destroyed: 0, kept: 1, of: line.dossier, in: review)
      return true
    case nil:
      guard let counted = try lines.find(line.dossier, in: review), counted.state == .listed else { return false }
      try act.finish(destroyed: counted.destroyedCount, kept: counted.keptCount, in: transaction)
      try lines.end(line.dossier, in: review, as: .destroyed, reason: "")
      return false
    }
  }

  /// An order came after the decision.
  private func spare(
    _ line: DisposalLine, because why: String, _ basis: DisposalBasis, in transaction: any Transaction
  ) throws {
    try DisposalLineStore(transaction).end(line.dossier, in: review, as: .spared, reason: why)
    for record in [RecordReference.disposalReview(review), .dossier(Dossier.ID(line.dossier))] {
      try Audit.recordSystem(.dossierSpared(line.code, why), on: record, agency: basis.agency, in: transaction)
    }
  }

  /// The bytes of files that nothing names any more; what was put in again meanwhile stays.
  private func destroyFreed(over database: any Database) async throws {
    let id = review
    while true {
      let hashes = try await database.read { try DisposalLineStore($0).freed(of: id, limit: Self.chunk) }
      guard !hashes.isEmpty else { return }
      let named = try await database.read { try StoredFileStore($0).named(among: hashes) }
      for hash in hashes {
        if !named.contains(hash) { try await vault.destroy(hash) }
        try await database.write { try DisposalLineStore($0).removeFreed(hash, of: id) }
      }
    }
  }

  /// What was deleted is not left readable in the database's own files either.
  private func forgetDeleted(over database: any Database) async throws {
    try await database.write { try SearchIndex.forgetRemoved(in: $0) }
    try await database.forgetDeleted()
  }

  private func finish(in transaction: any Transaction) throws {
    let store = DisposalReviewStore(transaction)
    guard var next = try store.findForJob(review, locked: true), next.state == .destroying else { return }
    (next.state, next.finishedAt) = (.destroyed, transaction.now)
    try store.save(next, from: next.version)
    let counts = try DisposalLineStore(transaction).counts(of: review)
    try Audit.recordSystem(
      .destructionFinished(counts[.destroyed, default: 0], spared: counts[.spared, default: 0]),
      on: .disposalReview(review), agency: next.agency, in: transaction)
    try Notifications.tell(
      .disposalFinished, [.post(next.makerPost)], on: .disposalReview(review), next.codeText, in: transaction)
  }
}
