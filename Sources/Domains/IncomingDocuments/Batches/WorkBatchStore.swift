import Database
import Kernel

extension WorkBatch.Act: SQLConvertible {}
extension WorkBatchLine.State: SQLConvertible {}

/// SQL of batches. A person sees their own, as the post that asked.
struct WorkBatchStore {
  private static let columns: SQL = """
    id, account_id, post_id, act, order_text, back, asked_at, finished_at, undone_at
    """

  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Forgets what the same post asked long ago.
  func add(_ batch: WorkBatch, _ targets: [WorkBatchTarget]) throws {
    try forget(of: batch.post, askedBefore: batch.askedAt - WorkBatch.kept)
    try transaction.run(
      """
      INSERT INTO work_batches (\(Self.columns))
      VALUES (\(batch.id), \(batch.account), \(batch.post), \(batch.act), \(JSONText.text(batch.order)),
        \(batch.back), \(batch.askedAt), \(batch.finishedAt), \(batch.undoneAt))
      """)
    for (position, target) in targets.enumerated() {
      try transaction.run(
        """
        INSERT INTO work_batch_lines (batch_id, position, document_id, item_id, state, reason, sending_id)
        VALUES (\(batch.id), \(position + 1), \(target.document), \(target.item), 'waiting', '', NULL)
        """)
    }
  }

  private func forget(of post: PostID, askedBefore instant: Instant) throws {
    let old = try transaction.rows(
      "SELECT id FROM work_batches WHERE post_id = \(post) AND asked_at < \(instant)"
    ).map { try $0.get("id", as: Int64.self) }
    guard !old.isEmpty else { return }
    try transaction.run("DELETE FROM work_batch_lines WHERE batch_id IN (\(.list(old)))")
    try transaction.run("DELETE FROM work_batches WHERE id IN (\(.list(old)))")
  }

  func find(_ id: WorkBatch.ID, of actor: Actor) throws -> WorkBatch {
    let row = try transaction.rows(
      "SELECT \(Self.columns) FROM work_batches WHERE id = \(id) AND post_id = \(actor.post)"
    ).first
    guard let row else {
      throw Refusal(
        .notFound, "Không tìm thấy lần xử lý hàng loạt này: kết quả chỉ giữ một tuần, của riêng người đã làm.")
    }
    return try WorkBatch(row)
  }

  func findForJob(_ id: WorkBatch.ID) throws -> WorkBatch? {
    try transaction.rows("SELECT \(Self.columns) FROM work_batches WHERE id = \(id)").first.map(WorkBatch.init)
  }

  /// The lines of one state after a position, in their order; the batch has been shown to the actor already.
  func lines(
    of id: WorkBatch.ID, _ state: WorkBatchLine.State, after position: Int = 0, limit: Int
  ) throws -> [WorkBatchLine] {
    try transaction.rows(
      """
      SELECT position, document_id, item_id, state, reason, sending_id FROM work_batch_lines
      WHERE batch_id = \(id) AND state = \(state) AND position > \(position) ORDER BY position LIMIT \(limit)
      """
    ).map(WorkBatchLine.init)
  }

  func counts(of id: WorkBatch.ID) throws -> [WorkBatchLine.State: Int] {
    try transaction.rows(
      "SELECT state, COUNT(*) AS n FROM work_batch_lines WHERE batch_id = \(id) GROUP BY state"
    ).reduce(into: [:]) { $0[try $1.get("state")] = try $1.get("n") }
  }

  /// The line, locked, while it still stands so: whoever comes second finds nothing to do.
  func take(_ position: Int, of id: WorkBatch.ID, _ state: WorkBatchLine.State) throws -> WorkBatchLine? {
    try transaction.rows(
      """
      SELECT position, document_id, item_id, state, reason, sending_id FROM work_batch_lines
      WHERE batch_id = \(id) AND position = \(position) AND state = \(state) \(transaction.rowLock)
      """
    ).first.map(WorkBatchLine.init)
  }

  func save(_ line: WorkBatchLine, of id: WorkBatch.ID) throws {
    try transaction.run(
      """
      UPDATE work_batch_lines SET state = \(line.state), reason = \(line.reason), sending_id = \(line.sending)
      WHERE batch_id = \(id) AND position = \(line.position)
      """)
  }

  /// All of it was done or refused: what the form said is forgotten, it stands with each document.
  func finish(_ id: WorkBatch.ID) throws {
    try transaction.run(
      """
      UPDATE work_batches SET finished_at = \(transaction.now), order_text = \(JSONText.text(WorkBatch.Order()))
      WHERE id = \(id) AND finished_at IS NULL AND NOT EXISTS
        (SELECT 1 FROM work_batch_lines WHERE batch_id = \(id) AND state = 'waiting')
      """)
  }

  func markUndone(_ id: WorkBatch.ID) throws {
    try transaction.run("UPDATE work_batches SET undone_at = \(transaction.now) WHERE id = \(id)")
  }
}

extension WorkBatch {
  init(_ row: Row) throws {
    id = try row.get("id")
    account = try row.get("account_id")
    post = try row.get("post_id")
    act = try row.get("act")
    order = try JSONText.value(try row.get("order_text"))
    back = try row.get("back")
    askedAt = try row.get("asked_at")
    finishedAt = try row.find("finished_at")
    undoneAt = try row.find("undone_at")
  }
}

extension WorkBatchLine {
  init(_ row: Row) throws {
    position = try row.get("position")
    target = WorkBatchTarget(try row.get("document_id"), try row.find("item_id"))
    state = try row.get("state")
    reason = try row.get("reason")
    sending = try row.find("sending_id")
  }
}
