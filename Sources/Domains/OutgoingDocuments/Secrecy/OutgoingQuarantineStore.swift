import Database
import Documents
import Kernel

/// The store of withheld outgoing documents. They are seen by the clerks, leaders and heads of office of their agency.
struct OutgoingQuarantineStore {
  private let rows: QuarantineRowStore
  private let transaction: any Transaction

  init(_ transaction: any Transaction) {
    rows = QuarantineRowStore("outgoing_quarantines", transaction)
    self.transaction = transaction
  }

  /// Their documents, oldest first: the longer one waits, the nearer it stands to the top.
  func documents(visibleTo actor: Actor) throws -> [OutgoingDocument] {
    guard QuarantineAccess.mayReport(actor.agency, actor) else { return [] }
    return try transaction.rows(
      """
      SELECT \(OutgoingDocumentStore.columns) FROM outgoing_documents
      WHERE id IN (\(rows.keys(of: actor.agency)))
      AND \(OutgoingDocumentStore.visible(to: actor)) ORDER BY id
      """
    ).map(OutgoingDocument.init)
  }

  /// How many of them there are, as `documents` shows them; not waited for.
  func countLater(visibleTo actor: Actor) throws -> Later<Int> { try rows.countLater(visibleTo: actor) }

  /// Of a document that the caller has found or locked; nil when it is not withheld.
  func find(_ document: OutgoingDocument) throws -> OutgoingQuarantine? {
    try rows.find(document.id.number).map(OutgoingQuarantine.init)
  }

  func add(_ quarantine: OutgoingQuarantine) throws {
    try rows.add(
      quarantine.document.number, of: quarantine.agency, foundAt: quarantine.foundAt, by: quarantine.foundBy,
      page: quarantine.page, facts: quarantine.facts)
  }

  func confirm(_ quarantine: OutgoingQuarantine, by actor: Actor) throws {
    try rows.confirm(quarantine.document.number, by: actor)
  }

  func remove(_ quarantine: OutgoingQuarantine) throws { try rows.remove(quarantine.document.number) }
}

extension OutgoingQuarantine {
  init(_ row: Row) throws {
    self.init(
      document: try row.get("document_id"), agency: try row.get("agency_id"), foundAt: try row.get("found_at"),
      foundBy: try row.get("found_by"), page: try row.find("page"), facts: try JSONText.value(try row.get("facts")),
      confirmation: try QuarantineConfirmation(row))
  }
}
