import Database
import Kernel
import Organization

/// Dossiers that a post makes, open ones and closed ones that the archive has not got yet (HS-11).
package struct OwnedDossiers: OwnedThings {
  package init() {}

  package let code = "dossier"
  package let title = "Hồ sơ đang lập và đã kết thúc"

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try DossierListStore(transaction).count(madeBy: post, cap: OwnedByPosts.countMax + 1)
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    try DossierListStore(transaction).list(madeBy: owner, after: key, limit: limit).map { dossier in
      OwnedThing(
        key: dossier.id.number, record: .dossier(dossier.id), code: dossier.code.text, subject: dossier.facts.title,
        dueAt: dossier.facts.dueOn.map { Instant($0 + 1) }, state: dossier.state.label.lowercased(),
        path: DossierPaths.show(dossier.id))
    }
  }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    try HandOverDossier(Dossier.ID(key), to: receiver, reason: reason).perform(by: owner, in: transaction)
  }
}
