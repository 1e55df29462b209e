import Database
import Kernel

extension Sending.Act: SQLConvertible {}

/// SQL of what was sent a moment ago.
struct SendingStore {
  private static let kept = Duration.seconds(86_400)
  private static let columns: SQL = """
    id, document_id, act, given_by, giver_name, given_at, touched, directive_id, undone_at
    """

  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Keeps it for a day; what the same post sent before that is forgotten.
  func add(_ sending: Sending) throws {
    try transaction.run(
      """
      DELETE FROM handling_sendings
      WHERE given_by = \(sending.givenBy) AND given_at < \(sending.givenAt - Self.kept)
      """)
    try transaction.run(
      """
      INSERT INTO handling_sendings (\(Self.columns))
      VALUES (\(sending.id), \(sending.document), \(sending.act), \(sending.givenBy), \(sending.giverName),
        \(sending.givenAt), \(JSONText.text(sending.touched)), \(sending.directive), \(sending.undoneAt))
      """)
  }

  /// Whether this actor's post sent it, within the same agency.
  func isSender(_ actor: Actor, of id: Sending.ID, on document: IncomingDocument.ID) throws -> Bool {
    try !transaction.rows(
      """
      SELECT 1 AS sent FROM handling_sendings WHERE id = \(id) AND document_id = \(document) AND given_by = \(actor.post)
      """
    ).isEmpty
  }

  /// Of a document that has been shown to the actor already.
  func find(_ id: Sending.ID, of document: IncomingDocument.ID) throws -> Sending {
    let row = try transaction.rows(
      "SELECT \(Self.columns) FROM handling_sendings WHERE id = \(id) AND document_id = \(document)"
    ).first
    guard let row else {
      throw Refusal(.notFound, "Không còn lần gửi này để hoàn tác. Hãy dùng «Thu hồi» kèm lý do.")
    }
    return try Sending(row)
  }

  /// What this post sent last, within the same transaction.
  func last(by post: PostID) throws -> Sending? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM handling_sendings
      WHERE given_by = \(post) AND given_at = \(transaction.now) ORDER BY given_at, id DESC LIMIT 1
      """
    ).first.map(Sending.init)
  }

  /// What one act of a post sent at that moment on a document, while it can still be undone.
  func find(
    _ act: Sending.Act, by post: PostID, at instant: Instant, of document: IncomingDocument.ID
  ) throws -> Sending.ID? {
    try transaction.rows(
      """
      SELECT id FROM handling_sendings
      WHERE document_id = \(document) AND act = \(act) AND given_by = \(post) AND given_at = \(instant)
        AND undone_at IS NULL LIMIT 1
      """
    ).first?.get("id")
  }

  func markUndone(_ id: Sending.ID) throws {
    try transaction.run("UPDATE handling_sendings SET undone_at = \(transaction.now) WHERE id = \(id)")
  }
}

extension Sending {
  init(_ row: Row) throws {
    id = try row.get("id")
    document = try row.get("document_id")
    act = try row.get("act")
    givenBy = try row.get("given_by")
    giverName = try row.get("giver_name")
    givenAt = try row.get("given_at")
    touched = try JSONText.value(try row.get("touched"))
    directive = try row.find("directive_id")
    undoneAt = try row.find("undone_at")
  }
}
