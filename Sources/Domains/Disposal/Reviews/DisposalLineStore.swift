import Database
import FileVault
import Kernel

extension DisposalLine.State: SQLConvertible {}

/// All SQL on the lines of reviews. The caller has found the review for the actor, or is a job.
package struct DisposalLineStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    review_id, dossier_id, code, title, retention, ended_on, item_count, page_total, state, reason, destroyed_count,
    kept_count, ended_at
    """

  /// In one state, by the key of the dossier, after one.
  package func list(
    of review: DisposalReview.ID, _ state: DisposalLine.State, after dossier: Int64 = 0, limit: Int
  ) throws -> [DisposalLine] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM disposal_lines
      WHERE review_id = \(review) AND state = \(state) AND dossier_id > \(dossier) ORDER BY dossier_id LIMIT \(limit)
      """
    ).map(DisposalLine.init)
  }

  /// All in one state: for prints and decisions. A list holds at most some thousands.
  func all(of review: DisposalReview.ID, _ state: DisposalLine.State) throws -> [DisposalLine] {
    try list(of: review, state, limit: linesMax)
  }

  /// So many are one list; more make another.
  static let linesMax = 5000
  private var linesMax: Int { Self.linesMax }

  func counts(of review: DisposalReview.ID) throws -> [DisposalLine.State: Int] {
    var counts: [DisposalLine.State: Int] = [:]
    for row in try transaction.rows(
      "SELECT state, COUNT(*) AS count FROM disposal_lines WHERE review_id = \(review) GROUP BY state ORDER BY state")
    { counts[try row.get("state")] = try row.get("count") }
    return counts
  }

  func find(_ dossier: Int64, in review: DisposalReview.ID) throws -> DisposalLine? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM disposal_lines WHERE review_id = \(review) AND dossier_id = \(dossier)"
    ).first.map(DisposalLine.init)
  }

  /// Those of the dossiers that stand in a list that is not over, and in which.
  func listed(among dossiers: [Int64]) throws -> [Int64: DisposalReview.ID] {
    guard !dossiers.isEmpty else { return [:] }
    var found: [Int64: DisposalReview.ID] = [:]
    for row in try transaction.rows(
      """
      SELECT dossier_id, review_id FROM disposal_lines WHERE dossier_id IN (\(.list(dossiers)))
      AND state = 'listed'
      """)
    { found[try row.get("dossier_id")] = try row.get("review_id") }
    return found
  }

  /// Puts one in, or in again.
  func put(_ line: DisposalLine) throws {
    let twice = Refusal(.conflict, "Hồ sơ \(line.code) đã nằm trong một đợt xét hủy khác chưa xong.")
    try refusing("disposal_lines_once", as: twice) {
      try transaction.run(
        """
        INSERT INTO disposal_lines (\(Self.columns))
        VALUES (\(line.review), \(line.dossier), \(line.code), \(line.title), \(line.retention), \(line.endedOn),
          \(line.itemCount), \(line.pageTotal), \(line.state), \(line.reason), 0, 0, \(line.endedAt))
        ON CONFLICT (review_id, dossier_id) DO UPDATE SET state = excluded.state, reason = '', ended_at = NULL,
          title = excluded.title, retention = excluded.retention, ended_on = excluded.ended_on,
          item_count = excluded.item_count, page_total = excluded.page_total
        """)
    }
  }

  func end(_ dossier: Int64, in review: DisposalReview.ID, as state: DisposalLine.State, reason: String) throws {
    try transaction.run(
      """
      UPDATE disposal_lines SET state = \(state), reason = \(reason), ended_at = \(transaction.now)
      WHERE review_id = \(review) AND dossier_id = \(dossier)
      """)
  }

  /// The whole list is given up.
  func endAll(of review: DisposalReview.ID, reason: String) throws {
    try transaction.run(
      """
      UPDATE disposal_lines SET state = 'takenOut', reason = \(reason), ended_at = \(transaction.now)
      WHERE review_id = \(review) AND state = 'listed'
      """)
  }

  // MARK: destruction

  /// What any list said of a dossier that is destroyed: its code, retention and counts stay.
  func veil(_ dossier: Int64, words: String) throws {
    try transaction.run("UPDATE disposal_lines SET title = \(words), reason = '' WHERE dossier_id = \(dossier)")
    try transaction.run("UPDATE disposal_opinions SET reason = '' WHERE dossier_id = \(dossier)")
  }

  func note(destroyed: Int, kept: Int, of dossier: Int64, in review: DisposalReview.ID) throws {
    try transaction.run(
      """
      UPDATE disposal_lines SET destroyed_count = destroyed_count + \(destroyed), kept_count = kept_count + \(kept)
      WHERE review_id = \(review) AND dossier_id = \(dossier)
      """)
  }

  /// Files whose bytes are still to be destroyed.
  func addFreed(_ hashes: [FileHash], of review: DisposalReview.ID) throws {
    for hash in hashes {
      try transaction.run(
        "INSERT INTO disposal_files (review_id, hash) VALUES (\(review), \(hash)) ON CONFLICT DO NOTHING")
    }
  }

  func freed(of review: DisposalReview.ID, limit: Int) throws -> [FileHash] {
    try transaction.rows(
      "SELECT hash FROM disposal_files WHERE review_id = \(review) ORDER BY hash LIMIT \(limit)"
    ).map { try $0.get("hash") }
  }

  func removeFreed(_ hash: FileHash, of review: DisposalReview.ID) throws {
    try transaction.run("DELETE FROM disposal_files WHERE review_id = \(review) AND hash = \(hash)")
  }
}

extension DisposalLine {
  init(_ row: Row) throws {
    self.init(
      review: try row.get("review_id"), dossier: try row.get("dossier_id"), code: try row.get("code"),
      title: try row.get("title"), retention: try row.get("retention"), endedOn: try row.get("ended_on"),
      itemCount: try row.get("item_count"), pageTotal: try row.get("page_total"), state: try row.get("state"),
      reason: try row.get("reason"), destroyedCount: try row.get("destroyed_count"),
      keptCount: try row.get("kept_count"),
      endedAt: try row.find("ended_at"))
  }
}
