import Database
import Kernel
import Work

/// SQL of what leaders sent to units and people, and when it was received (chuyển giao).
struct TransferStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What a directive, or a rule in a leader's name, gave to lead or to coordinate. It is received when its holder
  /// first does anything with it; what was taken back before is no transfer.
  static func sent(_ condition: SQL) -> SQL {
    """
    SELECT work_items.id, work_items.subject_number, work_items.agency_id, work_items.holder, work_items.given_at,
      (SELECT MIN(m.moved_at) FROM work_moves AS m WHERE m.item_id = work_items.id AND m.from_state = 'offered'
        AND m.to_state NOT IN ('offered', 'recalled')) AS received_at,
      (SELECT d.written_on FROM directives AS d WHERE d.document_id = work_items.subject_number
        AND d.given_at = work_items.given_at LIMIT 1) AS written_on
    FROM work_items JOIN work_items AS above ON above.id = work_items.parent_id AND above.role = 'decide'
    WHERE work_items.subject_code = \(RecordReference.incomingDocumentCode) AND work_items.kind = \(WorkKind.handleIncoming.code)
      AND work_items.role IN ('lead', 'coordinate') AND work_items.state <> 'recalled' AND \(condition)
    """
  }

  /// Those of the pieces of work that wait to be received, by their keys. Asked of what stands above each of them, whose
  /// key is known: the pieces of work are in hand.
  func waiting(among items: [WorkItem]) throws -> [WorkItem.ID: Transfer] {
    let offered = items.filter {
      $0.state == .offered && $0.kind == .handleIncoming && ($0.role == .lead || $0.role == .coordinate)
    }
    guard !offered.isEmpty else { return [:] }
    let rows = try transaction.rows(
      """
      SELECT above.id, d.given_at, d.written_on FROM work_items AS above
      LEFT JOIN directives AS d ON d.document_id = above.subject_number AND d.written_on IS NOT NULL
      WHERE above.id IN (\(.list(Set(offered.compactMap(\.parent))))) AND above.role = 'decide'
      """)
    var days: [WorkItem.ID: [Instant: Day]] = [:]
    for row in rows {
      var written = days[try row.get("id")] ?? [:]
      if let given: Instant = try row.find("given_at") { written[given] = try row.get("written_on") }
      days[try row.get("id")] = written
    }
    return offered.reduce(into: [:]) { transfers, item in
      guard let written = item.parent.flatMap({ days[$0] }) else { return }
      transfers[item.id] = Transfer(
        item: item.id, document: .init(item.subject.number), holder: item.holder, givenAt: item.givenAt,
        writtenOn: written[item.givenAt])
    }
  }

  /// The one of each document that waits longest to be received.
  func waiting(on documents: [IncomingDocument.ID]) throws -> [IncomingDocument.ID: Transfer] {
    guard !documents.isEmpty else { return [:] }
    let transfers = try transaction.rows(
      Self.sent("work_items.state = 'offered' AND work_items.subject_number IN (\(.list(documents)))")
    ).map(Transfer.init)
    return Dictionary(transfers.map { ($0.document, $0) }) { $0.givenAt <= $1.givenAt ? $0 : $1 }
  }

  /// Every one of an agency that waits, of those given lately.
  func waitingForJob(agency: AgencyID, since instant: Instant) throws -> [Transfer] {
    try transaction.rows(
      """
      \(Self.sent("work_items.state = 'offered' AND work_items.ended_at IS NULL AND work_items.agency_id = \(agency) AND work_items.given_at >= \(instant)"))
      ORDER BY work_items.id LIMIT 2000
      """
    ).map(Transfer.init)
  }
}

/// Something sent that its receiver has not accepted yet.
struct Transfer: Sendable, Equatable {
  var item: WorkItem.ID
  var document: IncomingDocument.ID
  var holder: Principal
  var givenAt: Instant
  /// The day on the paper, when a clerk keyed the directive in.
  var writtenOn: Day?
}

extension Transfer {
  init(_ row: Row) throws {
    item = try row.get("id")
    document = try row.get("subject_number")
    holder = Principal(token: try row.get("holder"))
    givenAt = try row.get("given_at")
    writtenOn = try row.find("written_on")
  }
}
