import Access
import Database
import Dossiers
import Kernel

extension DossierHold.State: SQLConvertible {}

/// All SQL on holds. Whoever sees the dossier sees what was asked about it.
package struct DossierHoldStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, agency_id, dossier_id, reason, due_on, until_on, state, asker_post, asked_at, asked_by, words, decided_at,
    decided_by, version
    """

  private static func visible(to actor: Actor) -> SQL {
    Access.visible("dossier_holds.dossier_id", kind: RecordReference.dossierCode, to: actor)
  }

  package func find(_ id: DossierHold.ID, visibleTo actor: Actor) throws -> DossierHold {
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM dossier_holds WHERE id = \(id) AND \(Self.visible(to: actor))")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy đề nghị giữ lại này.") }
    return try DossierHold(row)
  }

  func lock(_ id: DossierHold.ID, visibleTo actor: Actor) throws -> DossierHold {
    _ = try transaction.rows("SELECT id FROM dossier_holds WHERE id = \(id) \(transaction.rowLock)")
    return try find(id, visibleTo: actor)
  }

  /// Of one dossier, newest first.
  package func list(of dossier: Dossier.ID, visibleTo actor: Actor) throws -> [DossierHold] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_holds WHERE dossier_id = \(dossier) AND \(Self.visible(to: actor))
      ORDER BY id DESC LIMIT 50
      """
    ).map(DossierHold.init)
  }

  /// What waits for the heads of the actor's agency, oldest first.
  package func waiting(for actor: Actor, limit: Int = 50) throws -> [DossierHold] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_holds WHERE agency_id = \(actor.agency) AND state = 'asked'
      AND \(Self.visible(to: actor)) ORDER BY id LIMIT \(limit)
      """
    ).map(DossierHold.init)
  }

  package func waitingCountLater(for actor: Actor) throws -> Later<Int> {
    try transaction.later(
      """
      SELECT COUNT(*) AS n FROM (SELECT 1 FROM dossier_holds WHERE agency_id = \(actor.agency) AND state = 'asked'
      LIMIT 1001) AS waiting
      """
    ).map { try $0[0].get("n") }
  }

  func add(_ hold: DossierHold) throws {
    try refusing(
      "dossier_holds_asked", as: Refusal(.conflict, "Hồ sơ này đã có đề nghị giữ lại đang chờ ý kiến.")
    ) {
      try transaction.run(
        """
        INSERT INTO dossier_holds (\(Self.columns))
        VALUES (\(hold.id), \(hold.agency), \(hold.dossier), \(hold.reason), \(hold.dueOn), \(hold.untilOn),
          \(hold.state), \(hold.askerPost), \(hold.askedAt), \(hold.askedBy), \(hold.words), \(hold.decidedAt),
          \(hold.decidedBy), \(hold.version))
        """)
    }
  }

  func save(_ hold: DossierHold, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE dossier_holds SET state = \(hold.state), until_on = \(hold.untilOn), words = \(hold.words),
        decided_at = \(hold.decidedAt), decided_by = \(hold.decidedBy), version = version + 1
      WHERE id = \(hold.id) AND version = \(version)
      """)
    guard changed == 1 else { throw Refusal(.conflict, "Đề nghị này vừa được người khác trả lời. Hãy tải lại trang.") }
  }
}

extension DossierHoldStore {
  /// Forgets why a dossier that is destroyed was held back (LT-03).
  func veil(_ dossier: Dossier.ID) throws {
    try transaction.run("UPDATE dossier_holds SET reason = '', words = '' WHERE dossier_id = \(dossier)")
  }
}

extension DossierHold {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), dossier: try row.get("dossier_id"),
      reason: try row.get("reason"), dueOn: try row.get("due_on"), untilOn: try row.get("until_on"),
      state: try row.get("state"), askerPost: try row.get("asker_post"), askedAt: try row.get("asked_at"),
      askedBy: try row.get("asked_by"), words: try row.get("words"), decidedAt: try row.find("decided_at"),
      decidedBy: try row.find("decided_by"), version: try row.get("version"))
  }
}
