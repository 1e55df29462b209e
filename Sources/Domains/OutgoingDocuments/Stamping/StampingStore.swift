import Database
import Documents
import FileVault
import Kernel
import Papers

extension OutgoingStamping.State: SQLConvertible {}

/// All SQL on what is written onto signed files.
struct StampingStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    file_id, signed_name, signed_kind, signed_bytes, signed_hash, signed_pages, outgoing_stampings.state, places,
    outgoing_stampings.trouble, may_confirm
    """

  /// Of a document that the caller has found for the actor, or that a job works on; the document itself first.
  func list(of document: OutgoingDocument.ID) throws -> [OutgoingStamping] { try listLater(of: document).get() }

  /// The same, not waited for.
  func listLater(of document: OutgoingDocument.ID) throws -> Later<[OutgoingStamping]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM outgoing_stampings JOIN outgoing_files ON outgoing_files.id = file_id
      WHERE document_id = \(document) ORDER BY position
      """
    ).map { try $0.map(OutgoingStamping.init) }
  }

  /// Every file of a document that has pages is to bear its number.
  func ask(of document: OutgoingDocument.ID) throws {
    try transaction.run(
      """
      INSERT INTO outgoing_stampings (file_id, signed_name, signed_kind, signed_bytes, signed_hash, signed_pages, state,
        places, trouble)
      SELECT id, name, kind, bytes, hash, page_count, 'asked', '', '' FROM outgoing_files
      WHERE document_id = \(document) AND kind IN (\(.list(FileKind.allCases.filter(\.isShown))))
      """)
  }

  /// One file of what was signed elsewhere does not bear the number that it was given.
  func note(_ trouble: NumberPlaces.Trouble, on file: OutgoingFile) throws {
    try transaction.run(
      """
      INSERT INTO outgoing_stampings (file_id, signed_name, signed_kind, signed_bytes, signed_hash, signed_pages, state,
        places, trouble, may_confirm)
      VALUES (\(file.id), \(file.name), \(file.kind), \(file.bytes), \(file.hash), \(file.pageCount),
        \(OutgoingStamping.State.unplaced), '', \(trouble.text), \(trouble.mayBeRight))
      """)
  }

  func save(_ stamping: OutgoingStamping) throws {
    try transaction.run(
      """
      UPDATE outgoing_stampings SET state = \(stamping.state),
        places = \(try stamping.places.map { try JSONText.text($0) } ?? ""), trouble = \(stamping.trouble),
        may_confirm = \(stamping.mayConfirm)
      WHERE file_id = \(stamping.file)
      """)
  }

  /// The bytes that are issued instead of the signed ones, or the signed ones again. They are opened anew.
  func replace(_ file: OutgoingFile.ID, with kept: KeptFile) throws {
    try StoredFileStore(transaction).add(kept.stored)
    try transaction.run("DELETE FROM outgoing_texts WHERE file_id = \(file)")
    try transaction.run(
      """
      UPDATE outgoing_files SET name = \(kept.name), kind = \(kept.kind), bytes = \(kept.stored.bytes),
        hash = \(kept.stored.hash), page_count = \(kept.pageCount), state = 'waiting', trouble = NULL
      WHERE id = \(file)
      """)
  }
}

extension OutgoingStamping {
  init(_ row: Row) throws {
    file = try row.get("file_id")
    signed = KeptFile(
      name: try row.get("signed_name"), kind: try row.get("signed_kind"),
      stored: StoredFile(hash: try row.get("signed_hash"), bytes: try row.get("signed_bytes")),
      pageCount: try row.find("signed_pages"))
    state = try row.get("state")
    let text: String = try row.get("places")
    places = text.isEmpty ? nil : try JSONText.value(text)
    trouble = try row.get("trouble")
    mayConfirm = try row.get("may_confirm")
  }
}
