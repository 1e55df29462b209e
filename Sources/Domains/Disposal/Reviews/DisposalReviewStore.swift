import Access
import Database
import Kernel

extension DisposalReview.State: SQLConvertible {}
extension CouncilMember.Role: SQLConvertible {}

/// All SQL on the heads and councils of reviews. What an actor may not see is not found.
package struct DisposalReviewStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    disposal_reviews.id, agency_id, year, number, name, state, maker_account, maker_post, made_by, made_at,
    decision_code, decision_on, decided_by, decided_at, file_name, file_kind, file_bytes, file_hash, finished_at, version
    """

  private static func visible(to actor: Actor) -> SQL {
    Access.visible("disposal_reviews.id", kind: RecordReference.disposalReviewCode, to: actor)
  }

  static let missing = Refusal(.notFound, "Không tìm thấy đợt xét hủy này.")

  /// The review, or the refusal of what does not exist for this actor.
  package func find(_ id: DisposalReview.ID, visibleTo actor: Actor) throws -> DisposalReview {
    guard let found = try list([id.number], visibleTo: actor).first else { throw Self.missing }
    return found
  }

  /// The same, held until the transaction ends.
  func lock(_ id: DisposalReview.ID, visibleTo actor: Actor) throws -> DisposalReview {
    _ = try transaction.rows("SELECT id FROM disposal_reviews WHERE id = \(id) \(transaction.rowLock)")
    return try find(id, visibleTo: actor)
  }

  func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [DisposalReview] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM disposal_reviews WHERE id IN (\(.list(numbers))) AND \(Self.visible(to: actor))
      ORDER BY id DESC
      """
    ).map(DisposalReview.init)
  }

  /// Newest first, below a key.
  func list(before key: Int64?, limit: Int, visibleTo actor: Actor) throws -> [DisposalReview] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM disposal_reviews WHERE agency_id = \(actor.agency) AND id < \(key ?? Int64.max)
      AND \(Self.visible(to: actor)) ORDER BY id DESC LIMIT \(limit)
      """
    ).map(DisposalReview.init)
  }

  func findForJob(_ id: DisposalReview.ID, locked: Bool = false) throws -> DisposalReview? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM disposal_reviews WHERE id = \(id) \(locked ? transaction.rowLock : "")"
    ).first.map(DisposalReview.init)
  }

  /// The next number of the agency in a year; the row is held until the transaction ends.
  func takeNumber(_ agency: AgencyID, year: Int) throws -> Int {
    try transaction.rows(
      """
      INSERT INTO disposal_series (agency_id, year, last_number) VALUES (\(agency), \(year), 1)
      ON CONFLICT (agency_id, year) DO UPDATE SET last_number = disposal_series.last_number + 1 RETURNING last_number
      """)[0].get("last_number")
  }

  func add(_ review: DisposalReview) throws {
    try transaction.run(
      """
      INSERT INTO disposal_reviews (id, agency_id, year, number, name, state, maker_account, maker_post, made_by, made_at,
        version)
      VALUES (\(review.id), \(review.agency), \(review.year), \(review.number), \(review.name), \(review.state),
        \(review.makerAccount), \(review.makerPost), \(review.madeBy), \(review.madeAt), \(review.version))
      """)
  }

  /// Writes what changed. Refuses when someone saved meanwhile.
  func save(_ review: DisposalReview, from version: Int) throws {
    let (decision, file) = (review.decision, review.decision?.file)
    let changed = try transaction.run(
      """
      UPDATE disposal_reviews SET name = \(review.name), state = \(review.state), decision_code = \(decision?.code),
        decision_on = \(decision?.on), decided_by = \(decision?.decidedBy), decided_at = \(decision?.decidedAt),
        file_name = \(file?.name), file_kind = \(file?.kind), file_bytes = \(file?.bytes), file_hash = \(file?.hash),
        finished_at = \(review.finishedAt), version = version + 1
      WHERE id = \(review.id) AND version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(
        .conflict, "Đợt \(review.codeText) vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
  }

  // MARK: the council

  func council(of review: DisposalReview.ID) throws -> [CouncilMember] {
    try transaction.rows(
      "SELECT post_id, name, role, spoke_at FROM disposal_members WHERE review_id = \(review) ORDER BY position"
    ).map {
      CouncilMember(
        post: try $0.get("post_id"), name: try $0.get("name"), role: try $0.get("role"),
        spokeAt: try $0.find("spoke_at"))
    }
  }

  func put(_ council: [CouncilMember], of review: DisposalReview.ID) throws {
    try transaction.run("DELETE FROM disposal_members WHERE review_id = \(review)")
    for (position, member) in council.enumerated() {
      try transaction.run(
        """
        INSERT INTO disposal_members (review_id, post_id, position, name, role, spoke_at)
        VALUES (\(review), \(member.post), \(position + 1), \(member.name), \(member.role), \(member.spokeAt))
        """)
    }
  }

  func noteSpoken(_ post: PostID, at instant: Instant?, in review: DisposalReview.ID) throws {
    try transaction.run(
      "UPDATE disposal_members SET spoke_at = \(instant) WHERE review_id = \(review) AND post_id = \(post)")
  }

  /// What the council said is void.
  func forgetOpinions(of review: DisposalReview.ID) throws {
    try transaction.run("UPDATE disposal_members SET spoke_at = NULL WHERE review_id = \(review)")
    try transaction.run("DELETE FROM disposal_opinions WHERE review_id = \(review)")
  }

  func opinions(of review: DisposalReview.ID) throws -> [KeepOpinion] {
    try transaction.rows(
      """
      SELECT dossier_id, post_id, name, reason FROM disposal_opinions WHERE review_id = \(review)
      ORDER BY dossier_id, post_id
      """
    ).map {
      KeepOpinion(
        dossier: try $0.get("dossier_id"), post: try $0.get("post_id"), name: try $0.get("name"),
        reason: try $0.get("reason"))
    }
  }

  func put(_ opinion: KeepOpinion, in review: DisposalReview.ID) throws {
    try transaction.run(
      """
      INSERT INTO disposal_opinions (review_id, dossier_id, post_id, name, reason, said_at)
      VALUES (\(review), \(opinion.dossier), \(opinion.post), \(opinion.name), \(opinion.reason), \(transaction.now))
      ON CONFLICT (review_id, dossier_id, post_id) DO UPDATE SET reason = excluded.reason, said_at = excluded.said_at
      """)
  }

  func removeOpinion(on dossier: Int64, by post: PostID, in review: DisposalReview.ID) throws {
    try transaction.run(
      """
      DELETE FROM disposal_opinions WHERE review_id = \(review) AND dossier_id = \(dossier) AND post_id = \(post)
      """)
  }
}

extension DisposalReview {
  init(_ row: Row) throws {
    var decision: Decision?
    if let code: String = try row.find("decision_code") {
      decision = Decision(
        code: code, on: try row.get("decision_on"), decidedBy: try row.get("decided_by"),
        decidedAt: try row.get("decided_at"),
        file: File(
          name: try row.get("file_name"), kind: try row.get("file_kind"), bytes: try row.get("file_bytes"),
          hash: try row.get("file_hash")))
    }
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), year: try row.get("year"),
      number: try row.get("number"), name: try row.get("name"), state: try row.get("state"),
      makerAccount: try row.get("maker_account"), makerPost: try row.get("maker_post"), madeBy: try row.get("made_by"),
      madeAt: try row.get("made_at"), decision: decision, finishedAt: try row.find("finished_at"),
      version: try row.get("version"))
  }
}
