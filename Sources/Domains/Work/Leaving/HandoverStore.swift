import Database
import Kernel

extension Handover.Reason: SQLConvertible {}
extension HandoverLine.Outcome: SQLConvertible {}

/// SQL of handovers. Who may see one is decided by whoever asks (`HandoverAccess`).
package struct HandoverStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, agency_id, agency_name, person_id, person_name, reason, note, account_id, post_id, asked_by, asked_at,
    finished_at
    """

  private static let lineColumns: SQL = """
    position, kind, kind_title, thing_key, from_post, from_name, to_post, to_name, subject_code, subject_number,
    code_text, subject_text, due_at, state_text, path, outcome, refusal, done_at
    """

  /// Refuses while another one of the same person goes on.
  package func add(_ handover: Handover, _ lines: [HandoverLine]) throws {
    let open = Refusal(
      .conflict, "Một lần bàn giao của \(handover.personName) đang chạy. Hãy đợi xong rồi bàn giao phần còn lại.")
    try refusing("handovers_open", as: open) {
      try transaction.run(
        """
        INSERT INTO handovers (\(Self.columns))
        VALUES (\(handover.id), \(handover.agency), \(handover.agencyName), \(handover.person),
          \(handover.personName), \(handover.reason), \(handover.note), \(handover.account), \(handover.post),
          \(handover.askedBy), \(handover.askedAt), \(handover.finishedAt))
        """)
    }
    for line in lines {
      try transaction.later(
        """
        INSERT INTO handover_lines (handover_id, \(Self.lineColumns))
        VALUES (\(handover.id), \(line.position), \(line.kind), \(line.kindTitle), \(line.key), \(line.from),
          \(line.fromName), \(line.to), \(line.toName), \(line.record?.code), \(line.record?.number),
          \(line.codeText), \(line.subject), \(line.dueAt), \(line.stateText), \(line.path), \(line.outcome),
          \(line.refusal), \(line.doneAt))
        """)
    }
  }

  package func find(_ id: Handover.ID) throws -> Handover? {
    try transaction.rows("SELECT \(Self.columns) FROM handovers WHERE id = \(id)").first.map(Handover.init)
  }

  /// Those of these keys, whoever may see them.
  package func list(_ ids: [Int64]) throws -> [Handover] {
    guard !ids.isEmpty else { return [] }
    return try transaction.rows("SELECT \(Self.columns) FROM handovers WHERE id IN (\(.list(ids)))")
      .map(Handover.init)
  }

  /// Of one person, newest first.
  package func list(of person: PersonID, limit: Int) throws -> [Handover] {
    try transaction.rows(
      "SELECT \(Self.columns) FROM handovers WHERE person_id = \(person) ORDER BY id DESC LIMIT \(limit)"
    ).map(Handover.init)
  }

  /// The lines of one outcome after a position, in their order.
  package func lines(
    of id: Handover.ID, _ outcome: HandoverLine.Outcome, after position: Int = 0, limit: Int
  ) throws -> [HandoverLine] {
    try transaction.rows(
      """
      SELECT \(Self.lineColumns) FROM handover_lines
      WHERE handover_id = \(id) AND outcome = \(outcome) AND position > \(position) ORDER BY position LIMIT \(limit)
      """
    ).map(HandoverLine.init)
  }

  package func counts(of id: Handover.ID) throws -> [HandoverLine.Outcome: Int] {
    try transaction.rows(
      "SELECT outcome, COUNT(*) AS n FROM handover_lines WHERE handover_id = \(id) GROUP BY outcome"
    ).reduce(into: [:]) { $0[try $1.get("outcome")] = try $1.get("n") }
  }

  /// Posts whose things it hands over.
  package func givers(of id: Handover.ID) throws -> [PostID] {
    try transaction.rows("SELECT DISTINCT from_post FROM handover_lines WHERE handover_id = \(id) ORDER BY from_post")
      .map { try $0.get("from_post") }
  }

  /// What each post got, by kind, in the order of the first thing of each.
  package func received(
    of id: Handover.ID
  ) throws -> [(to: PostID, toName: String, kindTitle: String, count: Int)] {
    try transaction.rows(
      """
      SELECT to_post, to_name, kind_title, COUNT(*) AS n, MIN(position) AS first FROM handover_lines
      WHERE handover_id = \(id) AND outcome = 'done' AND to_post IS NOT NULL
      GROUP BY to_post, to_name, kind_title ORDER BY first
      """
    ).map {
      (try $0.get("to_post"), try $0.get("to_name"), try $0.get("kind_title"), try $0.get("n"))
    }
  }

  /// The line, locked, while it still waits: whoever comes second finds nothing to do.
  package func take(_ position: Int, of id: Handover.ID) throws -> HandoverLine? {
    try transaction.rows(
      """
      SELECT \(Self.lineColumns) FROM handover_lines
      WHERE handover_id = \(id) AND position = \(position) AND outcome = 'waiting' \(transaction.rowLock)
      """
    ).first.map(HandoverLine.init)
  }

  package func save(_ line: HandoverLine, of id: Handover.ID) throws {
    try transaction.run(
      """
      UPDATE handover_lines SET outcome = \(line.outcome), refusal = \(line.refusal), done_at = \(line.doneAt)
      WHERE handover_id = \(id) AND position = \(line.position)
      """)
  }

  /// True once: for whoever found nothing waiting any more first.
  package func finish(_ id: Handover.ID) throws -> Bool {
    try transaction.run(
      """
      UPDATE handovers SET finished_at = \(transaction.now) WHERE id = \(id) AND finished_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM handover_lines WHERE handover_id = \(id) AND outcome = 'waiting')
      """) == 1
  }
}

extension Handover {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), agencyName: try row.get("agency_name"),
      person: try row.get("person_id"), personName: try row.get("person_name"), reason: try row.get("reason"),
      note: try row.get("note"), account: try row.get("account_id"), post: try row.get("post_id"),
      askedBy: try row.get("asked_by"), askedAt: try row.get("asked_at"), finishedAt: try row.find("finished_at"))
  }
}

extension HandoverLine {
  fileprivate init(_ row: Row) throws {
    let code: String? = try row.find("subject_code")
    let number: Int64? = try row.find("subject_number")
    self.init(
      position: try row.get("position"), kind: try row.get("kind"), kindTitle: try row.get("kind_title"),
      key: try row.get("thing_key"), from: try row.get("from_post"), fromName: try row.get("from_name"),
      to: try row.find("to_post"), toName: try row.get("to_name"),
      record: code.flatMap { code in number.map { RecordReference(code: code, number: $0) } },
      codeText: try row.get("code_text"), subject: try row.get("subject_text"), dueAt: try row.find("due_at"),
      stateText: try row.get("state_text"), path: try row.get("path"))
    (outcome, refusal, doneAt) = (try row.get("outcome"), try row.get("refusal"), try row.find("done_at"))
  }
}
