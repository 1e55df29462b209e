import Access
import Database
import Documents
import Kernel
import Registers
import VietnameseText

extension IncomingDocument.State: SQLConvertible {}

/// All SQL on incoming documents. What an actor may not see is not found.
package struct IncomingDocumentStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    incoming_documents.id, incoming_documents.agency_id, register_id, arrival_number, registered_at, arrival_date,
    channel, issuer_id, issuer_name, number_text, notation, issued_date, type_key, subject, urgency, signer_name,
    signer_position, to_places, handling_due_date, page_count, sheet_count, copy_count, paper_holder, language, note,
    document_identifier, state, cancel_reason, file_count, version, progress,
    dossier_code, filed_at, recalled_at, recall_reason
    """

  /// The document, or the refusal of what does not exist for this actor.
  package func find(_ id: IncomingDocument.ID, visibleTo actor: Actor) throws -> IncomingDocument {
    try first(id, visibleTo: actor, lock: "")
  }

  /// The same, held until the transaction ends.
  func lock(_ id: IncomingDocument.ID, visibleTo actor: Actor) throws -> IncomingDocument {
    try first(id, visibleTo: actor, lock: transaction.rowLock)
  }

  private func first(_ id: IncomingDocument.ID, visibleTo actor: Actor, lock: SQL) throws -> IncomingDocument {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM incoming_documents WHERE id = \(id)
      AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor)) \(lock)
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy văn bản.") }
    return try IncomingDocument(row)
  }

  /// Those of the keys that the actor may see, newest first.
  func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [IncomingDocument] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM incoming_documents WHERE id IN (\(.list(numbers)))
      AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor))
      ORDER BY id DESC
      """
    ).map(IncomingDocument.init)
  }

  /// Documents of a book that is being shown or printed: the right to the whole book has been checked.
  package func listForBook(of agency: AgencyID, _ numbers: [Int64]) throws -> [IncomingDocument] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM incoming_documents WHERE agency_id = \(agency) AND id IN (\(.list(numbers)))
      """
    ).map(IncomingDocument.init)
  }

  /// When records were registered, for the issuer's book, which has learnt their numbers (DI-15): nothing else of them is
  /// read.
  package func registrations(of numbers: [Int64]) throws -> [Int64: Instant] {
    guard !numbers.isEmpty else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: try transaction.rows(
        "SELECT id, registered_at FROM incoming_documents WHERE id IN (\(.list(numbers)))"
      ).map { (try $0.get("id"), try $0.get("registered_at")) })
  }

  func count() throws -> Int { try transaction.rows("SELECT COUNT(*) AS n FROM incoming_documents")[0].get("n") }

  /// Keys after one, ascending, of every agency: for looking after the whole installation.
  func numbers(after number: Int64, limit: Int) throws -> [Int64] {
    try transaction.rows("SELECT id FROM incoming_documents WHERE id > \(number) ORDER BY id LIMIT \(limit)")
      .map { try $0.get("id") }
  }

  func findForJob(_ id: IncomingDocument.ID) throws -> IncomingDocument? {
    try transaction.rows("SELECT \(Self.columns) FROM incoming_documents WHERE id = \(id)").first
      .map(IncomingDocument.init)
  }

  func lockForJob(_ id: IncomingDocument.ID) throws -> IncomingDocument? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM incoming_documents WHERE id = \(id) \(transaction.rowLock)"
    ).first.map(IncomingDocument.init)
  }

  /// The same for who sent it a moment ago and takes that back.
  func lockForSender(_ id: IncomingDocument.ID) throws -> IncomingDocument {
    guard let document = try lockForJob(id) else { throw Refusal(.notFound, "Không tìm thấy văn bản.") }
    return document
  }

  func add(_ document: IncomingDocument, duplicateReason: String?) throws {
    try transaction.run(Self.addition(of: document, duplicateReason: duplicateReason))
  }

  /// The same where nobody looks at what it breaks.
  func addLater(_ document: IncomingDocument, duplicateReason: String?) throws {
    try transaction.later(Self.addition(of: document, duplicateReason: duplicateReason))
  }

  private static func addition(of document: IncomingDocument, duplicateReason: String?) -> SQL {
    let facts = document.facts
    return
      """
      INSERT INTO incoming_documents (id, agency_id, register_id, arrival_number, arrival_date, registered_at, channel,
        issuer_id, issuer_name, number_text, notation, issued_date, type_key, subject, urgency, signer_name,
        signer_position, to_places, handling_due_date, page_count, sheet_count, copy_count, paper_holder, language,
        note, document_identifier, duplicate_key, duplicate_reason, state, cancel_reason, file_count, version)
      VALUES (\(document.id), \(document.agency), \(document.book), \(document.arrivalNumber), \(facts.arrivalDate),
        \(document.registeredAt), \(facts.channel), \(facts.issuer), \(facts.issuerName), \(facts.numberText),
        \(facts.notation), \(facts.issuedDate), \(facts.typeKey), \(facts.subject), \(facts.urgency),
        \(facts.signerName), \(facts.signerPosition), \(facts.toPlaces), \(facts.handlingDueDate), \(facts.pageCount),
        \(facts.sheetCount), \(facts.copyCount), \(facts.paperHolder), \(facts.language), \(facts.note),
        \(facts.documentIdentifier), \(DuplicateKey.text(facts)), \(duplicateReason), \(document.state), \(document.cancelReason),
        \(document.fileCount), \(document.version))
      """
  }

  /// Writes what was corrected; refuses when someone saved meanwhile.
  func save(_ document: IncomingDocument, from version: Int) throws {
    let facts = document.facts
    let changed = try transaction.run(
      """
      UPDATE incoming_documents SET arrival_date = \(facts.arrivalDate), channel = \(facts.channel),
        issuer_id = \(facts.issuer), issuer_name = \(facts.issuerName), number_text = \(facts.numberText),
        notation = \(facts.notation), issued_date = \(facts.issuedDate), type_key = \(facts.typeKey),
        subject = \(facts.subject), urgency = \(facts.urgency), signer_name = \(facts.signerName),
        signer_position = \(facts.signerPosition), to_places = \(facts.toPlaces),
        handling_due_date = \(facts.handlingDueDate), page_count = \(facts.pageCount),
        sheet_count = \(facts.sheetCount), copy_count = \(facts.copyCount), paper_holder = \(facts.paperHolder),
        language = \(facts.language), note = \(facts.note),
        document_identifier = \(facts.documentIdentifier), duplicate_key = \(DuplicateKey.text(facts)),
        state = \(document.state), cancel_reason = \(document.cancelReason), file_count = \(document.fileCount),
        version = version + 1
      WHERE id = \(document.id) AND version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(
        .conflict, "Văn bản vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
  }

  /// Forgets why a likely duplicate was registered: words about a document that is destroyed.
  func forgetDuplicateReason(of document: IncomingDocument.ID) throws {
    try transaction.run("UPDATE incoming_documents SET duplicate_reason = NULL WHERE id = \(document)")
  }

  /// Forgets why its issuer took it back.
  func forgetRecallReason(of document: IncomingDocument.ID) throws {
    try transaction.run(
      "UPDATE incoming_documents SET recall_reason = '' WHERE id = \(document) AND recall_reason IS NOT NULL")
  }

  /// Numbers before and after in the same book, for walking through it.
  func neighboursLater(of document: IncomingDocument, visibleTo actor: Actor) throws -> (
    older: Later<IncomingDocument.ID?>, newer: Later<IncomingDocument.ID?>
  ) {
    func step(_ condition: SQL, _ order: SQL) throws -> Later<IncomingDocument.ID?> {
      try transaction.later(
        """
        SELECT id FROM incoming_documents WHERE register_id = \(document.book) AND \(condition)
        AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor))
        ORDER BY arrival_number \(order) LIMIT 1
        """
      ).map { try $0.first?.get("id") }
    }
    return (
      try step("arrival_number < \(document.arrivalNumber)", "DESC"),
      try step("arrival_number > \(document.arrivalNumber)", "ASC")
    )
  }
}

extension IncomingDocument {
  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    book = try row.get("register_id")
    arrivalNumber = try row.get("arrival_number")
    registeredAt = try row.get("registered_at")
    facts = try IncomingFacts(row)
    state = try row.get("state")
    cancelReason = try row.find("cancel_reason")
    fileCount = try row.get("file_count")
    version = try row.get("version")
    progress = try row.get("progress")
    dossierCode = try row.get("dossier_code")
    filedAt = try row.find("filed_at")
    recalled = try row.find("recalled_at").map { Recalled(at: $0, reason: try row.get("recall_reason")) }
  }
}

extension IncomingFacts {
  init(_ row: Row) throws {
    self.init(arrivalDate: try row.get("arrival_date"))
    channel = try row.get("channel")
    issuer = try row.find("issuer_id")
    issuerName = try row.get("issuer_name")
    numberText = try row.get("number_text")
    notation = try row.get("notation")
    issuedDate = try row.find("issued_date")
    typeKey = try row.get("type_key")
    subject = try row.get("subject")
    urgency = try row.get("urgency")
    signerName = try row.get("signer_name")
    signerPosition = try row.get("signer_position")
    toPlaces = try row.get("to_places")
    handlingDueDate = try row.find("handling_due_date")
    pageCount = try row.find("page_count")
    sheetCount = try row.find("sheet_count")
    copyCount = try row.find("copy_count")
    paperHolder = try row.get("paper_holder")
    language = try row.get("language")
    note = try row.get("note")
    documentIdentifier = try row.find("document_identifier")
  }
}
