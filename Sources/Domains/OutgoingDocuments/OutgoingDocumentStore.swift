import Access
import Database
import Documents
import Drafts
import Kernel
import Registers

extension OutgoingDocument.State: SQLConvertible {}

/// All SQL on outgoing documents. What an actor may not see is not found.
package struct OutgoingDocumentStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    outgoing_documents.id, outgoing_documents.agency_id, register_id, number, notation, identifier, type_key, body_name,
    subject, issued_date, urgency, signer_name, signer_position, capacity, signed_at, unit_id, unit_name, drafter_name,
    is_paper, file_copy_holder, amount, reply_due_date, language, page_count, note, state, numbered_at, numbered_by,
    issued_at, issued_by, end_reason, file_count, draft_id, is_withheld, version, disposal
    """

  static func visible(to actor: Actor) -> SQL {
    Access.visible("outgoing_documents.id", kind: RecordReference.outgoingDocumentCode, to: actor)
  }

  /// The document, or the refusal of what does not exist for this actor.
  package func find(_ id: OutgoingDocument.ID, visibleTo actor: Actor) throws -> OutgoingDocument {
    try first(id, visibleTo: actor, lock: "")
  }

  /// The same, held until the transaction ends.
  func lock(_ id: OutgoingDocument.ID, visibleTo actor: Actor) throws -> OutgoingDocument {
    try first(id, visibleTo: actor, lock: transaction.rowLock)
  }

  private func first(_ id: OutgoingDocument.ID, visibleTo actor: Actor, lock: SQL) throws -> OutgoingDocument {
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM outgoing_documents WHERE id = \(id) AND \(Self.visible(to: actor)) \(lock)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy văn bản.") }
    return try OutgoingDocument(row)
  }

  /// The one of this number and symbol that the actor's agency issued in a year.
  func find(code: String, year: Int, visibleTo actor: Actor) throws -> OutgoingDocument? {
    guard let parts = NumberText(typed: code), let number = Int(parts.number) else { return nil }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_documents WHERE agency_id = \(actor.agency) AND year = \(year)
      AND number = \(number) AND notation = \(parts.notation) AND \(Self.visible(to: actor))
      """
    ).first.map(OutgoingDocument.init)
  }

  /// Those of the keys that the actor may see, newest first.
  package func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [OutgoingDocument] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_documents WHERE id IN (\(.list(numbers))) AND \(Self.visible(to: actor))
      ORDER BY id DESC
      """
    ).map(OutgoingDocument.init)
  }

  /// Documents of a book that is being shown or printed: the right to the whole book has been checked.
  package func listForBook(of agency: AgencyID, _ numbers: [Int64]) throws -> [OutgoingDocument] {
    try transaction.rows(
      "SELECT \(Self.columns) FROM outgoing_documents WHERE agency_id = \(agency) AND id IN (\(.list(numbers)))"
    ).map(OutgoingDocument.init)
  }

  func count() throws -> Int { try transaction.rows("SELECT COUNT(*) AS n FROM outgoing_documents")[0].get("n") }

  /// Keys after one, ascending, of every agency: for looking after the whole installation.
  func numbers(after number: Int64, limit: Int) throws -> [Int64] {
    try transaction.rows("SELECT id FROM outgoing_documents WHERE id > \(number) ORDER BY id LIMIT \(limit)")
      .map { try $0.get("id") }
  }

  func findForJob(_ id: OutgoingDocument.ID, locked: Bool = false) throws -> OutgoingDocument? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM outgoing_documents WHERE id = \(id) \(locked ? transaction.rowLock : "")"
    ).first.map(OutgoingDocument.init)
  }

  /// Numbered documents of an agency that wait to be issued, oldest first; for the job that tells its clerks.
  func waitingForJob(agency: AgencyID, limit: Int = 200) throws -> [OutgoingDocument] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_documents WHERE agency_id = \(agency) AND state = 'numbered'
      AND is_withheld = 0
      ORDER BY id LIMIT \(limit)
      """
    ).map(OutgoingDocument.init)
  }

  func add(_ document: OutgoingDocument) throws {
    let facts = document.facts
    let taken = Refusal(
      .conflict, "Trong năm đã có văn bản số \(document.codeText). Hãy sửa ký hiệu.", field: NumberingField.notation)
    try refusing("outgoing_documents_code", as: taken) { try transaction.run(Self.addition(of: document, facts)) }
  }

  private static func addition(of document: OutgoingDocument, _ facts: OutgoingFacts) -> SQL {
    """
    INSERT INTO outgoing_documents (id, agency_id, register_id, year, number, notation, identifier, type_key, body_name,
      subject, issued_date, urgency, signer_name, signer_position, capacity, signed_at, unit_id, unit_name,
      drafter_name, is_paper, file_copy_holder, amount, reply_due_date, language, page_count, note, state,
      numbered_at, numbered_by, issued_at, issued_by, end_reason, file_count, draft_id, version)
    VALUES (\(document.id), \(document.agency), \(document.book), \(facts.issuedDate.year), \(document.number), \(facts.notation),
      \(document.identifier), \(facts.typeKey), \(facts.bodyName), \(facts.subject), \(facts.issuedDate),
      \(facts.urgency), \(facts.signerName), \(facts.signerPosition), \(facts.capacity), \(facts.signedAt),
      \(facts.unit), \(facts.unitName), \(facts.drafterName), \(facts.isPaper), \(facts.fileCopyHolder),
      \(facts.amount), \(facts.replyDueDate), \(facts.language), \(facts.pageCount), \(facts.note),
      \(document.state), \(document.numberedAt), \(document.numberedBy), \(document.issuedAt), \(document.issuedBy),
      \(document.endReason), \(document.fileCount), \(document.draft), \(document.version))
    """
  }

  /// Writes what changed; number, date and identifier never do. Refuses when someone saved meanwhile.
  func save(_ document: OutgoingDocument, from version: Int) throws {
    let facts = document.facts
    let changed = try transaction.run(
      """
      UPDATE outgoing_documents SET subject = \(facts.subject), urgency = \(facts.urgency),
        signer_name = \(facts.signerName), signer_position = \(facts.signerPosition), capacity = \(facts.capacity),
        signed_at = \(facts.signedAt), unit_id = \(facts.unit), unit_name = \(facts.unitName),
        drafter_name = \(facts.drafterName), is_paper = \(facts.isPaper), file_copy_holder = \(facts.fileCopyHolder),
        amount = \(facts.amount), reply_due_date = \(facts.replyDueDate), language = \(facts.language),
        page_count = \(facts.pageCount), note = \(facts.note), state = \(document.state),
        issued_at = \(document.issuedAt), issued_by = \(document.issuedBy), end_reason = \(document.endReason),
        file_count = \(document.fileCount), disposal = \(document.disposal), is_withheld = \(document.isWithheld), version = version + 1
      WHERE id = \(document.id) AND version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(
        .conflict, "Văn bản vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
  }

  /// The next ordinal of the agency's identifiers in a year (QD-14); the row is held until the transaction ends.
  func takeOrdinal(of agency: AgencyID, year: Int) throws -> Int {
    try transaction.run(
      """
      INSERT INTO outgoing_ordinals (agency_id, year, last_ordinal) VALUES (\(agency), \(year), 0)
      ON CONFLICT (agency_id, year) DO NOTHING
      """)
    return try transaction.rows(
      """
      UPDATE outgoing_ordinals SET last_ordinal = last_ordinal + 1 WHERE agency_id = \(agency) AND year = \(year)
      RETURNING last_ordinal
      """)[0].get("last_ordinal")
  }
}

extension OutgoingDocument {
  init(_ row: Row) throws {
    var facts = OutgoingFacts(issuedDate: try row.get("issued_date"), signedAt: try row.get("signed_at"))
    facts.typeKey = try row.get("type_key")
    facts.bodyName = try row.get("body_name")
    facts.notation = try row.get("notation")
    facts.subject = try row.get("subject")
    facts.urgency = try row.get("urgency")
    facts.signerName = try row.get("signer_name")
    facts.signerPosition = try row.get("signer_position")
    facts.capacity = try row.get("capacity")
    facts.unit = try row.find("unit_id")
    facts.unitName = try row.get("unit_name")
    facts.drafterName = try row.get("drafter_name")
    facts.isPaper = try row.get("is_paper")
    facts.fileCopyHolder = try row.get("file_copy_holder")
    facts.amount = try row.find("amount")
    facts.replyDueDate = try row.find("reply_due_date")
    facts.language = try row.get("language")
    facts.pageCount = try row.find("page_count")
    facts.note = try row.get("note")
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), book: try row.get("register_id"),
      number: try row.get("number"), facts: facts, identifier: try row.find("identifier"), state: try row.get("state"),
      isWithheld: try row.get("is_withheld"), numberedAt: try row.get("numbered_at"),
      numberedBy: try row.get("numbered_by"),
      issuedAt: try row.find("issued_at"), issuedBy: try row.find("issued_by"), endReason: try row.find("end_reason"),
      fileCount: try row.get("file_count"), draft: try row.find("draft_id"), version: try row.get("version"),
      disposal: try row.find("disposal"))
  }
}
