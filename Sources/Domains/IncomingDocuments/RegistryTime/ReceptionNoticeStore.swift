import Access
import Database
import Documents
import Kernel

extension ReceptionNotice.Way: SQLConvertible {}

/// SQL of reception notices. Whoever reads one has been shown its document.
struct ReceptionNoticeStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// One is owed for what came electronically, and none for anything else.
  func settle(_ document: IncomingDocument) throws {
    guard document.facts.channel.isElectronic else {
      try transaction.later(
        "DELETE FROM reception_notices WHERE document_id = \(document.id) AND told_on IS NULL")
      return
    }
    try transaction.later(
      """
      INSERT INTO reception_notices (document_id, agency_id) VALUES (\(document.id), \(document.agency))
      ON CONFLICT DO NOTHING
      """)
  }

  func findLater(_ document: IncomingDocument.ID) throws -> Later<ReceptionNotice?> {
    try transaction.later(
      "SELECT told_on, way, noted_at, noted_by FROM reception_notices WHERE document_id = \(document)"
    ).map { rows in
      try rows.first.map { row in
        guard let day: Day = try row.find("told_on") else { return ReceptionNotice() }
        return ReceptionNotice(
          told: .init(
            on: day, way: try row.get("way"), notedAt: try row.get("noted_at"), notedBy: try row.get("noted_by")))
      }
    }
  }

  func note(_ told: ReceptionNotice.Told, of document: IncomingDocument.ID) throws {
    try transaction.run(
      """
      UPDATE reception_notices SET told_on = \(told.on), way = \(told.way), noted_at = \(told.notedAt),
        noted_by = \(told.notedBy) WHERE document_id = \(document)
      """)
  }

  /// Nothing is owed for what is destroyed.
  func forget(_ document: IncomingDocument.ID) throws {
    try transaction.run("DELETE FROM reception_notices WHERE document_id = \(document)")
  }

}

extension IncomingDocumentStore {
  /// Documents in the book of the actor's agency whose senders were not told yet: a walk of the few that are owed.
  static func owed(
    _ columns: SQL, _ condition: SQL = "1 = 1", page: KeysetPage = .newest, limit: Int = rowsPerPage,
    visibleTo actor: Actor
  ) -> SQL {
    """
    SELECT \(columns) FROM reception_notices AS n CROSS JOIN incoming_documents
    WHERE n.agency_id = \(actor.agency) AND n.told_on IS NULL AND incoming_documents.id = n.document_id
      AND incoming_documents.state = 'registered' AND \(condition) AND \(page.bound("n.document_id"))
      AND \(Access.visible("n.document_id", kind: RecordReference.incomingDocumentCode, to: actor))
    ORDER BY n.document_id \(page.direction) LIMIT \(limit)
    """
  }

  /// Whose senders wait to be told of the receipt, longest waiting first.
  func unacknowledged(visibleTo actor: Actor) throws -> [IncomingDocument] {
    try transaction.rows(Self.owed(Self.columns, page: .after(0), visibleTo: actor)).map(IncomingDocument.init)
  }

  /// How many of them there are, counted up to a thousand.
  func unacknowledgedCountLater(visibleTo actor: Actor) throws -> Later<Int> {
    try countLater(of: Self.owed("n.document_id", limit: Self.countMax, visibleTo: actor))
  }

  /// The same of an agency, for the job that tells its clerks.
  func unacknowledgedForJob(agency: AgencyID, since instant: Instant) throws -> [IncomingDocument] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM reception_notices AS n CROSS JOIN incoming_documents
      WHERE n.agency_id = \(agency) AND n.told_on IS NULL AND n.document_id >= \(IdentifierSource.floor(at: instant))
        AND incoming_documents.id = n.document_id AND incoming_documents.state = 'registered'
      ORDER BY n.document_id LIMIT 1000
      """
    ).map(IncomingDocument.init)
  }
}
