import Database
import Kernel

extension DocumentRelation.Kind: SQLConvertible {}

/// All SQL on relations between issued documents. Their readers have found one of the two documents for the actor.
package struct DocumentRelationStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, kind, newer_id, newer_code, newer_day, older_id, older_code, older_day, recorded_at, recorded_by, in_force_since
    """

  /// Those that stand and name this document on either side, oldest first.
  package func ofLater(_ document: Int64) throws -> Later<[DocumentRelation]> {
    try transaction.later(
      """
      SELECT \(Self.columns) FROM document_relations WHERE newer_id = \(document) AND undone_at IS NULL
      UNION SELECT \(Self.columns) FROM document_relations WHERE older_id = \(document) AND undone_at IS NULL
      ORDER BY id
      """
    ).map { try $0.map(DocumentRelation.init) }
  }

  /// Those of the documents that a letter in force corrects.
  package func corrected(among documents: [Int64]) throws -> Set<Int64> {
    guard !documents.isEmpty else { return [] }
    return try Set(
      transaction.rows(
        """
        SELECT older_id FROM document_relations WHERE older_id IN (\(.list(documents)))
        AND kind = \(DocumentRelation.Kind.correct) AND undone_at IS NULL AND in_force_since IS NOT NULL
        """
      ).map { try $0.get("older_id") })
  }

  package func add(_ relation: DocumentRelation, of agency: AgencyID) throws {
    try transaction.run(
      """
      INSERT INTO document_relations (\(Self.columns), agency_id)
      VALUES (\(relation.id), \(relation.kind), \(relation.newer.document), \(relation.newer.codeText),
        \(relation.newer.day), \(relation.older.document), \(relation.older.codeText), \(relation.older.day),
        \(relation.recordedAt), \(relation.recordedBy), \(relation.inForceSince), \(agency))
      """)
  }

  /// Undone: the row stays with who, when and why.
  package func undo(_ id: DocumentRelation.ID, reason: String, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE document_relations SET undone_at = \(transaction.now), undone_by = \(actor.nameOnRecord),
        undo_reason = \(reason)
      WHERE id = \(id)
      """)
  }

  /// What the later document does holds from its issue on, and no longer when that is undone or recalled.
  package func setForce(of newer: Int64, since instant: Instant?) throws {
    try transaction.run(
      "UPDATE document_relations SET in_force_since = \(instant) WHERE newer_id = \(newer) AND undone_at IS NULL")
  }
}

extension DocumentRelation {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), kind: try row.get("kind"),
      newer: Side(
        document: try row.get("newer_id"), codeText: try row.get("newer_code"), day: try row.get("newer_day")),
      older: Side(
        document: try row.get("older_id"), codeText: try row.get("older_code"), day: try row.get("older_day")),
      recordedAt: try row.get("recorded_at"), recordedBy: try row.get("recorded_by"),
      inForceSince: try row.find("in_force_since"))
  }
}
