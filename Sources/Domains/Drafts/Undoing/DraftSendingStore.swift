import Database
import Kernel

extension DraftSending.Act: SQLConvertible {}

/// SQL of what was sent a moment ago.
struct DraftSendingStore {
  private static let kept = Duration.seconds(86_400)
  private static let columns: SQL = """
    id, draft_id, act, given_by, giver_name, given_at, touched, round_before, undone_at
    """

  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Keeps it for a day; what the same post sent before that is forgotten.
  func add(_ sending: DraftSending) throws {
    try transaction.run(
      """
      DELETE FROM draft_sendings
      WHERE given_by = \(sending.givenBy) AND given_at < \(sending.givenAt - Self.kept)
      """)
    try transaction.run(
      """
      INSERT INTO draft_sendings (\(Self.columns))
      VALUES (\(sending.id), \(sending.draft), \(sending.act), \(sending.givenBy), \(sending.giverName),
        \(sending.givenAt), \(JSONText.text(sending.touched)), \(sending.roundBefore), \(sending.undoneAt))
      """)
  }

  /// Whether this actor's post sent it.
  func isSender(_ actor: Actor, of id: DraftSending.ID, on draft: Draft.ID) throws -> Bool {
    try !transaction.rows(
      "SELECT 1 AS sent FROM draft_sendings WHERE id = \(id) AND draft_id = \(draft) AND given_by = \(actor.post)"
    ).isEmpty
  }

  /// Of a draft that has been shown to the actor already.
  func find(_ id: DraftSending.ID, of draft: Draft.ID) throws -> DraftSending {
    let row = try transaction.rows(
      "SELECT \(Self.columns) FROM draft_sendings WHERE id = \(id) AND draft_id = \(draft)"
    ).first
    guard let row else { throw Refusal(.notFound, "Không còn lần gửi này để hoàn tác.") }
    return try DraftSending(row)
  }

  /// What this post sent last, within the same transaction.
  func last(by post: PostID) throws -> DraftSending? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM draft_sendings
      WHERE given_by = \(post) AND given_at = \(transaction.now) ORDER BY given_at, id DESC LIMIT 1
      """
    ).first.map(DraftSending.init)
  }

  func markUndone(_ id: DraftSending.ID) throws {
    try transaction.run("UPDATE draft_sendings SET undone_at = \(transaction.now) WHERE id = \(id)")
  }
}

extension DraftSending {
  init(_ row: Row) throws {
    id = try row.get("id")
    draft = try row.get("draft_id")
    act = try row.get("act")
    givenBy = try row.get("given_by")
    giverName = try row.get("giver_name")
    givenAt = try row.get("given_at")
    touched = try JSONText.value(try row.get("touched"))
    roundBefore = try row.get("round_before")
    undoneAt = try row.find("undone_at")
  }
}
