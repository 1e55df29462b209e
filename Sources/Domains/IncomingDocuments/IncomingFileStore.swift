import Access
import Database
import Documents
import FileVault
import Kernel
import Papers
import Work

extension IncomingFile.State: SQLConvertible {}

/// All SQL on the files of incoming documents and the text read from them.
package struct IncomingFileStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    incoming_files.id, document_id, position, name, kind, bytes, hash, incoming_files.page_count, state, trouble,
    is_cleared, stamp_left, stamp_top, page_width, page_height, work_item
    """

  /// Files of a document that the caller has found for the actor, or that a job works on; none while it is withheld.
  package func list(of document: IncomingDocument.ID) throws -> [IncomingFile] { try listLater(of: document).get() }

  /// The same, not waited for.
  func listLater(of document: IncomingDocument.ID) throws -> Later<[IncomingFile]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM incoming_files
      WHERE document_id = \(document) AND state <> \(IncomingFile.State.withheld) ORDER BY position
      """
    ).map { try $0.map(IncomingFile.init) }
  }

  /// One file of a document the actor may see.
  package func find(_ id: IncomingFile.ID, visibleTo actor: Actor) throws -> IncomingFile {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM incoming_files WHERE id = \(id) AND state <> \(IncomingFile.State.withheld)
      AND \(Access.visible("incoming_files.document_id", kind: RecordReference.incomingDocumentCode, to: actor))
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy tệp.") }
    return try IncomingFile(row)
  }

  /// Adds files after those there are; the very same bytes are not added twice. With the whole reading of the waiting
  /// paper that it was, without a mark, the first needs no second one. Gives how many were added.
  @discardableResult func add(
    _ files: [KeptFile], to document: IncomingDocument, from paper: WaitingPaper.ID? = nil,
    reading: PaperReading? = nil, for item: WorkItem.ID? = nil
  ) throws -> Int {
    guard !files.isEmpty else { return 0 }
    let known = try list(of: document.id)
    var position = known.map(\.position).max() ?? 0
    let first = position + 1
    var hashes = Set(known.map(\.hash))
    for file in files where hashes.insert(file.stored.hash).inserted {
      position += 1
      try StoredFileStore(transaction).add(file.stored)
      let id = try transaction.nextID(IncomingFile.ID.self, of: "incoming_files")
      let read = position == first ? reading : nil
      try transaction.later(
        """
        INSERT INTO incoming_files (id, document_id, agency_id, position, name, kind, bytes, hash, page_count, state,
          trouble, paper_id, is_cleared, added_at, stamp_left, stamp_top, page_width, page_height,
          work_item)
        VALUES (\(id), \(document.id), \(document.agency), \(position), \(file.name), \(file.kind),
          \(file.stored.bytes), \(file.stored.hash), \(file.pageCount),
          \(read == nil ? IncomingFile.State.waiting : .read), \(String?.none), \(position == first ? paper : nil),
          \(false), \(transaction.now), \(read?.stamp?.place.left), \(read?.stamp?.place.top),
          \(read?.stamp?.pageWidth), \(read?.stamp?.pageHeight), \(item))
        """)
      try saveTexts(read?.text.pages ?? [], of: id)
    }
    return position - first + 1
  }

  /// What reading found. Replaces what an earlier run wrote; nothing of a file that was withheld meanwhile.
  func saveReading(_ reading: PaperReading, of file: IncomingFile.ID) throws {
    let changed = try transaction.run(
      """
      UPDATE incoming_files SET state = \(reading.trouble == nil ? IncomingFile.State.read : .unreadable),
        trouble = \(reading.trouble), page_count = \(reading.pageCount), stamp_left = \(reading.stamp?.place.left),
        stamp_top = \(reading.stamp?.place.top), page_width = \(reading.stamp?.pageWidth),
        page_height = \(reading.stamp?.pageHeight)
      WHERE id = \(file) AND state <> \(IncomingFile.State.withheld)
      """)
    guard changed == 1 else { return }
    try transaction.run("DELETE FROM incoming_texts WHERE file_id = \(file)")
    try saveTexts(reading.text.pages, of: file)
  }

  private func saveTexts(_ pages: [PageText], of file: IncomingFile.ID) throws {
    for page in pages {
      try transaction.later(
        """
        INSERT INTO incoming_texts (file_id, page, origin, text)
        VALUES (\(file), \(page.page), \(page.origin.rawValue), \(page.text))
        """)
    }
  }

  /// Hides the files of a document whose secrecy is in doubt and forgets their text. Gives their hashes.
  func withhold(_ document: IncomingDocument.ID) throws -> [FileHash] {
    try transaction.run(
      "DELETE FROM incoming_texts WHERE file_id IN (SELECT id FROM incoming_files WHERE document_id = \(document))")
    try transaction.run(
      "UPDATE incoming_files SET state = \(IncomingFile.State.withheld) WHERE document_id = \(document)")
    return try hashes(of: document)
  }

  /// Shows them again; they are read anew, and marks in them count no more. Gives how many there are.
  func clear(_ document: IncomingDocument.ID) throws -> Int {
    try transaction.run(
      """
      UPDATE incoming_files SET state = \(IncomingFile.State.waiting), is_cleared = \(true)
      WHERE document_id = \(document)
      """)
  }

  /// The waiting papers that a document's files once were.
  func papers(of document: IncomingDocument.ID) throws -> [WaitingPaper.ID] {
    try transaction.rows(
      "SELECT paper_id FROM incoming_files WHERE document_id = \(document) AND paper_id IS NOT NULL"
    ).map { try $0.get("paper_id") }
  }

  /// Takes the withheld files of a document out for good. Gives the hashes that no other document names: their bytes
  /// are to be destroyed once this is durable.
  func destroy(_ document: IncomingDocument.ID) throws -> [FileHash] {
    let hashes = try hashes(of: document)
    try transaction.run("DELETE FROM incoming_files WHERE document_id = \(document)")
    try transaction.run("DELETE FROM directive_files WHERE document_id = \(document)")
    return try StoredFileStore(transaction).removeUnnamed(among: hashes)
  }

  /// The same for files that were read: their text goes too (LT-03).
  func dispose(_ document: IncomingDocument.ID) throws -> [FileHash] {
    try transaction.run(
      "DELETE FROM incoming_texts WHERE file_id IN (SELECT id FROM incoming_files WHERE document_id = \(document))")
    return try destroy(document)
  }

  private func hashes(of document: IncomingDocument.ID) throws -> [FileHash] {
    try transaction.rows(
      """
      SELECT hash FROM incoming_files WHERE document_id = \(document)
      UNION SELECT hash FROM directive_files WHERE document_id = \(document)
      """
    ).map { try $0.get("hash") }
  }

  /// The pages of a document's files, in order. The caller has found the document for the actor.
  func pages(of document: IncomingDocument.ID) throws -> [IncomingPage] {
    try transaction.rows(
      """
      SELECT file_id, page, text FROM incoming_texts JOIN incoming_files ON incoming_files.id = file_id
      WHERE document_id = \(document) AND state <> \(IncomingFile.State.withheld) ORDER BY position, page
      """
    ).map { row in
      try IncomingPage(file: row.get("file_id"), number: row.get("page"), text: row.get("text"))
    }
  }

  /// The text of all files of a document, page by page, for its index entry.
  func texts(of document: IncomingDocument.ID) throws -> [String] {
    try transaction.rows(
      """
      SELECT text FROM incoming_texts JOIN incoming_files ON incoming_files.id = file_id
      WHERE document_id = \(document) ORDER BY position, page
      """
    ).map { try $0.get("text") }
  }
}

extension IncomingFile {
  init(_ row: Row) throws {
    id = try row.get("id")
    document = try row.get("document_id")
    position = try row.get("position")
    name = try row.get("name")
    kind = try row.get("kind")
    bytes = try row.get("bytes")
    hash = try row.get("hash")
    pageCount = try row.find("page_count")
    state = try row.get("state")
    trouble = try row.find("trouble")
    workItem = try row.find("work_item")
    isCleared = try row.get("is_cleared")
    let (left, top): (Double?, Double?) = (try row.find("stamp_left"), try row.find("stamp_top"))
    let (width, height): (Double?, Double?) = (try row.find("page_width"), try row.find("page_height"))
    guard let left, let top, let width, let height else { return }
    stamp = StampOnPage(place: StampPlace(left: left, top: top), pageWidth: width, pageHeight: height)
  }
}
