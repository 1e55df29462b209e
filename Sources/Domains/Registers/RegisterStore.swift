import Database
import Kernel

extension RegisterKind: SQLConvertible {}

/// SQL of books and their numbers.
package struct RegisterStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// A book that the actor may read.
  package func find(_ id: RegisterBook.ID, visibleTo actor: Actor) throws -> RegisterBook {
    let book = try transaction.rows("\(Self.columns) WHERE r.id = \(id) AND r.agency_id = \(actor.agency)").first
      .map(RegisterBook.init)
    guard let book, RegistersAccess.mayRead(book, actor) else { throw RegistersAccess.notFound }
    return book
  }

  /// Every book of the actor's agency, newest year first.
  package func books(visibleTo actor: Actor) throws -> [RegisterBook] { try booksLater(visibleTo: actor).get() }

  /// The same, not waited for.
  package func booksLater(visibleTo actor: Actor) throws -> Later<[RegisterBook]> {
    guard RegistersAccess.mayReadBooks(actor) else { return Later(known: []) }
    return try transaction.later(
      "\(Self.columns) WHERE r.agency_id = \(actor.agency) ORDER BY r.year DESC, r.kind, r.id"
    ).map { try $0.map(RegisterBook.init) }
  }

  /// For jobs, which have no actor.
  package func findForJob(_ id: RegisterBook.ID) throws -> RegisterBook? { try findLaterForJob(id).get() }

  /// The same, not waited for.
  package func findLaterForJob(_ id: RegisterBook.ID) throws -> Later<RegisterBook?> {
    try transaction.later("\(Self.columns) WHERE r.id = \(id)").map { try $0.first.map(RegisterBook.init) }
  }

  /// The agency's own book of this year and name, if it was opened.
  package func find(ownedBy agency: AgencyID, _ kind: RegisterKind, year: Int, name: String) throws -> RegisterBook? {
    try transaction.rows(
      """
      \(Self.columns) WHERE r.agency_id = \(agency) AND r.kind = \(kind) AND r.year = \(year) AND r.name = \(name)
      """
    ).first.map(RegisterBook.init)
  }

  /// Opens a book. False when it was open already, also when another clerk opened it this very moment.
  func open(
    _ agency: AgencyID, _ kind: RegisterKind, year: Int, name: String, paperThrough: Int, reason: String?
  ) throws -> Bool {
    let id = try transaction.nextID(RegisterBook.ID.self, of: "registers")
    let isNew = try transaction.run(
      """
      INSERT INTO registers (id, agency_id, year, kind, name, paper_through, opening_reason, opened_at, version)
      VALUES (\(id), \(agency), \(year), \(kind), \(name), \(paperThrough), \(reason), \(transaction.now), 1)
      ON CONFLICT (agency_id, kind, year, name) DO NOTHING
      """)
    guard isNew > 0 else { return false }
    try transaction.run("INSERT INTO number_series (register_id, last_number) VALUES (\(id), \(paperThrough))")
    return true
  }

  /// The book, with its series locked: until this transaction ends nobody takes a number of it.
  func lock(_ id: RegisterBook.ID, visibleTo actor: Actor) throws -> RegisterBook {
    try transaction.run("UPDATE number_series SET last_number = last_number WHERE register_id = \(id)")
    return try find(id, visibleTo: actor)
  }

  /// Sets where an empty book begins. The caller holds its lock.
  func begin(_ book: RegisterBook, afterPaper paperThrough: Int, reason: String?) throws {
    try transaction.run(
      """
      UPDATE registers SET paper_through = \(paperThrough), opening_reason = \(reason), version = version + 1
      WHERE id = \(book.id)
      """)
    try transaction.run("UPDATE number_series SET last_number = \(paperThrough) WHERE register_id = \(book.id)")
  }

  /// Closes a book for good. The caller holds its lock.
  func close(_ book: RegisterBook, by name: String) throws {
    try transaction.run(
      """
      UPDATE number_series SET closed_at = \(transaction.now), closed_by = \(name) WHERE register_id = \(book.id)
      """)
    try transaction.run("UPDATE registers SET version = version + 1 WHERE id = \(book.id)")
  }

  private static let columns: SQL = """
    SELECT r.id, r.agency_id, r.year, r.kind, r.name, r.paper_through, r.opening_reason, r.opened_at, r.version,
      s.last_number, s.closed_at, s.closed_by
    FROM registers r JOIN number_series s ON s.register_id = r.id
    """
}

extension RegisterBook {
  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    year = try row.get("year")
    kind = try row.get("kind")
    name = try row.get("name")
    paperThrough = try row.get("paper_through")
    openingReason = try row.find("opening_reason")
    openedAt = try row.get("opened_at")
    lastNumber = try row.get("last_number")
    closedAt = try row.find("closed_at")
    closedBy = try row.find("closed_by")
    version = try row.get("version")
  }
}
