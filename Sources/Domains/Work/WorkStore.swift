import Database
import Kernel

extension WorkRole: SQLConvertible {}
extension WorkItem.State: SQLConvertible {}

/// All SQL of work items. Whoever reads the items of a record has made sure that the record may be seen.
package struct WorkStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    id, subject_code, subject_number, kind, agency_id, holder, holder_name, unit_id, role, parent_id, given_by,
    giver_name, given_at, instruction, due_at, state, opened_at, opened_by, accepted_at, ended_at, outcome,
    needs_reply, result_kind, reply_code, reply_record, version
    """

  /// Stands for «no deadline» and sorts after every deadline.
  static let never = Instant(milliseconds: 253_402_300_800_000)

  /// Every item of a record, ended ones too, in the order in which they were given.
  package func items(of subject: RecordReference) throws -> [WorkItem] { try itemsLater(of: subject).get() }

  /// The same, asked together with what follows.
  package func itemsLater(of subject: RecordReference) throws -> Later<[WorkItem]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM work_items
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) ORDER BY id
      """
    ).map { try $0.map(WorkItem.init) }
  }

  /// SQLite binds so many values in one statement at most, and each item binds twenty-six.
  private static let rowsMax = 500

  /// These items, of whatever record: whoever reads them shows only those of records that may be seen.
  package func items(_ ids: [WorkItem.ID]) throws -> [WorkItem] {
    guard !ids.isEmpty else { return [] }
    return try transaction.rows("SELECT \(Self.columns) FROM work_items WHERE id IN (\(.list(ids)))").map(WorkItem.init)
  }

  /// The work to which a record replies: whoever reads it shows only that of records that may be seen.
  package func items(repliedBy record: RecordReference) throws -> [WorkItem] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items
      WHERE reply_record = \(record.text) AND reply_record IS NOT NULL ORDER BY id
      """
    ).map(WorkItem.init)
  }

  func add(_ items: [WorkItem]) throws {
    let refusal = Refusal(
      .conflict, "Đã có đơn vị hoặc cá nhân chủ trì. Mỗi lần giao chỉ một nơi chủ trì; hãy thu hồi trước khi đổi.")
    for first in stride(from: 0, to: items.count, by: Self.rowsMax) {
      let rows = items[first..<min(items.count, first + Self.rowsMax)].map { item -> SQL in
        """
        (\(item.id), \(item.subject.code), \(item.subject.number), \(item.kind.code), \(item.agency),
          \(item.holder.token), \(item.holderName), \(item.unit), \(item.role), \(item.parent?.number ?? 0),
          \(item.givenBy), \(item.giverName), \(item.givenAt), \(item.instruction), \(item.dueAt ?? Self.never),
          \(item.state), \(item.openedAt), \(item.openedBy), \(item.acceptedAt), \(item.endedAt), \(item.outcome),
          \(item.needsReply), \(item.result?.rawValue ?? ""), \(item.replyCode), \(item.replyRecord?.text),
          \(item.version))
        """
      }
      try refusing("work_items_one_lead", as: refusal) {
        try transaction.run("INSERT INTO work_items (\(Self.columns)) VALUES \(rows.joined(separator: ", "))")
      }
    }
  }

  /// Writes where the item stands now.
  package func save(_ item: WorkItem) throws {
    let refusal = Refusal(.conflict, "Việc này đã có nơi chủ trì khác, nên không mở lại được.")
    try refusing("work_items_one_lead", as: refusal) {
      try transaction.run(
        """
        UPDATE work_items SET state = \(item.state), due_at = \(item.dueAt ?? Self.never),
          holder = \(item.holder.token), holder_name = \(item.holderName), unit_id = \(item.unit),
          instruction = \(item.instruction), opened_at = \(item.openedAt), opened_by = \(item.openedBy),
          accepted_at = \(item.acceptedAt), ended_at = \(item.endedAt), outcome = \(item.outcome),
          result_kind = \(item.result?.rawValue ?? ""), reply_code = \(item.replyCode),
          reply_record = \(item.replyRecord?.text), version = version + 1
        WHERE id = \(item.id)
        """)
    }
  }

  func forgetWords(of subject: RecordReference) throws {
    try transaction.run(
      """
      UPDATE work_items SET instruction = '', outcome = '', reply_code = '', reply_record = NULL
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number)
      """)
    for table: SQL in ["work_notes", "work_urgings", "work_deadline_changes", "work_extensions", "work_follows"] {
      try transaction.run(
        "DELETE FROM \(table) WHERE subject_code = \(subject.code) AND subject_number = \(subject.number)")
    }
    try forgetHandedOver(subject)
  }

  /// What minutes of a handover said of the record.
  private func forgetHandedOver(_ subject: RecordReference) throws {
    try transaction.run(
      """
      UPDATE handover_lines SET code_text = '', subject_text = \(HandoverLine.forgotten), path = ''
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number)
      """)
  }

  /// Notes the first opening by one of the holder's posts. Without effect afterwards.
  func markOpened(_ subject: RecordReference, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE work_items SET opened_at = \(transaction.now), opened_by = \(actor.nameOnRecord)
      WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) AND opened_at IS NULL
        AND ended_at IS NULL AND holder IN (\(.list(actor.principals.map(\.token))))
      """)
  }
}

extension WorkItem {
  init(_ row: Row) throws {
    id = try row.get("id")
    subject = RecordReference(code: try row.get("subject_code"), number: try row.get("subject_number"))
    kind = WorkKind(code: try row.get("kind"))
    agency = try row.get("agency_id")
    holder = Principal(token: try row.get("holder"))
    holderName = try row.get("holder_name")
    unit = try row.find("unit_id")
    role = try row.get("role")
    let parentNumber: Int64 = try row.get("parent_id")
    parent = parentNumber == 0 ? nil : ID(parentNumber)
    givenBy = try row.get("given_by")
    giverName = try row.get("giver_name")
    givenAt = try row.get("given_at")
    instruction = try row.get("instruction")
    let due: Instant = try row.get("due_at")
    dueAt = due == WorkStore.never ? nil : due
    state = try row.get("state")
    openedAt = try row.find("opened_at")
    openedBy = try row.find("opened_by")
    acceptedAt = try row.find("accepted_at")
    endedAt = try row.find("ended_at")
    outcome = try row.get("outcome")
    needsReply = try row.get("needs_reply")
    result = Result(rawValue: try row.get("result_kind"))
    replyCode = try row.get("reply_code")
    let reply: String? = try row.find("reply_record")
    replyRecord = reply.flatMap(RecordReference.init(text:))
    version = try row.get("version")
  }
}
