import Database
import Dossiers
import Kernel

/// All SQL on orders that keep dossiers as they are. They are seen by those of their agency who may lay them.
package struct LegalHoldStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    legal_holds.id, agency_id, issuer, code, ordered_on, reason, until_on, laid_by, laid_at, lifted_by, lifted_at,
    lift_reason, version
    """

  static let missing = Refusal(.notFound, "Không tìm thấy lệnh giữ nguyên này.")

  package func find(_ id: LegalHold.ID, visibleTo actor: Actor, lock: Bool = false) throws -> LegalHold {
    guard DisposalAccess.mayHold(actor) else { throw Self.missing }
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM legal_holds WHERE id = \(id) AND agency_id = \(actor.agency)
      \(lock ? transaction.rowLock : "")
      """)
    guard let row = rows.first else { throw Self.missing }
    return try LegalHold(row)
  }

  /// For an act, held until the transaction ends: it stands, and the form is not an old one.
  func lock(_ id: LegalHold.ID, version: Int, by actor: Actor) throws -> LegalHold {
    let found = try find(id, visibleTo: actor, lock: true)
    if let lifted = found.lifted {
      throw Refusal(.conflict, "Lệnh này đã được bỏ lúc \(lifted.at.text), \(lifted.by).")
    }
    guard found.version == version else {
      throw Refusal(.conflict, "Lệnh vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
    return found
  }

  /// Newest first, below a key.
  func list(before key: Int64?, limit: Int, visibleTo actor: Actor) throws -> [LegalHold] {
    guard DisposalAccess.mayHold(actor) else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM legal_holds WHERE agency_id = \(actor.agency) AND id < \(key ?? Int64.max)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(LegalHold.init)
  }

  func add(_ hold: LegalHold) throws {
    try transaction.run(
      """
      INSERT INTO legal_holds (id, agency_id, issuer, code, ordered_on, reason, until_on, laid_by, laid_at, version)
      VALUES (\(hold.id), \(hold.agency), \(hold.issuer), \(hold.code), \(hold.orderedOn), \(hold.reason),
        \(hold.until), \(hold.laidBy), \(hold.laidAt), \(hold.version))
      """)
  }

  /// Writes its end, if it has one. It is locked.
  func save(_ hold: LegalHold) throws {
    try transaction.run(
      """
      UPDATE legal_holds SET lifted_by = \(hold.lifted?.by), lifted_at = \(hold.lifted?.at),
        lift_reason = \(hold.lifted?.reason), version = version + 1
      WHERE id = \(hold.id)
      """)
  }

  /// False when it was there.
  func put(_ dossier: Dossier.ID, under hold: LegalHold.ID) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO legal_hold_dossiers (hold_id, dossier_id) VALUES (\(hold), \(dossier)) ON CONFLICT DO NOTHING
      """) > 0
  }

  func dossiers(of hold: LegalHold.ID, after dossier: Int64 = 0, limit: Int = 1_000_000) throws -> [Dossier.ID] {
    try transaction.rows(
      """
      SELECT dossier_id FROM legal_hold_dossiers WHERE hold_id = \(hold) AND dossier_id > \(dossier)
      ORDER BY dossier_id LIMIT \(limit)
      """
    ).map { try $0.get("dossier_id") }
  }

  func count(of hold: LegalHold.ID) throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS count FROM legal_hold_dossiers WHERE hold_id = \(hold)")[0].get("count")
  }

  /// The newest order that keeps a dossier still; nil when none does.
  func standing(on dossier: Dossier.ID) throws -> LegalHold? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM legal_hold_dossiers JOIN legal_holds ON legal_holds.id = hold_id
      WHERE dossier_id = \(dossier) AND lifted_at IS NULL ORDER BY hold_id DESC LIMIT 1
      """
    ).first.map(LegalHold.init)
  }
}

extension LegalHold {
  init(_ row: Row) throws {
    var lifted: Lifting?
    if let at: Instant = try row.find("lifted_at") {
      lifted = Lifting(by: try row.get("lifted_by"), at: at, reason: try row.get("lift_reason"))
    }
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), issuer: try row.get("issuer"),
      code: try row.get("code"), orderedOn: try row.get("ordered_on"), reason: try row.get("reason"),
      until: try row.find("until_on"), laidBy: try row.get("laid_by"), laidAt: try row.get("laid_at"), lifted: lifted,
      version: try row.get("version"))
  }
}
