import Database
import Kernel

extension NumberReservation.State: SQLConvertible {}

/// SQL of reserved numbers.
package struct NumberReservationStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ reservation: NumberReservation) throws {
    try transaction.run(
      """
      INSERT INTO number_reservations (id, agency_id, register_id, number, day, notation, type_key, owner, reason,
        expires_on, made_at, made_by, keeper_post, state)
      VALUES (\(reservation.id), \(reservation.agency), \(reservation.book), \(reservation.number), \(reservation.day),
        \(reservation.notation), \(reservation.typeKey), \(reservation.owner), \(reservation.reason),
        \(reservation.expiresOn), \(reservation.madeAt), \(reservation.madeBy), \(reservation.keeper),
        \(reservation.state))
      """)
  }

  /// Open ones of the actor's agency, the one that ends first on top; none for whoever does not keep books.
  package func open(visibleTo actor: Actor) throws -> [NumberReservation] {
    guard RegistersAccess.mayReadBooks(actor) else { return [] }
    return try transaction.rows(
      """
      \(Self.columns) WHERE agency_id = \(actor.agency) AND state = \(NumberReservation.State.open)
      ORDER BY expires_on, id LIMIT 200
      """
    ).map(NumberReservation.init)
  }

  /// One of the actor's agency, whatever became of it.
  package func find(_ id: NumberReservation.ID, visibleTo actor: Actor) throws -> NumberReservation {
    try first(id, visibleTo: actor, lock: "")
  }

  /// One of the actor's agency, held until the transaction ends.
  func lock(_ id: NumberReservation.ID, visibleTo actor: Actor) throws -> NumberReservation {
    try first(id, visibleTo: actor, lock: transaction.rowLock)
  }

  private func first(_ id: NumberReservation.ID, visibleTo actor: Actor, lock: SQL) throws -> NumberReservation {
    let row = try transaction.rows(
      "\(Self.columns) WHERE id = \(id) AND agency_id = \(actor.agency) \(lock)"
    ).first
    guard let row, RegistersAccess.mayReadBooks(actor) else {
      throw Refusal(.notFound, "Không tìm thấy số đang giữ này.")
    }
    return try NumberReservation(row)
  }

  /// Those of a book that is shown, printed or kept: the right to the book has been checked.
  func list(_ numbers: [Int64]) throws -> [NumberReservation] {
    guard !numbers.isEmpty else { return [] }
    return try transaction.rows("\(Self.columns) WHERE id IN (\(.list(numbers)))").map(NumberReservation.init)
  }

  /// Those of one book that are still kept free, in the order of the numbers: the right to the book has been checked.
  func open(in book: RegisterBook.ID) throws -> [NumberReservation] {
    try transaction.rows(
      """
      \(Self.columns) WHERE register_id = \(book) AND state = \(NumberReservation.State.open) ORDER BY number LIMIT 200
      """
    ).map(NumberReservation.init)
  }

  /// How many numbers of a book are still kept free.
  func openCount(in book: RegisterBook.ID) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM number_reservations
      WHERE register_id = \(book) AND state = \(NumberReservation.State.open)
      """)[0].get("n")
  }

  /// Open ones whose last day is over, of every agency.
  func expiredForJob(on today: Day) throws -> [NumberReservation] {
    try transaction.rows(
      """
      \(Self.columns) WHERE state = \(NumberReservation.State.open) AND expires_on < \(today) ORDER BY id LIMIT 500
      """
    ).map(NumberReservation.init)
  }

  /// Ends an open one. False when it was ended already.
  func end(_ id: NumberReservation.ID, as state: NumberReservation.State, by name: String) throws -> Bool {
    try transaction.run(
      """
      UPDATE number_reservations SET state = \(state), ended_at = \(transaction.now), ended_by = \(name)
      WHERE id = \(id) AND state = \(NumberReservation.State.open)
      """) > 0
  }

  /// How many open ones a post answers for, counted up to `limit`.
  func count(keptBy post: PostID, limit: Int) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM (SELECT id FROM number_reservations
        WHERE keeper_post = \(post) AND state = 'open' LIMIT \(limit)) AS owned
      """)[0].get("n")
  }

  /// Open ones that the actor's post answers for, in the order of their keys.
  func kept(by actor: Actor, after key: Int64, limit: Int) throws -> [NumberReservation] {
    try transaction.rows(
      """
      \(Self.columns) WHERE keeper_post = \(actor.post) AND state = 'open' AND id > \(key) ORDER BY id LIMIT \(limit)
      """
    ).map(NumberReservation.init)
  }

  /// One that the actor's post answers for, held until the transaction ends.
  func lock(_ id: NumberReservation.ID, keptBy actor: Actor) throws -> NumberReservation {
    let row = try transaction.rows(
      "\(Self.columns) WHERE id = \(id) AND keeper_post = \(actor.post) \(transaction.rowLock)"
    ).first
    guard let row else { throw Refusal(.conflict, "Số này không còn do người bàn giao giữ.") }
    return try NumberReservation(row)
  }

  /// Another post answers for it.
  func pass(_ id: NumberReservation.ID, to keeper: PostID) throws {
    try transaction.run("UPDATE number_reservations SET keeper_post = \(keeper) WHERE id = \(id)")
  }

  private static let columns: SQL = """
    SELECT id, agency_id, register_id, number, day, notation, type_key, owner, reason, expires_on, made_at, made_by,
      keeper_post, state, ended_at, ended_by
    FROM number_reservations
    """
}

extension NumberReservation {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), book: try row.get("register_id"),
      number: try row.get("number"), day: try row.get("day"), notation: try row.get("notation"),
      typeKey: try row.get("type_key"), owner: try row.get("owner"), reason: try row.get("reason"),
      expiresOn: try row.get("expires_on"), madeAt: try row.get("made_at"), madeBy: try row.get("made_by"),
      keeper: try row.find("keeper_post"), state: try row.get("state"), endedAt: try row.find("ended_at"),
      endedBy: try row.find("ended_by"))
  }
}
