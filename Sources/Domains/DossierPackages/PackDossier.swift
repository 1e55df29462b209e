import Audit
import Database
import Dossiers
import Jobs
import Kernel

/// Asks for a dossier as one file (PL6-47, PL6-53). What stands against it is said now, not by the job.
package struct PackDossier: Sendable {
  package var dossier: Dossier.ID
  package var kind: DossierPackage.Kind

  package init(_ dossier: Dossier.ID, as kind: DossierPackage.Kind) {
    self.dossier = dossier
    self.kind = kind
  }

  @discardableResult
  package func perform(by actor: Actor, flows: DossierFlows, in transaction: any Transaction) throws -> DossierPackage {
    let gathered = try Self.gather(dossier, flows, by: actor, in: transaction)
    if kind == .submission, let refusal = Refusal(ArchiveDescription(gathered).obstacles, kind: .conflict) {
      throw refusal
    }
    if gathered.documents.isEmpty { throw Refusal(.conflict, "Hồ sơ chưa có văn bản, tài liệu nào để đóng gói.") }
    let package = DossierPackage(
      id: try transaction.nextID(of: "dossier_packages"), dossier: dossier, kind: kind, account: actor.account,
      person: actor.person, post: actor.post, askedAt: transaction.now)
    try DossierPackageStore(transaction).add(package)
    try Jobs.add(
      MakeDossierPackage.self, payload: MakeDossierPackage.Payload(package: package.id), in: transaction,
      subject: .dossierPackage(package.id), shownTitle: "Gói hồ sơ \(gathered.code.notation)")
    try Audit.record(.dossierPackageAsked(kind), on: .dossier(dossier), by: actor, in: transaction)
    return package
  }

  /// The whole dossier as the actor sees it; refused when they do not see all of it.
  static func gather(
    _ dossier: Dossier.ID, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> PackagedDossier {
    let (found, lines) = try read(dossier, flows, by: actor, in: transaction)
    return try GatherDossier(dossier: found, lines: lines, actor: actor, transaction: transaction)()
  }

  /// Its head and its list of contents, as the actor sees them.
  static func read(
    _ dossier: Dossier.ID, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> (Dossier, [DossierLine]) {
    let found = try DossierStore(transaction).find(dossier, visibleTo: actor)
    return (found, try DossierContents(flows.directory, transaction).all(of: found, visibleTo: actor))
  }
}
