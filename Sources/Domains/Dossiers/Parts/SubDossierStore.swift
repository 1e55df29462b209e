import Database
import FilePlans
import Kernel

/// What another dossier of the same matter needs to be known by: nothing of what is written in it.
package struct KinDossier: Sendable, Equatable {
  package var id: Dossier.ID
  package var notation: String
  package var state: Dossier.State
  /// The day on which its work ended.
  package var endedOn: Day?
  package var retention: String
  package var version: Int
}

/// SQL on dossiers that are parts of another (hồ sơ con).
package struct SubDossierStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Parts of a dossier that the actor sees, in their order.
  package func list(of parent: Dossier.ID, visibleTo actor: Actor) throws -> [Dossier] {
    try transaction.rows(
      """
      SELECT \(DossierStore.columns) FROM dossiers WHERE parent_id = \(parent) AND \(DossierStore.visible(to: actor))
      ORDER BY dossiers.id
      """
    ).map(Dossier.init)
  }

  /// All parts, for what concerns the whole matter. The caller has found the dossier for the actor.
  package func kin(of parent: Dossier.ID) throws -> [KinDossier] {
    try transaction.rows("\(Self.columns) WHERE parent_id = \(parent) ORDER BY id").map(KinDossier.init)
  }

  /// The dossier of which another is a part. The caller has found the other for the actor.
  package func parent(_ id: Dossier.ID) throws -> KinDossier? {
    try transaction.rows("\(Self.columns) WHERE id = \(id)").first.map(KinDossier.init)
  }

  /// Another dossier of the same matter that is still to be kept; nil when all of it is over. Of a dossier held by the caller.
  func kept(besides dossier: Dossier, today: Day) throws -> KinDossier? {
    let others = try kin(of: dossier.id) + [dossier.parent.flatMap { try parent($0) }].compactMap(\.self)
    return others.first { other in
      guard other.state != .destroyed else { return false }
      guard let ended = other.endedOn, let over = RetentionPeriod(code: other.retention)?.endsOn(workEnded: ended)
      else {
        return true
      }
      return over > today
    }
  }

  private static let columns: SQL = "SELECT id, notation, state, ended_on, retention, version FROM dossiers"

  /// The next ordinal among the parts, from the parent's row that this transaction holds.
  func takeNumber(in parent: Dossier.ID) throws -> Int {
    try transaction.rows("UPDATE dossiers SET last_part = last_part + 1 WHERE id = \(parent) RETURNING last_part")[0]
      .get("last_part")
  }
}

extension KinDossier {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), notation: try row.get("notation"), state: try row.get("state"),
      endedOn: try row.find("ended_on"), retention: try row.get("retention"), version: try row.get("version"))
  }
}
