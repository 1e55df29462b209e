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

  @discardableResult package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> Dossier {
    let (decided, outcome, words) = try step(by: actor, flows, in: transaction)
    let store = ArchiveTransferStore(transaction)
    guard let id = try store.decide(dossier, outcome, words, by: actor.titleOnRecord) else { return decided }
    let lines = try store.lines(of: id)
    if lines.count(.waiting) == 0 {
      try store.settle(id)
      let transfer = try store.find(id, visibleTo: actor)
      try Audit.record(
        .transferSettled(
          transfer.name, accepted: lines.count(.accepted), returned: lines.count - lines.count(.accepted)),
        on: .archiveTransfer(id), by: actor, in: transaction)
    }
    return decided
  }

  private func step(
    by actor: Actor, _ flows: DossierFlows, in transaction: any Transaction
  ) throws -> (Dossier, ArchiveTransferLine.Outcome, String) {
    switch decision {
    case .accept(let note):
      let act = AcceptDossier(dossier, note: note, formVersion: formVersion)
      return (try act.perform(by: actor, flows: flows, in: transaction), .accepted, act.note)
    case .giveBack(let reason):
      let act = GiveBackDossier(dossier, reason: reason, formVersion: formVersion)
      return (try act.perform(by: actor, in: transaction), .returned, act.reason)
    case .withdraw(let reason):
      let act = WithdrawDossier(dossier, reason: reason, formVersion: formVersion)
      return (try act.perform(by: actor, in: transaction), .withdrawn, act.reason)
    }
  }
}
