import Audit
import Database
import Kernel

/// Takes a dossier back that the archive has not decided on yet (rút lại), with those of its parts that went with it: the
/// matter goes as a whole, and comes back as a whole.
package struct WithdrawDossier: Sendable {
  package var dossier: Dossier.ID
  package var reason: String
  package var formVersion: Int

  package init(_ dossier: Dossier.ID, reason: String = "", formVersion: Int) {
    self.dossier = dossier
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  /// The dossiers that come back: the one that was asked for first, then its parts.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [Dossier] {
    let found = try FoundDossier.lock(dossier, .withdraw, by: actor, in: transaction).dossier
    try TakeOutOfDossier.requireLength(of: reason)
    let parts = try parts(of: found, by: actor, in: transaction)
    return try [takeBack(found, from: formVersion, by: actor, in: transaction)]
      + parts.map { try takeBack($0, from: $0.version, by: actor, in: transaction) }
  }

  /// Its parts that wait in the archive, held until the transaction ends; refused, all at once, when one cannot come back.
  /// Who may withdraw the whole withdraws them, whoever makes a part: they were handed over with it.
  private func parts(of whole: Dossier, by actor: Actor, in transaction: any Transaction) throws -> [Dossier] {
    var (waiting, reasons): ([Dossier], [Refusal.Reason]) = ([], [])
    for part in try SubDossierStore(transaction).kin(of: whole.id) {
      if part.state == .archived {
        reasons.append(
          .init("Lưu trữ đã nhận hồ sơ con \(part.notation); đề nghị lưu trữ trả lại hồ sơ chính, không tự rút được."))
      }
      guard part.state == .submitted else { continue }
      let held = try DossierStore(transaction).lock(part.id, visibleTo: actor)
      reasons += held.obstacle(to: .withdraw)?.reasons ?? []
      waiting.append(held)
    }
    if let refusal = Refusal(reasons, kind: .conflict) { throw refusal }
    return waiting
  }

  private func takeBack(
    _ found: Dossier, from version: Int, by actor: Actor, in transaction: any Transaction
  ) throws -> Dossier {
    var current = found
    current.state = .closed
    (current.archiving.submittedAt, current.archiving.submittedBy) = (nil, nil)
    try DossierStore(transaction).save(current, from: version)
    try DossierRights.showToArchive(current, in: transaction)
    try DossierIndexing.index(current, in: transaction)
    try Audit.record(.dossierWithdrawn(reason), on: .dossier(current.id), by: actor, in: transaction)
    return current
  }
}
