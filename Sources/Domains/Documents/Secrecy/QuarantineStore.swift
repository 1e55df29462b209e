import Database
import Kernel

/// The SQL of what is withheld, one table for each flow: a matter a row, what was entered of it, and who confirmed (MAT-05).
package struct QuarantineStore<Matter: WithheldMatter> {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private var listedMax: Int { 100 }

  /// Keys of an agency's withheld matters as a subquery; those that wait longest, when there are too many to list. None
  /// for who may not see them.
  package func keys(visibleTo actor: Actor) -> SQL? {
    guard QuarantineAccess.mayReport(actor.agency, actor) else { return nil }
    return """
      SELECT document_id FROM \(Matter.quarantines) WHERE agency_id = \(actor.agency)
      ORDER BY document_id LIMIT \(listedMax)
      """
  }

  /// How many of them there are, as they are listed; not waited for.
  package func countLater(visibleTo actor: Actor) throws -> Later<Int> {
    guard QuarantineAccess.mayReport(actor.agency, actor) else { return Later(known: 0) }
    return try transaction.later(
      """
      SELECT COUNT(*) AS count FROM (
        SELECT document_id FROM \(Matter.quarantines) WHERE agency_id = \(actor.agency) LIMIT \(listedMax)) AS counted
      """
    ).map { try $0[0].get("count") }
  }

  /// Of one that the caller has found or locked; nil when it is not withheld.
  package func find(_ matter: Matter) throws -> Quarantine<Matter.Facts>? {
    try transaction.rows(
      """
      SELECT found_at, found_by, page, facts, confirmed_person, confirmed_by, confirmed_at
      FROM \(Matter.quarantines) WHERE document_id = \(matter.key)
      """
    ).first.map(Quarantine.init)
  }

  func add(_ matter: Matter, foundBy finder: String, page: Int?) throws {
    try transaction.run(
      """
      INSERT INTO \(Matter.quarantines) (document_id, agency_id, found_at, found_by, page, facts)
      VALUES (\(matter.key), \(matter.agency), \(transaction.now), \(finder), \(page), \(JSONText.text(matter.facts)))
      """)
  }

  func confirm(_ matter: Matter, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE \(Matter.quarantines) SET confirmed_person = \(actor.person), confirmed_by = \(actor.nameOnRecord),
        confirmed_at = \(transaction.now) WHERE document_id = \(matter.key)
      """)
  }

  func remove(_ matter: Matter) throws {
    try transaction.run("DELETE FROM \(Matter.quarantines) WHERE document_id = \(matter.key)")
  }
}

extension Quarantine {
  init(_ row: Row) throws {
    self.init(
      foundAt: try row.get("found_at"), foundBy: try row.get("found_by"), page: try row.find("page"),
      facts: try JSONText.value(try row.get("facts")), confirmation: try QuarantineConfirmation(row))
  }
}

extension QuarantineConfirmation {
  /// Nil while nobody has confirmed.
  init?(_ row: Row) throws {
    guard let person: PersonID = try row.find("confirmed_person") else { return nil }
    self.init(person: person, name: try row.get("confirmed_by"), at: try row.get("confirmed_at"))
  }
}
