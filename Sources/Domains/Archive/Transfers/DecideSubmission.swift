import Audit
import Database
import Dossiers
import Kernel

/// What becomes of a dossier that was handed over: the archive takes it, gives it back, or its maker withdraws it. The
/// transfer's line says so, and whoever decides the last line ends the transfer.
package struct DecideSubmission: Sendable {
  /// Which.
  package enum Decision: Sendable, Equatable {
    case accept(note: String)
    case giveBack(reason: String)
    case withdraw(reason: String)
  }

  package var dossier: Dossier.ID
  package var decision: Decision
  package var formVersion: Int

  package init(_ dossier: Dossier.ID, _ decision: Decision, formVersion: Int) {
    self.dossier = dossier
    self.decision = decision
    self.formVersion = formVersion
  }

  /// The dossiers it was decided on: with a whole that is withdrawn come its parts.
  @discardableResult package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> [Dossier] {
    let (decided, outcome, words) = try step(by: actor, flows, in: transaction)
    let store = ArchiveTransferStore(transaction)
    var touched: [ArchiveTransfer.ID] = []
    for dossier in decided {
      // A part that was given back and handed over again stands in another transfer than its whole.
      guard let id = try store.decide(dossier.id, outcome, words, by: actor.titleOnRecord), !touched.contains(id) else {
        continue
      }
      touched.append(id)
    }
    for id in touched { try settle(id, by: actor, in: transaction) }
    return decided
  }

  /// Ends a transfer whose last line was decided.
  private func settle(_ id: ArchiveTransfer.ID, by actor: Actor, in transaction: any Transaction) throws {
    let store = ArchiveTransferStore(transaction)
    let lines = try store.lines(of: id)
    guard lines.count(.waiting) == 0 else { return }
    try store.settle(id)
    let transfer = try store.find(id, visibleTo: actor)
    try Audit.record(
      .transferSettled(
        transfer.name, accepted: lines.count(.accepted), returned: lines.count - lines.count(.accepted)),
      on: .archiveTransfer(id), by: actor, in: transaction)
  }

  private func step(
    by actor: Actor, _ flows: DossierFlows, in transaction: any Transaction
  ) throws -> ([Dossier], ArchiveTransferLine.Outcome, String) {
    switch decision {
    case .accept(let note):
      let act = AcceptDossier(dossier, note: note, formVersion: formVersion)
      return ([try act.perform(by: actor, flows: flows, in: transaction)], .accepted, act.note)
    case .giveBack(let reason):
      let act = GiveBackDossier(dossier, reason: reason, formVersion: formVersion)
      return ([try act.perform(by: actor, in: transaction)], .returned, act.reason)
    case .withdraw(let reason):
      let act = WithdrawDossier(dossier, reason: reason, formVersion: formVersion)
      return (try act.perform(by: actor, in: transaction), .withdrawn, act.reason)
    }
  }
}
