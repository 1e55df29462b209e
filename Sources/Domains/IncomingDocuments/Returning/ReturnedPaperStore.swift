import Database
import FileVault
import Kernel
import Papers

extension ReturnedPaper.Way: SQLConvertible {}

/// All SQL of papers that were sent back: of the actor's own agency.
struct ReturnedPaperStore {
  static let rowsPerPage = 50

  private static let columns: SQL = """
    id, agency_id, document_id, sender, code_text, subject, reason, way, condition, file_name, file_kind, file_bytes,
    file_hash, returned_at, returned_by
    """

  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Newest first, a page by keyset; the key of the next page, if there is one.
  func list(before key: Int64?, visibleTo actor: Actor) throws -> (papers: [ReturnedPaper], next: Int64?) {
    guard ReturnAccess.mayRead(actor) else { throw ReturnAccess.notReader }
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM returned_papers WHERE agency_id = \(actor.agency) AND id < \(key ?? .max)
      ORDER BY id DESC LIMIT \(Self.rowsPerPage + 1)
      """)
    let papers = try rows.prefix(Self.rowsPerPage).map(ReturnedPaper.init)
    return (papers, rows.count > Self.rowsPerPage ? papers.last?.id.number : nil)
  }

  func find(_ id: ReturnedPaper.ID, visibleTo actor: Actor) throws -> ReturnedPaper {
    guard ReturnAccess.mayRead(actor) else { throw ReturnAccess.notReader }
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM returned_papers WHERE id = \(id) AND agency_id = \(actor.agency)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy văn bản đã trả này.") }
    return try ReturnedPaper(row)
  }

  /// Of a document that the caller has found.
  func ofLater(_ document: IncomingDocument.ID) throws -> Later<ReturnedPaper?> {
    try transaction.later(
      "SELECT \(Self.columns) FROM returned_papers WHERE document_id = \(document) ORDER BY id DESC LIMIT 1"
    ).map { try $0.first.map(ReturnedPaper.init) }
  }

  func add(_ paper: ReturnedPaper) throws {
    if let file = paper.file { try StoredFileStore(transaction).add(file.stored) }
    let facts = paper.facts
    try transaction.run(
      """
      INSERT INTO returned_papers (\(Self.columns))
      VALUES (\(paper.id), \(paper.agency), \(paper.document), \(facts.sender), \(facts.codeText), \(facts.subject),
        \(facts.reason), \(facts.way), \(facts.condition), \(paper.file?.name), \(paper.file?.kind),
        \(paper.file?.stored.bytes), \(paper.file?.stored.hash), \(paper.returnedAt), \(paper.returnedBy))
      """)
  }

  /// Forgets what was said of a document that is destroyed; that it went back, when and by whom stays.
  func forget(_ document: IncomingDocument.ID) throws {
    try transaction.run(
      """
      UPDATE returned_papers SET sender = '', code_text = '', subject = '', reason = '', condition = ''
      WHERE document_id = \(document)
      """)
  }
}

extension ReturnedPaper {
  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    document = try row.find("document_id")
    facts = Facts()
    facts.sender = try row.get("sender")
    facts.codeText = try row.get("code_text")
    facts.subject = try row.get("subject")
    facts.reason = try row.get("reason")
    facts.way = try row.get("way")
    facts.condition = try row.get("condition")
    returnedAt = try row.get("returned_at")
    returnedBy = try row.get("returned_by")
    guard let hash: FileHash = try row.find("file_hash") else { return }
    file = KeptCopy(
      name: try row.get("file_name"), kind: try row.get("file_kind"),
      stored: StoredFile(hash: hash, bytes: try row.get("file_bytes")))
  }
}
