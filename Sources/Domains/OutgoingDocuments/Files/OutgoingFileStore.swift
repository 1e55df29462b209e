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
    outgoing_files.id, document_id, position, name, kind, bytes, hash, page_count, state, trouble, is_cleared
    """

  /// Withheld files are nobody's to see.
  private static let isOpen: SQL = """
    NOT EXISTS (SELECT 1 FROM outgoing_quarantines WHERE outgoing_quarantines.document_id = outgoing_files.document_id)
    """

  /// Files of a document that the caller has found for the actor, or that a job works on; none while it is withheld.
  package func list(of document: OutgoingDocument.ID) throws -> [OutgoingFile] { try listLater(of: document).get() }

  /// The same, not waited for.
  func listLater(of document: OutgoingDocument.ID) throws -> Later<[OutgoingFile]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM outgoing_files WHERE document_id = \(document) AND \(Self.isOpen) ORDER BY position
      """
    ).map { try $0.map(OutgoingFile.init) }
  }

  /// One file of a document the actor may see.
  package func find(_ id: OutgoingFile.ID, visibleTo actor: Actor) throws -> OutgoingFile {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM outgoing_files WHERE id = \(id) AND \(Self.isOpen)
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

  /// Takes one file out; gives its hash when nothing else names it.
  func remove(_ file: OutgoingFile) throws -> [FileHash] {
    try transaction.run("DELETE FROM outgoing_texts WHERE file_id = \(file.id)")
    try transaction.run("DELETE FROM outgoing_stampings WHERE file_id = \(file.id)")
    try transaction.run("DELETE FROM outgoing_files WHERE id = \(file.id)")
    return try StoredFileStore(transaction).removeUnnamed(among: [file.hash])
  }

  /// Forgets the text of every file of a document that is withheld from now on (MAT-05). Gives their hashes: what was
  /// drawn from them is to be removed.
  func withhold(_ document: OutgoingDocument.ID) throws -> [FileHash] {
    try transaction.run(
      "DELETE FROM outgoing_texts WHERE file_id IN (SELECT id FROM outgoing_files WHERE document_id = \(document))")
    return try hashes(of: document)
  }

  /// They are read anew, and marks in them count no more. Gives how many there are.
  func clear(_ document: OutgoingDocument.ID) throws -> Int {
    try transaction.run(
      """
      UPDATE outgoing_files SET state = \(OutgoingFile.State.waiting), is_cleared = \(true)
      WHERE document_id = \(document)
      """)
  }

  /// Takes every file of a document out, the ones that were signed too (MAT-05). Gives the hashes that nothing else
  /// names; their bytes are to be destroyed once this is durable.
  func destroy(_ document: OutgoingDocument.ID) throws -> [FileHash] {
    let hashes = try hashes(of: document)
    let files: SQL = "SELECT id FROM outgoing_files WHERE document_id = \(document)"
    try transaction.run("DELETE FROM outgoing_texts WHERE file_id IN (\(files))")
    try transaction.run("DELETE FROM outgoing_stampings WHERE file_id IN (\(files))")
    try transaction.run("DELETE FROM outgoing_files WHERE document_id = \(document)")
    return try StoredFileStore(transaction).removeUnnamed(among: hashes)
  }

  /// Of all bytes that belong to a document: what is issued, and what was signed before its number was written on it.
  private func hashes(of document: OutgoingDocument.ID) throws -> [FileHash] {
    let rows = try transaction.rows(
      """
      SELECT hash FROM outgoing_files WHERE document_id = \(document)
      UNION SELECT signed_hash FROM outgoing_stampings
        JOIN outgoing_files ON outgoing_files.id = outgoing_stampings.file_id WHERE document_id = \(document)
      """)
    return try rows.map { try $0.get("hash") }
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
      pageCount: try row.find("page_count"), state: try row.get("state"), trouble: try row.find("trouble"),
      isCleared: try row.get("is_cleared"))
  }
}
