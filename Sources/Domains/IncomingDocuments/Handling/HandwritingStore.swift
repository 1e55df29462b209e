import Access
import Database
import Documents
import FileVault
import Kernel
import Papers

/// All SQL of scanned handwriting.
struct HandwritingStore {
  private static let columns: SQL = "directive_id, document_id, name, kind, bytes, hash, page_count"

  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ file: KeptFile, to directive: Directive.ID, on document: IncomingDocument.ID) throws {
    try StoredFileStore(transaction).add(file.stored)
    try transaction.run(
      """
      INSERT INTO directive_files (\(Self.columns), added_at)
      VALUES (\(directive), \(document), \(file.name), \(file.kind), \(file.stored.bytes),
        \(file.stored.hash), \(file.pageCount), \(transaction.now))
      """)
  }

  /// By directive. The document has been shown to the reader already.
  func ofLater(_ document: IncomingDocument.ID) throws -> Later<[Directive.ID: Handwriting]> {
    try transaction.later("SELECT \(Self.columns) FROM directive_files WHERE document_id = \(document)").map { rows in
      Dictionary(uniqueKeysWithValues: try rows.map(Handwriting.init).map { ($0.directive, $0) })
    }
  }

  /// Of a document that the actor may see and that is not withheld.
  func find(_ directive: Directive.ID, visibleTo actor: Actor) throws -> Handwriting {
    let rows = try transaction.rows(
      """
      SELECT directive_id, directive_files.document_id, name, kind, bytes, hash, directive_files.page_count
      FROM directive_files JOIN incoming_documents ON incoming_documents.id = directive_files.document_id
      WHERE directive_id = \(directive) AND state <> \(IncomingDocument.State.quarantined)
      AND \(Access.visible("directive_files.document_id", kind: RecordReference.incomingDocumentCode, to: actor))
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy bút tích.") }
    return try Handwriting(row)
  }
}

extension Handwriting {
  init(_ row: Row) throws {
    directive = try row.get("directive_id")
    document = try row.get("document_id")
    name = try row.get("name")
    kind = try row.get("kind")
    stored = StoredFile(hash: try row.get("hash"), bytes: try row.get("bytes"))
    pageCount = try row.find("page_count")
  }
}
