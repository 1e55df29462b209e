import Access
import Database
import Kernel

extension RightsChange.State: SQLConvertible {}
extension RightsChange.Desk: SQLConvertible {}
extension WantedRights.Kind: SQLConvertible {}

/// All SQL on changes of rights. Whoever sees the dossier sees what waits on it.
package struct RightsChangeStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    changes.id, changes.dossier_id, changes.agency_id, changes.kind, changes.subject_key, changes.holder,
    changes.role, changes.item_id, changes.subject, changes.reason, changes.state, changes.desk,
    changes.proposer_post, changes.proposer_account, changes.proposed_by, changes.proposed_at, changes.words,
    changes.decided_at, changes.decided_by, changes.version
    """

  private static func visible(to actor: Actor) -> SQL {
    Access.visible("changes.dossier_id", kind: RecordReference.dossierCode, to: actor)
  }

  package func find(_ id: RightsChange.ID, of dossier: Dossier.ID, visibleTo actor: Actor) throws -> RightsChange {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_right_changes AS changes
      WHERE changes.id = \(id) AND changes.dossier_id = \(dossier) AND \(Self.visible(to: actor))
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy đề nghị thay đổi quyền này.") }
    return try RightsChange(row)
  }

  /// The same, held until the transaction ends. The dossier is locked.
  func lock(_ id: RightsChange.ID, of dossier: Dossier.ID, visibleTo actor: Actor) throws -> RightsChange {
    _ = try transaction.rows("SELECT id FROM dossier_right_changes WHERE id = \(id) \(transaction.rowLock)")
    return try find(id, of: dossier, visibleTo: actor)
  }

  /// What waits on one dossier, oldest first: warned of on its every page.
  package func waiting(on dossier: Dossier.ID, visibleTo actor: Actor) throws -> [RightsChange] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_right_changes AS changes
      WHERE changes.dossier_id = \(dossier) AND changes.state = 'waiting' AND \(Self.visible(to: actor))
      ORDER BY changes.id
      """
    ).map(RightsChange.init)
  }

  /// What was asked on one dossier and decided, newest first.
  func decided(on dossier: Dossier.ID, visibleTo actor: Actor, limit: Int = 20) throws -> [RightsChange] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_right_changes AS changes
      WHERE changes.dossier_id = \(dossier) AND changes.state <> 'waiting' AND \(Self.visible(to: actor))
      ORDER BY changes.id DESC LIMIT \(limit)
      """
    ).map(RightsChange.init)
  }

  /// At the desk of whoever decides: by unit for its head, by agency for those above. Never one's own.
  private static func atDesk(of actor: Actor) -> SQL {
    let above: SQL = actor.isLeader || actor.isHeadOfOffice ? "changes.desk = 'agency'" : "1 = 0"
    let unit: SQL =
      actor.roles.contains(.unitHead)
      ? """
      (changes.desk = 'unit' AND EXISTS (SELECT 1 FROM dossiers
        WHERE dossiers.id = changes.dossier_id AND dossiers.unit_id = \(actor.unit)))
      """ : "1 = 0"
    return """
      changes.agency_id = \(actor.agency) AND changes.state = 'waiting' AND changes.proposer_account <> \(actor.account)
      AND (\(unit) OR \(above))
      """
  }

  /// Whether somebody decides on changes at all: others are not asked about.
  package static func decides(_ actor: Actor) -> Bool {
    actor.isLeader || actor.isHeadOfOffice || actor.roles.contains(.unitHead)
  }

  /// What waits for this actor, oldest first.
  package func waiting(for actor: Actor, limit: Int = 50) throws -> [RightsChange] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_right_changes AS changes
      WHERE \(Self.atDesk(of: actor)) AND \(Self.visible(to: actor)) ORDER BY changes.id LIMIT \(limit)
      """
    ).map(RightsChange.init)
  }

  package func waitingCountLater(for actor: Actor) throws -> Later<Int> {
    try transaction.later(
      """
      SELECT COUNT(*) AS n FROM (SELECT 1 FROM dossier_right_changes AS changes WHERE \(Self.atDesk(of: actor))
      LIMIT 1001) AS waiting
      """
    ).map { try $0[0].get("n") }
  }

  func add(_ change: RightsChange) throws {
    let wanted = change.wanted
    try refusing(
      "dossier_right_changes_waiting",
      as: Refusal(
        .conflict, "Đã có đề nghị thay đổi quyền của \(change.subject) đang chờ xác nhận. Rút lại đề nghị ấy trước.")
    ) {
      try transaction.run(
        """
        INSERT INTO dossier_right_changes (id, dossier_id, agency_id, kind, subject_key, holder, role, item_id,
          subject, reason, state, desk, proposer_post, proposer_account, proposed_by, proposed_at, words, version)
        VALUES (\(change.id), \(change.dossier), \(change.agency), \(wanted.kind), \(wanted.key),
          \(wanted.holder?.token), \(wanted.role), \(wanted.item), \(change.subject), \(change.reason),
          \(change.state), \(change.desk), \(change.proposerPost), \(change.proposerAccount), \(change.proposedBy),
          \(change.proposedAt), \(change.words), \(change.version))
        """)
    }
  }

  func save(_ change: RightsChange, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE dossier_right_changes SET state = \(change.state), words = \(change.words),
        decided_at = \(change.decidedAt), decided_by = \(change.decidedBy), version = version + 1
      WHERE id = \(change.id) AND version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(.conflict, "Đề nghị này vừa được trả lời hoặc rút lại. Hãy tải lại trang.")
    }
  }
}

extension RightsChange {
  init(_ row: Row) throws {
    let wanted = WantedRights(
      kind: try row.get("kind"), holder: try row.find("holder", as: String.self).map { Principal(token: $0) },
      role: try row.find("role"), item: try row.find("item_id"))
    self.init(
      id: try row.get("id"), dossier: try row.get("dossier_id"), agency: try row.get("agency_id"), wanted: wanted,
      subject: try row.get("subject"), reason: try row.get("reason"), state: try row.get("state"),
      desk: try row.get("desk"), proposerPost: try row.get("proposer_post"),
      proposerAccount: try row.get("proposer_account"), proposedBy: try row.get("proposed_by"),
      proposedAt: try row.get("proposed_at"), words: try row.get("words"), decidedAt: try row.find("decided_at"),
      decidedBy: try row.find("decided_by"), version: try row.get("version"))
  }
}
