import Database
import Dossiers
import Kernel

/// All SQL on the paper parts of dossiers. Who asks sees the dossier: callers look first.
package struct DossierPaperStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = "dossier_id, agency_id, place_id, sheets, placed_at, placed_by, version"

  /// Nil when a dossier has no paper part that anybody placed.
  func find(of dossier: Dossier.ID) throws -> DossierPaper? {
    try transaction.rows("SELECT \(Self.columns) FROM dossier_papers WHERE dossier_id = \(dossier)").first
      .map(DossierPaper.init)
  }

  /// What lies in a box, by key, after one.
  func list(in box: ShelfPlace.ID, after key: Int64 = 0, limit: Int) throws -> [DossierPaper] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_papers WHERE place_id = \(box) AND dossier_id > \(key)
      ORDER BY dossier_id LIMIT \(limit)
      """
    ).map(DossierPaper.init)
  }

  func count(in box: ShelfPlace.ID) throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS n FROM dossier_papers WHERE place_id = \(box)")[0].get("n")
  }

  /// How many of those in it are with somebody.
  func outCount(in box: ShelfPlace.ID) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM dossier_papers JOIN dossier_loans ON dossier_loans.dossier_id = dossier_papers.dossier_id
      WHERE place_id = \(box) AND dossier_loans.state = 'out'
      """)[0].get("n")
  }

  func put(_ paper: DossierPaper) throws {
    try transaction.run(
      """
      INSERT INTO dossier_papers (\(Self.columns))
      VALUES (\(paper.dossier), \(paper.agency), \(paper.box), \(paper.sheets), \(paper.placedAt), \(paper.placedBy), 1)
      ON CONFLICT (dossier_id) DO UPDATE SET place_id = excluded.place_id, sheets = excluded.sheets,
        placed_at = excluded.placed_at, placed_by = excluded.placed_by, version = dossier_papers.version + 1
      """)
  }

  func remove(_ dossier: Dossier.ID) throws {
    try transaction.run("DELETE FROM dossier_papers WHERE dossier_id = \(dossier)")
  }

  func add(_ move: PaperTransfer) throws {
    try transaction.run(
      """
      INSERT INTO dossier_paper_moves (id, dossier_id, agency_id, from_text, to_text, reason, moved_at, moved_by)
      VALUES (\(move.id), \(move.dossier), \(move.agency), \(move.from), \(move.to), \(move.reason), \(move.movedAt),
        \(move.movedBy))
      """)
  }

  /// Newest first.
  func moves(of dossier: Dossier.ID, limit: Int = 50) throws -> [PaperTransfer] {
    try transaction.rows(
      """
      SELECT id, dossier_id, agency_id, from_text, to_text, reason, moved_at, moved_by FROM dossier_paper_moves
      WHERE dossier_id = \(dossier) ORDER BY id DESC LIMIT \(limit)
      """
    ).map(PaperTransfer.init)
  }

  /// Forgets why the papers of a dossier that is destroyed were moved, and where they are (LT-03).
  func forget(_ dossier: Dossier.ID) throws {
    try remove(dossier)
    try transaction.run("UPDATE dossier_paper_moves SET reason = '' WHERE dossier_id = \(dossier)")
  }
}

extension DossierPaper {
  init(_ row: Row) throws {
    self.init(
      dossier: try row.get("dossier_id"), agency: try row.get("agency_id"), box: try row.get("place_id"),
      sheets: try row.find("sheets"), placedAt: try row.get("placed_at"), placedBy: try row.get("placed_by"),
      version: try row.get("version"))
  }
}

extension PaperTransfer {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), dossier: try row.get("dossier_id"), agency: try row.get("agency_id"),
      from: try row.get("from_text"), to: try row.get("to_text"), reason: try row.get("reason"),
      movedAt: try row.get("moved_at"), movedBy: try row.get("moved_by"))
  }
}
