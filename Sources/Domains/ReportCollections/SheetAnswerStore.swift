import Access
import Database
import Exchange
import IncomingDocuments
import Kernel
import OutgoingDocuments

extension SheetAnswer.State: SQLConvertible {}

/// All SQL on what recipients fill in.
package struct SheetAnswerStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    outgoing_recipients.id AS recipient_id, outgoing_recipients.name, outgoing_recipients.unit_id,
    outgoing_recipients.agency_id AS asked_agency_id, outgoing_recipients.state AS recipient_state,
    outgoing_recipients.packet_id, packets.state AS packet_state, packets.incoming_id, packets.recalled_at,
    reply_requests.document_id AS request_id, reply_requests.answer_text, reply_requests.answer_code,
    reply_requests.urged_count, sheet_answers.state AS answer_state, sheet_answers.draft, sheet_answers.saved_at,
    sheet_answers.saved_by, sheet_answers.sendings, sheet_answers.first_sent_at, sheet_answers.sent_at,
    sheet_answers.sent_by, sheet_answers.row_count, sheet_answers.return_reason,
    sheet_answers.returned_at, sheet_answers.version AS answer_version
    """
  private static let table: SQL = """
    outgoing_recipients LEFT JOIN packets ON packets.id = outgoing_recipients.packet_id
    LEFT JOIN reply_requests ON reply_requests.recipient_id = outgoing_recipients.id
    LEFT JOIN sheet_answers ON sheet_answers.recipient_id = outgoing_recipients.id
    """

  /// The answering side: the unit that the document was sent to, the registry of the agency whose intake it lies in, and
  /// there whoever sees it once it has a number.
  private static func answered(by actor: Actor) -> SQL {
    let isUnitDesk = actor.roles.contains(.unitHead) || actor.roles.contains(.unitClerk)
    let waiting: SQL = actor.isRegistryClerk ? "packets.incoming_id IS NULL" : "1 = 0"
    let unit: SQL = isUnitDesk ? "outgoing_recipients.unit_id = \(actor.unit)" : "1 = 0"
    return """
      outgoing_recipients.state <> 'waiting' AND (\(unit) OR (packets.agency_id = \(actor.agency)
      AND packets.state NOT IN ('returned', 'withdrawn') AND (\(waiting)
      OR \(Access.visible("packets.incoming_id", kind: RecordReference.incomingDocumentCode, to: actor)))))
      """
  }

  /// Every recipient of an asking document that is asked, in the order of «Nơi nhận»: who only gets to know owes nothing. The
  /// caller stands on the asking side.
  package func places(of document: OutgoingDocument.ID) throws -> [AskedPlace] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE outgoing_recipients.document_id = \(document)
      AND outgoing_recipients.is_informed = 0 ORDER BY outgoing_recipients.position
      """
    ).map(AskedPlace.init)
  }

  /// How many places inside the System are asked by each document, and how many of them have sent. The caller stands on
  /// the asking side of all.
  func counts(of documents: [OutgoingDocument.ID]) throws -> [OutgoingDocument.ID: (sent: Int, asked: Int)] {
    guard !documents.isEmpty else { return [:] }
    let rows = try transaction.rows(
      """
      SELECT outgoing_recipients.document_id, COUNT(*) AS asked,
        SUM(CASE WHEN sheet_answers.state = 'sent' THEN 1 ELSE 0 END) AS sent
      FROM outgoing_recipients LEFT JOIN sheet_answers ON sheet_answers.recipient_id = outgoing_recipients.id
      WHERE outgoing_recipients.document_id IN (\(.list(documents))) AND outgoing_recipients.is_informed = 0
        AND (outgoing_recipients.unit_id IS NOT NULL OR outgoing_recipients.agency_id IS NOT NULL)
      GROUP BY outgoing_recipients.document_id
      """)
    return Dictionary(
      uniqueKeysWithValues: try rows.map {
        (try $0.get("document_id"), (sent: try $0.get("sent"), asked: try $0.get("asked")))
      })
  }

  /// One recipient with the collection that it answers, for the answering side; nil for what the actor may not see.
  func find(_ recipient: OutgoingRecipient.ID, answeredBy actor: Actor) throws -> (ReportCollection, AskedPlace)? {
    try list("outgoing_recipients.id = \(recipient) AND \(Self.answered(by: actor))").first
  }

  /// The same for the asking side.
  func find(_ recipient: OutgoingRecipient.ID, askedBy actor: Actor) throws -> (ReportCollection, AskedPlace)? {
    try list("outgoing_recipients.id = \(recipient) AND \(ReportCollectionStore.asked(by: actor))").first
  }

  /// What a packet asks of the agency that has it.
  func asked(of packet: Packet.ID, answeredBy actor: Actor) throws -> [(ReportCollection, AskedPlace)] {
    try list("outgoing_recipients.packet_id = \(packet) AND \(Self.answered(by: actor))")
  }

  /// What a document asks of the actor's own unit.
  func asked(ofUnitBy document: OutgoingDocument.ID, _ actor: Actor) throws -> [(ReportCollection, AskedPlace)] {
    try list(
      """
      outgoing_recipients.document_id = \(document) AND outgoing_recipients.unit_id = \(actor.unit)
      AND \(Self.answered(by: actor))
      """)
  }

  private func list(_ condition: SQL) throws -> [(ReportCollection, AskedPlace)] {
    try transaction.rows(
      """
      SELECT \(ReportCollectionStore.columns), \(Self.columns) FROM \(Self.table)
      JOIN report_collections ON report_collections.document_id = outgoing_recipients.document_id
      JOIN outgoing_documents ON outgoing_documents.id = report_collections.document_id
      WHERE \(condition) AND outgoing_recipients.is_informed = 0 ORDER BY outgoing_recipients.id
      """
    ).map { (try ReportCollection($0), try AskedPlace($0)) }
  }

  // MARK: values

  /// Every sending of one place, oldest first. The caller has found the place for the actor.
  func sendings(of recipient: OutgoingRecipient.ID) throws -> [SheetSending] {
    try transaction.rows(
      """
      SELECT number, rows_text, sent_at, sent_by FROM sheet_sendings WHERE recipient_id = \(recipient) ORDER BY number
      """
    ).map { row in
      SheetSending(
        number: try row.get("number"), rows: try JSONText.value(try row.get("rows_text")),
        sentAt: try row.get("sent_at"), sentBy: try row.get("sent_by"))
    }
  }

  /// What counts in the merged sheet: the last sending of each place that was not given back. The caller stands on the
  /// asking side.
  func merged(_ collection: ReportCollection.ID) throws -> [OutgoingRecipient.ID: [[String]]] {
    let rows = try transaction.rows(
      """
      SELECT sheet_answers.recipient_id, sheet_sendings.rows_text FROM sheet_answers
      JOIN sheet_sendings ON sheet_sendings.recipient_id = sheet_answers.recipient_id
        AND sheet_sendings.number = sheet_answers.sendings
      WHERE sheet_answers.collection_id = \(collection) AND sheet_answers.state = 'sent'
      """)
    var merged: [OutgoingRecipient.ID: [[String]]] = [:]
    for row in rows { merged[try row.get("recipient_id")] = try JSONText.value(try row.get("rows_text")) }
    return merged
  }

  /// The place that began to fill it in first; nil while nobody has.
  func firstBegun(_ collection: ReportCollection.ID) throws -> (at: Instant, by: String)? {
    try transaction.rows(
      """
      SELECT saved_at, saved_by FROM sheet_answers WHERE collection_id = \(collection)
      ORDER BY recipient_id LIMIT 1
      """
    ).first.map { (try $0.get("saved_at"), try $0.get("saved_by")) }
  }

  /// Writes what a place has now; `version` is that of the form it was filled in on, 0 for the first.
  func save(
    _ answer: SheetAnswer, of place: AskedPlace, _ collection: ReportCollection.ID, agency: AgencyID, from version: Int
  ) throws {
    let stale = Refusal(
      .conflict,
      "Số liệu của \(place.name) vừa được \(place.answer?.savedBy ?? "người khác") ghi lúc \(place.answer?.savedAt.text ?? ""). Chưa có gì bị ghi đè; xem bản mới rồi ghi lại."
    )
    guard version == (place.answer?.version ?? 0) else { throw stale }
    let draft = try JSONText.text(answer.draft)
    if place.answer == nil {
      try transaction.run(
        """
        INSERT INTO sheet_answers (recipient_id, collection_id, agency_id, state, draft, saved_at, saved_by, sendings,
          first_sent_at, sent_at, sent_by, row_count, return_reason, version)
        VALUES (\(place.recipient), \(collection), \(agency), \(answer.state), \(draft), \(answer.savedAt),
          \(answer.savedBy), \(answer.sendings), \(answer.firstSentAt), \(answer.sentAt), \(answer.sentBy),
          \(answer.rowCount), \(answer.returnReason), 1)
        """)
      return
    }
    let changed = try transaction.run(
      """
      UPDATE sheet_answers SET state = \(answer.state), draft = \(draft), saved_at = \(answer.savedAt),
        saved_by = \(answer.savedBy), sendings = \(answer.sendings), first_sent_at = \(answer.firstSentAt),
        sent_at = \(answer.sentAt), sent_by = \(answer.sentBy), row_count = \(answer.rowCount), return_reason = \(answer.returnReason), returned_at = \(answer.returnedAt),
        version = version + 1
      WHERE recipient_id = \(place.recipient) AND version = \(version)
      """)
    guard changed == 1 else { throw stale }
  }

  func add(_ sending: SheetSending, of recipient: OutgoingRecipient.ID) throws {
    try transaction.run(
      """
      INSERT INTO sheet_sendings (recipient_id, number, rows_text, sent_at, sent_by)
      VALUES (\(recipient), \(sending.number), \(try JSONText.text(sending.rows)), \(sending.sentAt), \(sending.sentBy))
      """)
  }
}

extension AskedPlace {
  init(_ row: Row) throws {
    let code: String? = try row.find("answer_code")
    let (recalled, request): (Instant?, Int64?) = (try row.find("recalled_at"), try row.find("request_id"))
    self.init(
      recipient: try row.get("recipient_id"), name: try row.get("name"), unit: try row.find("unit_id"),
      agency: try row.find("asked_agency_id"),
      isSent: try row.get("recipient_state", as: String.self) != OutgoingRecipient.State.waiting.rawValue,
      packet: try row.find("packet_id"), packetState: try row.find("packet_state"),
      incoming: try row.find("incoming_id"), isRecalled: recalled != nil,
      replyText: try row.find("answer_text") ?? "", isReplyData: code == RecordReference.reportCollectionCode,
      hasRequest: request != nil, urgedCount: try row.find("urged_count") ?? 0, answer: try SheetAnswer(row))
  }
}

extension SheetAnswer {
  /// Nil for a place that has not begun.
  init?(_ row: Row) throws {
    guard let state: State = try row.find("answer_state") else { return nil }
    self.init(
      state: state, draft: try JSONText.value(try row.get("draft")), savedAt: try row.get("saved_at"),
      savedBy: try row.get("saved_by"), sendings: try row.get("sendings"), firstSentAt: try row.find("first_sent_at"),
      sentAt: try row.find("sent_at"), sentBy: try row.find("sent_by"),
      rowCount: try row.get("row_count"), returnReason: try row.get("return_reason"),
      returnedAt: try row.find("returned_at"), version: try row.get("answer_version"))
  }
}
