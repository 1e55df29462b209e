import Access
import Database
import Kernel

/// All SQL on withheld documents. They are seen by the clerks, leaders and heads of office of their agency.
struct QuarantineStore {
  private static let listedMax = 100
  private static let columns: SQL = """
    document_id, agency_id, found_at, found_by, page, facts, confirmed_person, confirmed_by, confirmed_at
    """

  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Their documents, oldest first: the longer one waits, the nearer it stands to the top.
  func documents(visibleTo actor: Actor) throws -> [IncomingDocument] {
    guard QuarantineAccess.mayReport(actor.agency, actor) else { return [] }
    return try transaction.rows(
      """
      SELECT \(IncomingDocumentStore.columns) FROM incoming_documents
      WHERE id IN (SELECT document_id FROM incoming_quarantines WHERE agency_id = \(actor.agency)
        ORDER BY document_id LIMIT \(Self.listedMax))
      AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor))
      ORDER BY id
      """
    ).map(IncomingDocument.init)
  }

  /// How many of them there are, as `documents` shows them.
  func count(visibleTo actor: Actor) throws -> Int {
    guard QuarantineAccess.mayReport(actor.agency, actor) else { return 0 }
    return try transaction.rows(
      """
      SELECT COUNT(*) AS count FROM (
        SELECT document_id FROM incoming_quarantines WHERE agency_id = \(actor.agency) LIMIT \(Self.listedMax)) AS counted
      """)[0].get("count")
  }

  /// Of a document that the caller has found or locked; nil when it is not withheld.
  func find(_ document: IncomingDocument) throws -> Quarantine? {
    try transaction.rows("SELECT \(Self.columns) FROM incoming_quarantines WHERE document_id = \(document.id)").first
      .map(Quarantine.init)
  }

  func add(_ quarantine: Quarantine) throws {
    try transaction.run(
      """
      INSERT INTO incoming_quarantines (document_id, agency_id, found_at, found_by, page, facts)
      VALUES (\(quarantine.document), \(quarantine.agency), \(quarantine.foundAt), \(quarantine.foundBy),
        \(quarantine.page), \(JSONText.text(quarantine.facts)))
      """)
  }

  func confirm(_ quarantine: Quarantine, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE incoming_quarantines SET confirmed_person = \(actor.person), confirmed_by = \(actor.nameOnRecord),
        confirmed_at = \(transaction.now) WHERE document_id = \(quarantine.document)
      """)
  }

  func remove(_ quarantine: Quarantine) throws {
    try transaction.run("DELETE FROM incoming_quarantines WHERE document_id = \(quarantine.document)")
  }
}

extension Quarantine {
  init(_ row: Row) throws {
    let person: PersonID? = try row.find("confirmed_person")
    self.init(
      document: try row.get("document_id"), agency: try row.get("agency_id"), foundAt: try row.get("found_at"),
      foundBy: try row.get("found_by"), page: try row.find("page"),
      facts: try JSONText.value(try row.get("facts")),
      confirmation: try person.map {
        Confirmation(person: $0, name: try row.get("confirmed_by"), at: try row.get("confirmed_at"))
      })
  }
}
