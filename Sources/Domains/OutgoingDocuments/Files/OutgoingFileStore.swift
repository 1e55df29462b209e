import Access
import Database
import Documents
import FileVault
import IncomingDocuments
import Kernel
import Papers

extension OutgoingFile.State: SQLConvertible {}

/// All SQL on the files of outgoing documents and the text read from them.
package struct OutgoingFileStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    outgoing_files.id, document_id, position, name, kind, bytes, hash, page_count, state, trouble
    """

  /// Files of a document that the caller has found for the actor, or that a job works on.
  func list(of document: OutgoingDocument.ID) throws -> [OutgoingFile] { try listLater(of: document).get() }

  /// The same, not waited for.
  func listLater(of document: OutgoingDocument.ID) throws -> Later<[OutgoingFile]> {
    try transaction.later(
      "SELECT \(Self.columns) FROM outgoing_files WHERE document_id = \(document) ORDER BY position"
    ).map { try $0.map(OutgoingFile.init) }
  }

  /// One file of a document the actor may see.
  package func find(_ id: OutgoingFile.ID, visibleTo actor: Actor) throws -> OutgoingFile {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_files WHERE id = \(id)
      AND \(Access.visible("outgoing_files.document_id", kind: RecordReference.outgoingDocumentCode, to: actor))
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy tệp.") }
    return try OutgoingFile(row)
  }

  /// Adds files after those there are; the very same bytes are not added twice. Gives how many were added.
  @discardableResult
  func add(_ files: [KeptFile], to document: OutgoingDocument.ID, by actor: Actor) throws -> Int {
    let known = try list(of: document)
    var position = known.map(\.position).max() ?? 0
    let first = position
    var hashes = Set(known.map(\.hash))
    for file in files where hashes.insert(file.stored.hash).inserted {
      position += 1
      try StoredFileStore(transaction).add(file.stored)
      let id = try transaction.nextID(OutgoingFile.ID.self, of: "outgoing_files")
      try transaction.later(
        """
        INSERT INTO outgoing_files (id, document_id, position, name, kind, bytes, hash, page_count, state, added_at,
          added_by)
        VALUES (\(id), \(document), \(position), \(file.name), \(file.kind), \(file.stored.bytes),
          \(file.stored.hash), \(file.pageCount), \(OutgoingFile.State.waiting), \(transaction.now),
          \(actor.nameOnRecord))
        """)
    }
    return position - first
  }

  /// What reading found. Replaces what an earlier run wrote.
  func saveReading(_ reading: PaperReading, of file: OutgoingFile.ID) throws {
    try transaction.run(
      """
      UPDATE outgoing_files SET state = \(reading.trouble == nil ? OutgoingFile.State.read : .unreadable),
        trouble = \(reading.trouble), page_count = \(reading.pageCount)
      WHERE id = \(file)
      """)
    try transaction.run("DELETE FROM outgoing_texts WHERE file_id = \(file)")
    for page in reading.text.pages {
      try transaction.later(
        """
        INSERT INTO outgoing_texts (file_id, page, origin, text)
        VALUES (\(file), \(page.page), \(page.origin.rawValue), \(page.text))
        """)
    }
  }

  /// Takes every file of a document out: a secrecy mark was found in one (MAT-05). Gives the hashes that nothing else
  /// names; their bytes are to be destroyed once this is durable.
  func destroy(_ document: OutgoingDocument.ID) throws -> [FileHash] {
    let hashes = try list(of: document).map(\.hash)
    try transaction.run(
      "DELETE FROM outgoing_texts WHERE file_id IN (SELECT id FROM outgoing_files WHERE document_id = \(document))")
    try transaction.run("DELETE FROM outgoing_files WHERE document_id = \(document)")
    let elsewhere = try transaction.rows(
      """
      SELECT hash FROM incoming_files WHERE hash IN (\(.list(hashes)))
      UNION SELECT hash FROM outgoing_files WHERE hash IN (\(.list(hashes)))
      UNION SELECT hash FROM draft_files WHERE hash IN (\(.list(hashes)))
      UNION SELECT hash FROM directive_files WHERE hash IN (\(.list(hashes)))
      UNION SELECT file_hash FROM returned_papers WHERE file_hash IN (\(.list(hashes)))
      """
    ).map { try $0.get("hash", as: FileHash.self) }
    let freed = hashes.filter { !elsewhere.contains($0) }
    for hash in freed { try StoredFileStore(transaction).remove(hash) }
    return freed
  }

  /// The text of all files of a document, page by page, for its index entry.
  func texts(of document: OutgoingDocument.ID) throws -> [String] {
    try transaction.rows(
      """
      SELECT text FROM outgoing_texts JOIN outgoing_files ON outgoing_files.id = file_id
      WHERE document_id = \(document) ORDER BY position, page
      """
    ).map { try $0.get("text") }
  }
}

extension OutgoingFile {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), document: try row.get("document_id"), position: try row.get("position"),
      name: try row.get("name"), kind: try row.get("kind"), bytes: try row.get("bytes"), hash: try row.get("hash"),
      pageCount: try row.find("page_count"), state: try row.get("state"), trouble: try row.find("trouble"))
  }
}
