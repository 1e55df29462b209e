import Database
import Kernel

/// The SQL that the tables of withheld documents have in common, one table for each flow: a document a row, what was
/// entered of it, and who confirmed (MAT-05).
package struct QuarantineRowStore {
  private static let listedMax = 100
  private static let columns: SQL = """
    document_id, agency_id, found_at, found_by, page, facts, confirmed_person, confirmed_by, confirmed_at
    """

  private let table: SQL
  private let transaction: any Transaction

  package init(_ table: SQL, _ transaction: any Transaction) {
    self.table = table
    self.transaction = transaction
  }

  /// Keys of an agency's withheld documents as a subquery; those that wait longest, when there are too many to list.
  package func keys(of agency: AgencyID) -> SQL {
    "SELECT document_id FROM \(table) WHERE agency_id = \(agency) ORDER BY document_id LIMIT \(Self.listedMax)"
  }

  /// How many of them there are, as they are listed; not waited for. None for who may not see them.
  package func countLater(visibleTo actor: Actor) throws -> Later<Int> {
    guard QuarantineAccess.mayReport(actor.agency, actor) else { return Later(known: 0) }
    return try transaction.later(
      """
      SELECT COUNT(*) AS count FROM (
        SELECT document_id FROM \(table) WHERE agency_id = \(actor.agency) LIMIT \(Self.listedMax)) AS counted
      """
    ).map { try $0[0].get("count") }
  }

  /// Of a document that the caller has found or locked; nil when it is not withheld.
  package func find(_ document: Int64) throws -> Row? {
    try transaction.rows("SELECT \(Self.columns) FROM \(table) WHERE document_id = \(document)").first
  }

  package func add(
    _ document: Int64, of agency: AgencyID, foundAt: Instant, by finder: String, page: Int?, facts: some Encodable
  ) throws {
    try transaction.run(
      """
      INSERT INTO \(table) (document_id, agency_id, found_at, found_by, page, facts)
      VALUES (\(document), \(agency), \(foundAt), \(finder), \(page), \(JSONText.text(facts)))
      """)
  }

  package func confirm(_ document: Int64, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE \(table) SET confirmed_person = \(actor.person), confirmed_by = \(actor.nameOnRecord),
        confirmed_at = \(transaction.now) WHERE document_id = \(document)
      """)
  }

  package func remove(_ document: Int64) throws {
    try transaction.run("DELETE FROM \(table) WHERE document_id = \(document)")
  }
}

extension QuarantineConfirmation {
  /// Nil while nobody has confirmed.
  package init?(_ row: Row) throws {
    guard let person: PersonID = try row.find("confirmed_person") else { return nil }
    self.init(person: person, name: try row.get("confirmed_by"), at: try row.get("confirmed_at"))
  }
}
