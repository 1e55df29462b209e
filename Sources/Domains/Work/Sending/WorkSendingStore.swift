import Database
import Kernel

/// SQL of what was sent a moment ago. Whoever reads it has found the record for the actor.
package struct WorkSendingStore {
  private static let kept = Duration.seconds(86_400)
  private static let columns: SQL = """
    id, subject_code, subject_number, act, given_by, giver_name, given_at, touched, undone_at
    """

  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Keeps what an act sent for a day; what the same post sent before that is forgotten.
  @discardableResult
  package func add(
    _ act: String, on subject: RecordReference, _ touched: [TouchedWork], by actor: Actor
  ) throws -> WorkSending {
    let sending = WorkSending(
      id: try transaction.nextID(of: "work_sendings"), subject: subject, act: act, givenBy: actor.post,
      giverName: actor.nameOnRecord, givenAt: transaction.now, touched: touched)
    try transaction.run(
      """
      DELETE FROM work_sendings
      WHERE given_by = \(sending.givenBy) AND given_at < \(sending.givenAt - Self.kept)
      """)
    try transaction.run(
      """
      INSERT INTO work_sendings (\(Self.columns))
      VALUES (\(sending.id), \(subject.code), \(subject.number), \(act), \(sending.givenBy), \(sending.giverName),
        \(sending.givenAt), \(JSONText.text(touched)), \(sending.undoneAt))
      """)
    return sending
  }

  package func find(_ id: WorkSending.ID, on subject: RecordReference) throws -> WorkSending {
    let row = try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_sendings
      WHERE id = \(id) AND subject_code = \(subject.code) AND subject_number = \(subject.number)
      """
    ).first
    guard let row else { throw Refusal(.notFound, "Không còn lần gửi này để hoàn tác.") }
    return try WorkSending(row)
  }

  package func markUndone(_ id: WorkSending.ID) throws {
    try transaction.run("UPDATE work_sendings SET undone_at = \(transaction.now) WHERE id = \(id)")
  }
}

extension WorkSending {
  init(_ row: Row) throws {
    id = try row.get("id")
    subject = RecordReference(code: try row.get("subject_code"), number: try row.get("subject_number"))
    act = try row.get("act")
    givenBy = try row.get("given_by")
    giverName = try row.get("giver_name")
    givenAt = try row.get("given_at")
    touched = try JSONText.value(try row.get("touched"))
    undoneAt = try row.find("undone_at")
  }
}
