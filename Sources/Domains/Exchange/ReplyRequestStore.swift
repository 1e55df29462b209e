import Database
import Documents
import Kernel

extension ReplyRequest.Pairing: SQLConvertible {}

/// All SQL on replies that are asked for. Their readers have found the asking document for the actor; the acts of answering
/// places find theirs by who was asked.
package struct ReplyRequestStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    recipient_id, document_id, agency_id, code_text, name, asked_agency_id, outside_agency_id, due_on, asked_at,
    answered_at, answer_code, answer_number, answer_text, pairing, paired_by, urged_count, urged_at, withdrawn_at
    """

  /// Of one document, in the order of «Nơi nhận».
  package func ofLater(_ document: Int64) throws -> Later<[ReplyRequest]> {
    try transaction.later(
      "SELECT \(Self.columns) FROM reply_requests WHERE document_id = \(document) ORDER BY recipient_id"
    ).map { try $0.map(ReplyRequest.init) }
  }

  /// What an agency of the installation owes another, oldest day first.
  package func open(of agency: AgencyID, askedOf asked: AgencyID) throws -> [ReplyRequest] {
    try open(of: agency, "asked_agency_id = \(asked)")
  }

  /// What a place outside owes an agency.
  package func open(of agency: AgencyID, askedOf outside: OutsideAgency.ID) throws -> [ReplyRequest] {
    try open(of: agency, "outside_agency_id = \(outside)")
  }

  private func open(of agency: AgencyID, _ condition: SQL) throws -> [ReplyRequest] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM reply_requests WHERE agency_id = \(agency) AND answered_at IS NULL
      AND withdrawn_at IS NULL AND \(condition) ORDER BY due_on, document_id LIMIT 200
      """
    ).map(ReplyRequest.init)
  }

  /// What an agency asked that these records answer.
  package func answered(by records: [RecordReference], of agency: AgencyID) throws -> [ReplyRequest] {
    guard !records.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM reply_requests WHERE answer_number IN (\(.list(records.map(\.number))))
      AND agency_id = \(agency) ORDER BY document_id
      """
    ).map(ReplyRequest.init).filter { $0.answer?.record.map(records.contains) == true }
  }

  package func add(_ requests: [ReplyRequest]) throws {
    for request in requests {
      try transaction.later(
        """
        INSERT INTO reply_requests (recipient_id, document_id, agency_id, code_text, name, asked_agency_id,
          outside_agency_id, due_on, asked_at, urged_count)
        VALUES (\(request.recipient), \(request.document), \(request.agency), \(request.codeText), \(request.name),
          \(request.askedAgency), \(request.outsideAgency), \(request.dueOn), \(request.askedAt), 0)
        """)
    }
  }

  /// The issue was undone: nobody was asked.
  package func forget(_ document: Int64) throws {
    try transaction.run("DELETE FROM reply_requests WHERE document_id = \(document)")
  }

  /// The document was recalled: nothing is owed any more.
  package func withdraw(_ document: Int64) throws {
    try transaction.run(
      """
      UPDATE reply_requests SET withdrawn_at = \(transaction.now)
      WHERE document_id = \(document) AND answered_at IS NULL
      """)
  }

  /// Pairs an answer, or takes one off again.
  package func save(_ answer: ReplyRequest.Answer?, of recipient: Int64) throws {
    try transaction.run(
      """
      UPDATE reply_requests SET answered_at = \(answer?.at), answer_code = \(answer?.record?.code),
        answer_number = \(answer?.record?.number), answer_text = \(answer?.text), pairing = \(answer?.pairing),
        paired_by = \(answer?.pairedBy)
      WHERE recipient_id = \(recipient)
      """)
  }

  /// Takes off whatever this record was taken for an answer to: its issue was undone, its number cancelled.
  package func unpair(_ record: RecordReference, of agency: AgencyID) throws {
    try transaction.run(
      """
      UPDATE reply_requests SET answered_at = NULL, answer_code = NULL, answer_number = NULL, answer_text = NULL,
        pairing = NULL, paired_by = NULL
      WHERE agency_id = \(agency) AND answer_code = \(record.code) AND answer_number = \(record.number)
      """)
  }

  package func noteUrged(_ recipients: [Int64], by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE reply_requests SET urged_count = urged_count + 1, urged_at = \(transaction.now),
        urged_by = \(actor.nameOnRecord)
      WHERE recipient_id IN (\(.list(recipients)))
      """)
  }
}

extension ReplyRequest {
  init(_ row: Row) throws {
    self.init(
      recipient: try row.get("recipient_id"), document: try row.get("document_id"), agency: try row.get("agency_id"),
      codeText: try row.get("code_text"), name: try row.get("name"), askedAgency: try row.find("asked_agency_id"),
      outsideAgency: try row.find("outside_agency_id"), dueOn: try row.get("due_on"), askedAt: try row.get("asked_at"))
    urgedCount = try row.get("urged_count")
    urgedAt = try row.find("urged_at")
    let withdrawnAt: Instant? = try row.find("withdrawn_at")
    isWithdrawn = withdrawnAt != nil
    guard let at: Instant = try row.find("answered_at") else { return }
    let (code, number): (String?, Int64?) = (try row.find("answer_code"), try row.find("answer_number"))
    answer = Answer(
      at: at, record: code.flatMap { code in number.map { RecordReference(code: code, number: $0) } },
      text: try row.get("answer_text"), pairing: try row.get("pairing"), pairedBy: try row.get("paired_by"))
  }
}
