import Access
import Database
import Documents
import IncomingDocuments
import Kernel
import Work

/// All SQL of figures about work and of the lists they open. What is not the reader's to see is in neither.
struct WorkReportStore {
  let transaction: any Transaction
  let actor: Actor

  init(_ transaction: any Transaction, for actor: Actor) {
    self.transaction = transaction
    self.actor = actor
  }

  /// How a list is ordered; each has an index of its own.
  enum Order { case deadline, lastEnded, given, oldest }

  /// «No deadline» as it is stored.
  private static let never = Instant(milliseconds: 253_402_300_800_000)

  /// The question as a condition on `w`.
  func condition(_ question: WorkQuestion) -> SQL {
    var parts: [SQL] = [scope(question.scope), "w.subject_code = \(RecordReference.incomingDocumentCode)"]
    switch question.part {
    case .open: parts.append("w.ended_at IS NULL")
    case .ended: parts.append("w.ended_at IS NOT NULL")
    case .any: break
    }
    if !question.kinds.isEmpty { parts.append("w.kind IN (\(.list(question.kinds.map(\.code))))") }
    if !question.roles.isEmpty { parts.append("w.role IN (\(.list(question.roles.map(\.rawValue))))") }
    if let unit = question.unit { parts.append("w.unit_id = \(unit)") }
    if let holder = question.holder { parts.append("w.holder = \(holder.token)") }
    if let given = question.given {
      parts.append("w.given_at >= \(given.lowerBound) AND w.given_at < \(given.upperBound)")
    }
    if question.isStanding { parts.append("w.state NOT IN ('returned', 'recalled')") }
    if question.isPersonal { parts.append("substr(w.holder, 1, 1) = 'p'") }
    if question.isUnitsOwn {
      parts.append(
        """
        NOT EXISTS (SELECT 1 FROM work_items AS above WHERE above.id = w.parent_id AND above.role <> 'decide'
        AND above.unit_id = w.unit_id)
        """)
    }
    if let fate = question.fate { parts.append("(\(fateOf)) = \(fate.rawValue)") }
    if let step = question.step { parts.append("(\(Self.stepOf)) = \(step.rawValue)") }
    if question.isWaiting { parts.append("w.state <> 'passedOn'") }
    if question.isLate { parts.append("w.due_at <= \(transaction.now)") }
    if question.isDueToday {
      parts.append("w.due_at > \(transaction.now) AND w.due_at <= \(Instant(transaction.now.day + 1))")
    }
    return parts.joined(separator: " AND ")
  }

  private func scope(_ scope: WorkScope) -> SQL {
    let seen = seen("w.subject_number")
    return switch scope {
    case .agency(let agency): "w.agency_id = \(agency)"
    case .unit(let unit, let agency): "w.agency_id = \(agency) AND w.unit_id = \(unit) AND \(seen)"
    case .given(let post): "w.given_by = \(post) AND w.holder <> \(Principal.post(post).token) AND \(seen)"
    }
  }

  /// Counted, so that PostgreSQL walks what is asked for and looks at the right to each row, instead of walking all that
  /// the reader may see and sorting it.
  func seen(_ column: SQL) -> SQL {
    Access.counted(column, kind: RecordReference.incomingDocumentCode, to: actor)
  }

  private var fateOf: SQL {
    """
    CASE WHEN w.ended_at IS NULL THEN
      CASE WHEN w.due_at = \(Self.never) THEN 'openUndated' WHEN w.due_at <= \(transaction.now) THEN 'overdue'
      ELSE 'within' END
    WHEN w.due_at = \(Self.never) THEN 'doneUndated' WHEN w.ended_at < w.due_at THEN 'onTime' ELSE 'late' END
    """
  }

  private static let stepOf: SQL = """
    CASE WHEN w.state = 'passedOn' THEN '' WHEN w.role = 'decide' THEN 'directive'
    WHEN w.state = 'offered' THEN 'acceptance' WHEN substr(w.holder, 1, 1) <> 'u' THEN 'handling'
    WHEN EXISTS (SELECT 1 FROM work_items AS below WHERE below.parent_id = w.id AND below.parent_id <> 0
      AND below.role = 'lead'
      AND below.state NOT IN ('returned', 'recalled')) THEN 'conclusion'
    ELSE 'assignment' END
    """

  /// A figure of the report.
  struct FateCount {
    var unit: UnitID?
    var holder: Principal?
    var holderName: String
    var fate: WorkFate
    var count: Int
  }

  /// How many of each fate, by unit, or by unit and person.
  func fates(_ question: WorkQuestion, byPerson: Bool) throws -> [FateCount] {
    let who: SQL = byPerson ? "w.unit_id, w.holder, w.holder_name" : "w.unit_id"
    let by: SQL = byPerson ? "unit_id, holder" : "unit_id"
    let name: SQL = byPerson ? "MAX(holder_name) AS holder_name," : ""
    return try transaction.rows(
      """
      SELECT \(by), \(name) fate, COUNT(*) AS n
      FROM (SELECT \(who), \(fateOf) AS fate FROM work_items AS w WHERE \(condition(question))) AS told
      GROUP BY \(by), fate ORDER BY \(by), fate
      """
    ).compactMap { row in
      guard let fate = WorkFate(rawValue: try row.get("fate")) else { return nil }
      return FateCount(
        unit: try row.find("unit_id"), holder: byPerson ? Principal(token: try row.get("holder")) : nil,
        holderName: byPerson ? try row.get("holder_name") : "", fate: fate, count: try row.get("n"))
    }
  }

  /// What an open piece of work tells the board.
  struct Waiting {
    var unit: UnitID?
    var step: WaitingStep
    var since: Instant
    var isLate: Bool
  }

  /// Open work that waits at a step, up to `cap`, oldest first.
  func waiting(_ question: WorkQuestion, cap: Int) throws -> [Waiting] {
    try transaction.rows(
      """
      SELECT w.unit_id, \(Self.stepOf) AS step, w.due_at,
        COALESCE((SELECT MAX(moved_at) FROM work_moves WHERE work_moves.item_id = w.id), w.given_at) AS since
      FROM work_items AS w WHERE \(condition(question)) AND w.state <> 'passedOn' ORDER BY w.id LIMIT \(cap)
      """
    ).compactMap { row in
      guard let step = WaitingStep(rawValue: try row.get("step")) else { return nil }
      let due: Instant = try row.get("due_at")
      return Waiting(
        unit: try row.find("unit_id"), step: step, since: try row.get("since"), isLate: due <= transaction.now)
    }
  }

  /// What one holder has of what is asked for.
  struct HolderCount {
    var unit: UnitID?
    var holder: Principal
    var holderName: String
    var count: Int
    var late: Int
  }

  /// Counted up to `cap` pieces of work.
  func holders(_ question: WorkQuestion, cap: Int) throws -> [HolderCount] {
    try transaction.rows(
      """
      SELECT unit_id, holder, MAX(holder_name) AS holder_name, COUNT(*) AS n,
        COUNT(CASE WHEN ended_at IS NULL AND due_at <= \(transaction.now) THEN 1 END) AS late
      FROM (SELECT w.unit_id, w.holder, w.holder_name, w.due_at, w.ended_at FROM work_items AS w
        WHERE \(condition(question)) LIMIT \(cap)) AS held
      GROUP BY unit_id, holder ORDER BY unit_id, holder
      """
    ).map { row in
      HolderCount(
        unit: try row.find("unit_id"), holder: Principal(token: try row.get("holder")),
        holderName: try row.get("holder_name"), count: try row.get("n"), late: try row.get("late"))
    }
  }

  /// The rows behind a figure, a page of them.
  func page(
    _ question: WorkQuestion, by order: Order, after place: WorkPlace?, limit: Int
  ) throws -> (rows: [ReportedWork], next: WorkPlace?) {
    let (column, direction): (SQL, SQL) =
      switch order {
      case .deadline: ("w.due_at", "ASC")
      case .lastEnded: ("w.ended_at", "DESC")
      case .given: ("w.given_at", "ASC")
      case .oldest: ("w.id", "ASC")
      }
    let isDown = order == .lastEnded
    let bound: SQL =
      switch place {
      case nil: "1 = 1"
      case let place? where order == .oldest: "w.id > \(place.id)"
      case let place?:
        isDown ? "(\(column), w.id) < (\(place.at), \(place.id))" : "(\(column), w.id) > (\(place.at), \(place.id))"
      }
    let sorting: SQL = order == .oldest ? "w.id" : "\(column) \(direction), w.id \(direction)"
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns), \(column) AS place FROM work_items AS w
      JOIN incoming_documents AS d ON d.id = w.subject_number
      WHERE \(condition(question)) AND \(bound) ORDER BY \(sorting) LIMIT \(limit + 1)
      """)
    let shown = rows.prefix(limit)
    let found = try shown.map { try ReportedWork($0, never: Self.never) }
    guard rows.count > limit, let last = shown.last else { return (found, nil) }
    return (found, WorkPlace(at: try last.get("place"), id: try last.get("id")))
  }

  /// Those of these keys, in their order.
  func list(_ keys: [WorkItem.ID], _ question: WorkQuestion) throws -> [ReportedWork] {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items AS w JOIN incoming_documents AS d ON d.id = w.subject_number
      WHERE w.id IN (\(.list(keys))) AND \(condition(question))
      """
    ).map { try ReportedWork($0, never: Self.never) }
    return keys.compactMap { key in rows.first { $0.id == key } }
  }

  private static let columns: SQL = """
    w.id, w.subject_number, w.holder, w.holder_name, w.unit_id, w.role, w.state, w.given_by, w.giver_name, w.given_at,
    w.due_at, w.opened_at, w.opened_by, w.ended_at, w.outcome, d.state AS document_state, d.arrival_number,
    d.number_text, d.notation, d.subject, d.issuer_name, d.urgency
    """
}

extension ReportedWork {
  fileprivate init(_ row: Row, never: Instant) throws {
    id = try row.get("id")
    document = try row.get("subject_number")
    isWithheld = try row.get("document_state", as: String.self) == IncomingDocument.State.quarantined.rawValue
    arrivalNumber = try row.get("arrival_number")
    codeText = isWithheld ? "" : NumberText(number: try row.get("number_text"), notation: try row.get("notation")).text
    subject = isWithheld ? "(nghi có dấu mật, chờ xử lý)" : try row.get("subject")
    issuer = isWithheld ? "" : try row.get("issuer_name")
    urgency = isWithheld ? "" : try row.get("urgency")
    holder = Principal(token: try row.get("holder"))
    holderName = try row.get("holder_name")
    unit = try row.find("unit_id")
    role = try row.get("role")
    state = try row.get("state")
    givenBy = try row.get("given_by")
    giverName = try row.get("giver_name")
    givenAt = try row.get("given_at")
    let due: Instant = try row.get("due_at")
    dueAt = due == never ? nil : due
    openedAt = try row.find("opened_at")
    openedBy = try row.find("opened_by")
    endedAt = try row.find("ended_at")
    outcome = isWithheld ? "" : try row.get("outcome")
  }
}
