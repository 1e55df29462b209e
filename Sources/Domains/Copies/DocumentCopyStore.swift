import Access
import Database
import FileVault
import IncomingDocuments
import Kernel
import Registers

extension CopyForm: SQLConvertible {}
extension CopyMedium: SQLConvertible {}
extension DocumentCopy.State: SQLConvertible {}

/// All SQL on copies. What an actor may not see is not found, and neither is the copy of what is withheld (COPY-04).
package struct DocumentCopyStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    document_copies.id, agency_id, form, medium_from, medium_to, source_code, source_number, source_file, parts,
    recipients, amount, purpose, decider_post, decider_name, asker_post, asker_name, asked_at, state, signature_lines,
    signer_name, decided_at, decision_note, register_id, number, numbered_at, numbered_by, given_at, receipt, end_reason,
    file_hash, file_bytes, page_count, trouble, version
    """

  /// Nothing is copied, and no copy shown, of a document in which a secrecy mark was found (MAT-05).
  static let open: SQL = """
    NOT EXISTS (SELECT 1 FROM incoming_documents d WHERE d.id = document_copies.source_number
      AND document_copies.source_code = \(RecordReference.incomingDocumentCode)
      AND (d.state = 'quarantined' OR d.cancel_reason = \(IncomingDocument.destroyedReason)))
    """

  static func visible(to actor: Actor) -> SQL {
    "\(Access.visible("document_copies.id", kind: RecordReference.documentCopyCode, to: actor)) AND \(open)"
  }

  /// The copy, or the refusal of what does not exist for this actor.
  package func find(_ id: DocumentCopy.ID, visibleTo actor: Actor) throws -> DocumentCopy {
    try first(id, visibleTo: actor, lock: "")
  }

  /// The same, held until the transaction ends.
  func lock(_ id: DocumentCopy.ID, visibleTo actor: Actor) throws -> DocumentCopy {
    try first(id, visibleTo: actor, lock: transaction.rowLock)
  }

  private func first(_ id: DocumentCopy.ID, visibleTo actor: Actor, lock: SQL) throws -> DocumentCopy {
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM document_copies WHERE id = \(id) AND \(Self.visible(to: actor)) \(lock)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy bản sao.") }
    return try DocumentCopy(row)
  }

  /// Those of the keys that the actor may see, newest first.
  func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [DocumentCopy] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM document_copies WHERE id IN (\(.list(numbers))) AND \(Self.visible(to: actor))
      ORDER BY id DESC
      """
    ).map(DocumentCopy.init)
  }

  /// Copies of one document that the actor may see, newest first.
  func copies(of record: RecordReference, visibleTo actor: Actor, limit: Int = 20) throws -> [DocumentCopy] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM document_copies WHERE source_code = \(record.code)
      AND source_number = \(record.number) AND \(Self.visible(to: actor)) ORDER BY id DESC LIMIT \(limit)
      """
    ).map(DocumentCopy.init)
  }

  /// Copies of a book that is being shown or printed: the right to the whole book has been checked.
  func listForBook(of agency: AgencyID, _ numbers: [Int64]) throws -> [DocumentCopy] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM document_copies WHERE agency_id = \(agency) AND id IN (\(.list(numbers)))
      AND \(Self.open)
      """
    ).map(DocumentCopy.init)
  }

  func findForJob(_ id: DocumentCopy.ID, locked: Bool = false) throws -> DocumentCopy? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM document_copies WHERE id = \(id) AND \(Self.open) \(locked ? transaction.rowLock : "")
      """
    ).first.map(DocumentCopy.init)
  }

  /// The same whatever became of its document: the index says nothing of that.
  func findIndexedForJob(_ id: DocumentCopy.ID, locked: Bool) throws -> DocumentCopy? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM document_copies WHERE id = \(id) \(locked ? transaction.rowLock : "")"
    ).first.map(DocumentCopy.init)
  }

  func count() throws -> Int { try transaction.rows("SELECT COUNT(*) AS n FROM document_copies")[0].get("n") }

  /// Keys after one, ascending, of every agency: for looking after the whole installation.
  func numbers(after number: Int64, limit: Int) throws -> [Int64] {
    try transaction.rows("SELECT id FROM document_copies WHERE id > \(number) ORDER BY id LIMIT \(limit)")
      .map { try $0.get("id") }
  }

  /// Every copy of a document that is destroyed, whoever asked for it.
  func madeOf(_ record: RecordReference) throws -> [DocumentCopy.ID] {
    try transaction.rows(
      """
      SELECT id FROM document_copies WHERE source_code = \(record.code) AND source_number = \(record.number) ORDER BY id
      """
    ).map { try $0.get("id") }
  }

  /// Takes files and words of such copies out. Gives the hashes that nothing names any more.
  func forget(copiesOf record: RecordReference) throws -> [FileHash] {
    let of: SQL = "source_code = \(record.code) AND source_number = \(record.number)"
    let hashes = try transaction.rows(
      "SELECT DISTINCT file_hash FROM document_copies WHERE \(of) AND file_hash IS NOT NULL"
    ).map { try $0.get("file_hash", as: FileHash.self) }
    try transaction.run(
      """
      UPDATE document_copies SET file_hash = NULL, file_bytes = NULL, page_count = NULL, purpose = '',
        decision_note = '', trouble = NULL, version = version + 1
      WHERE \(of)
      """)
    return try StoredFileStore(transaction).removeUnnamed(among: hashes)
  }

  func add(_ copy: DocumentCopy) throws {
    let terms = copy.terms
    try transaction.run(
      """
      INSERT INTO document_copies (id, agency_id, form, medium_from, medium_to, source_code, source_number, source_file,
        parts, recipients, amount, purpose, decider_post, decider_name, asker_post, asker_name, asked_at, state,
        decision_note, receipt, version)
      VALUES (\(copy.id), \(copy.agency), \(terms.form), \(terms.way.from), \(terms.way.to), \(terms.source.record.code),
        \(terms.source.record.number), \(terms.source.file), \(terms.parts.map(\.text).joined(separator: ";")),
        \(terms.recipients.joined(separator: "\n")), \(terms.amount), \(terms.purpose), \(terms.decider),
        \(copy.deciderName), \(copy.askerPost), \(copy.askerName), \(copy.askedAt), \(copy.state),
        \(copy.decisionNote), \(copy.receipt), \(copy.version))
      """)
  }

  /// Writes who decides from now on. Refuses when someone saved meanwhile.
  func handOver(_ copy: DocumentCopy, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE document_copies SET decider_post = \(copy.terms.decider), decider_name = \(copy.deciderName),
        version = version + 1
      WHERE id = \(copy.id) AND version = \(version)
      """)
    guard changed == 1 else { throw Self.changedMeanwhile }
  }

  private static let changedMeanwhile = Refusal(
    .conflict, "Bản sao vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")

  /// Writes what changed; what was asked for never does. Refuses when someone saved meanwhile.
  func save(_ copy: DocumentCopy, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE document_copies SET state = \(copy.state),
        signature_lines = \(copy.signature?.lines.joined(separator: "\n")), signer_name = \(copy.signature?.name),
        decided_at = \(copy.decidedAt), decision_note = \(copy.decisionNote), register_id = \(copy.book),
        number = \(copy.number), numbered_at = \(copy.numberedAt), numbered_by = \(copy.numberedBy),
        given_at = \(copy.givenAt), receipt = \(copy.receipt), end_reason = \(copy.endReason),
        file_hash = \(copy.file?.hash), file_bytes = \(copy.file?.bytes), page_count = \(copy.file?.pageCount),
        trouble = \(copy.trouble), version = version + 1
      WHERE id = \(copy.id) AND version = \(version)
      """)
    guard changed == 1 else { throw Self.changedMeanwhile }
  }
}

extension DocumentCopy {
  init(_ row: Row) throws {
    let source = CopySource(
      RecordReference(code: try row.get("source_code"), number: try row.get("source_number")),
      file: try row.get("source_file"))
    let terms = CopyTerms(
      form: try row.get("form"), way: CopyWay(from: try row.get("medium_from"), to: try row.get("medium_to")),
      source: source,
      parts: try row.get("parts", as: String.self).split(separator: ";").compactMap { CopyPart(String($0)) },
      recipients: try row.get("recipients", as: String.self).split(separator: "\n").map(String.init),
      amount: try row.get("amount"), purpose: try row.get("purpose"), decider: try row.get("decider_post"))
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), terms: terms, askerPost: try row.get("asker_post"),
      askerName: try row.get("asker_name"), askedAt: try row.get("asked_at"), deciderName: try row.get("decider_name"),
      state: try row.get("state"), decidedAt: try row.find("decided_at"), decisionNote: try row.get("decision_note"),
      book: try row.find("register_id"), number: try row.find("number"), numberedAt: try row.find("numbered_at"),
      numberedBy: try row.find("numbered_by"), givenAt: try row.find("given_at"), receipt: try row.get("receipt"),
      endReason: try row.find("end_reason"), trouble: try row.find("trouble"), version: try row.get("version"))
    if let lines: String = try row.find("signature_lines") {
      signature = CopySignature(
        lines: lines.split(separator: "\n").map(String.init), name: try row.get("signer_name"))
    }
    if let hash: FileHash = try row.find("file_hash") {
      file = CopyFile(hash: hash, bytes: try row.get("file_bytes"), pageCount: try row.get("page_count"))
    }
  }
}
