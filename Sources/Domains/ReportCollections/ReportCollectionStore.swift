import Access
import Database
import Kernel
import OutgoingDocuments

extension ReportCollection.State: SQLConvertible {}

/// All SQL on collections. What an actor may not see is not found.
package struct ReportCollectionStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let columns: SQL = """
    report_collections.id, report_collections.document_id, report_collections.agency_id, report_collections.title,
    report_collections.hint, report_collections.rows_max, report_collections.columns_text, report_collections.state,
    report_collections.made_at, report_collections.made_by, report_collections.maker_post,
    report_collections.closed_at, report_collections.closed_by, report_collections.version,
    outgoing_documents.number AS document_number, outgoing_documents.notation, outgoing_documents.subject,
    outgoing_documents.state AS document_state,
    COALESCE(outgoing_documents.reply_due_date, report_collections.due_on) AS due_on
    """
  static let table: SQL =
    "report_collections JOIN outgoing_documents ON outgoing_documents.id = report_collections.document_id"

  /// The asking side: whoever sees the document because the agency issues it, or because they wrote it. Whom it was sent to,
  /// to handle or to know, sees nobody else's values.
  static func asked(by actor: Actor, _ document: SQL = "report_collections.document_id") -> SQL {
    """
    EXISTS (SELECT 1 FROM access_grants WHERE access_grants.record_code = \(RecordReference.outgoingDocumentCode)
    AND access_grants.record_number = \(document)
    AND access_grants.principal IN (\(.list(actor.principals.map(\.token)))) AND access_grants.reason IN ('registered', 'author'))
    """
  }

  /// The collection, or the refusal of what does not exist for this actor.
  package func find(_ id: ReportCollection.ID, askedBy actor: Actor) throws -> ReportCollection {
    guard let found = try list([id.number], askedBy: actor).first else { throw Self.missing }
    return found
  }

  /// The same, held until the transaction ends.
  func lock(_ id: ReportCollection.ID, askedBy actor: Actor) throws -> ReportCollection {
    try hold(id)
    return try find(id, askedBy: actor)
  }

  /// Holds it for an act whose actor was found to be on the answering side.
  func hold(_ id: ReportCollection.ID) throws {
    _ = try transaction.rows("SELECT id FROM report_collections WHERE id = \(id) \(transaction.rowLock)")
  }

  static let missing = Refusal(.notFound, "Không tìm thấy biểu thu báo cáo.")

  /// Those of the keys that the actor asked for, newest first.
  func list(_ numbers: [Int64], askedBy actor: Actor) throws -> [ReportCollection] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE report_collections.id IN (\(.list(numbers)))
      AND \(Self.asked(by: actor)) ORDER BY report_collections.id DESC
      """
    ).map(ReportCollection.init)
  }

  /// For jobs.
  func exists(ofDocument document: OutgoingDocument.ID) throws -> Bool {
    try !transaction.rows("SELECT 1 AS found FROM report_collections WHERE document_id = \(document)").isEmpty
  }

  /// The one of a document; nil while there is none. The caller checks on which side the actor stands.
  func find(ofDocument document: OutgoingDocument.ID, askedBy actor: Actor) throws -> ReportCollection? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE report_collections.document_id = \(document)
      AND \(Self.asked(by: actor))
      """
    ).first.map(ReportCollection.init)
  }

  /// Whether the actor stands on the asking side of a document.
  func mayAsk(about document: OutgoingDocument.ID, _ actor: Actor) throws -> Bool {
    try !transaction.rows("SELECT 1 AS found WHERE \(Self.asked(by: actor, "\(document)"))").isEmpty
  }

  /// Earlier ones of the actor's agency that may be taken as a pattern, newest first.
  func earlier(askedBy actor: Actor, limit: Int = 50) throws -> [ReportCollection] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE report_collections.agency_id = \(actor.agency)
      AND \(Self.asked(by: actor)) ORDER BY report_collections.id DESC LIMIT \(limit)
      """
    ).map(ReportCollection.init)
  }

  /// Those of the actor's agency that the actor asked for, newest first.
  func list(
    _ state: ReportCollection.State?, before key: ReportCollection.ID?, limit: Int, askedBy actor: Actor
  ) throws -> [ReportCollection] {
    let wanted: SQL = state.map { "AND report_collections.state = \($0)" } ?? ""
    let bound: SQL = key.map { "AND report_collections.id < \($0)" } ?? ""
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE report_collections.agency_id = \(actor.agency)
      AND \(Self.asked(by: actor)) \(wanted) \(bound) ORDER BY report_collections.id DESC LIMIT \(limit)
      """
    ).map(ReportCollection.init)
  }

  func add(_ collection: ReportCollection) throws {
    let form = collection.form
    let taken = Refusal(.conflict, "Văn bản \(collection.codeText) đã có biểu thu báo cáo.")
    try refusing("report_collections_document", as: taken) {
      try transaction.run(
        """
        INSERT INTO report_collections (id, document_id, agency_id, title, hint, rows_max, columns_text, due_on, state,
          made_at, made_by, maker_post, version)
        VALUES (\(collection.id), \(collection.document), \(collection.agency), \(form.title), \(form.hint),
          \(form.rowsMax), \(try JSONText.text(form.columns)), \(collection.dueOn), \(collection.state), \(collection.madeAt),
          \(collection.madeBy), \(collection.makerPost), \(collection.version))
        """)
    }
  }

  /// Writes what changed. Refuses when someone saved meanwhile.
  func save(_ collection: ReportCollection, from version: Int) throws {
    let form = collection.form
    let changed = try transaction.run(
      """
      UPDATE report_collections SET title = \(form.title), hint = \(form.hint), rows_max = \(form.rowsMax),
        columns_text = \(try JSONText.text(form.columns)), state = \(collection.state),
        closed_at = \(collection.closedAt), closed_by = \(collection.closedBy), version = version + 1
      WHERE id = \(collection.id) AND version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(.conflict, "Biểu vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
  }
}

extension ReportCollection {
  init(_ row: Row) throws {
    let number: Int = try row.get("document_number")
    self.init(
      id: try row.get("id"), document: try row.get("document_id"), agency: try row.get("agency_id"),
      form: SheetForm(
        title: try row.get("title"), hint: try row.get("hint"), rowsMax: try row.get("rows_max"),
        columns: try JSONText.value(try row.get("columns_text"))),
      state: try row.get("state"), madeAt: try row.get("made_at"), madeBy: try row.get("made_by"),
      makerPost: try row.get("maker_post"), closedAt: try row.find("closed_at"), closedBy: try row.find("closed_by"),
      version: try row.get("version"),
      codeText: "\(number < 10 ? "0" : "")\(number)/\(try row.get("notation", as: String.self))",
      subject: try row.get("subject"), documentState: try row.get("document_state"),
      dueOn: try row.get("due_on"))
  }
}
