import Audit
import Database
import Kernel
import Organization

extension Delegation.Scope: SQLConvertible {}

/// All SQL of lent posts.
package struct DelegationStore {
  private static let columns: SQL = """
    id, agency_id, absent_post, absent_person, absent_name, stand_in_post, stand_in_person, stand_in_name, first_day,
    last_day, scope, kinds, reason, made_by, made_at, ended_at, ended_by
    """

  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What is lent to a person on this day: asked with every request.
  func activeLater(of standIn: PersonID) throws -> Later<[Delegation]> {
    let today = transaction.now.day
    return try transaction.later(
      """
      SELECT \(Self.columns) FROM delegations
      WHERE stand_in_person = \(standIn) AND ended_at IS NULL AND last_day >= \(today) AND first_day <= \(today)
      ORDER BY last_day, id
      """
    ).map { try $0.map(Delegation.init) }
  }

  /// Types of documents that a stand-in may handle in this post today; nil: all of them, as everybody in their own post.
  package func documentTypes(lentTo actor: Actor) throws -> Set<String>? {
    guard actor.onBehalfOf != nil else { return nil }
    let today = transaction.now.day
    let lent =
      try transaction.rows(
        """
        SELECT kinds FROM delegations WHERE absent_post = \(actor.post) AND stand_in_person = \(actor.person)
          AND ended_at IS NULL AND last_day >= \(today) AND first_day <= \(today)
        """
      ).first.map { KindsText.kinds(try $0.get("kinds")) } ?? []
    return lent.isEmpty ? nil : Set(lent.map(\.key))
  }

  /// Who of an agency is away today, by post.
  package func absences(in agency: AgencyID) throws -> [PostID: Delegation] {
    let today = transaction.now.day
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM delegations
      WHERE agency_id = \(agency) AND ended_at IS NULL AND last_day >= \(today) AND first_day <= \(today)
      """
    ).map(Delegation.init)
    return Dictionary(rows.map { ($0.absentPost, $0) }) { $1 }
  }

  /// What concerns the actor, newest first: lent by them, to them; of a leader, the whole agency's.
  func list(visibleTo actor: Actor, limit: Int = 100) throws -> [Delegation] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM delegations WHERE \(Self.visible(to: actor)) ORDER BY id DESC LIMIT \(limit)
      """
    ).map(Delegation.init)
  }

  func find(_ id: Delegation.ID, visibleTo actor: Actor) throws -> Delegation { try first(id, actor, "") }

  func lock(_ id: Delegation.ID, visibleTo actor: Actor) throws -> Delegation {
    try first(id, actor, transaction.rowLock)
  }

  private func first(_ id: Delegation.ID, _ actor: Actor, _ lock: SQL) throws -> Delegation {
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM delegations WHERE id = \(id) AND \(Self.visible(to: actor)) \(lock)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy ủy quyền này.") }
    return try Delegation(row)
  }

  /// Those of one post that are not over yet, begun or not: for handing over what it owns.
  func lasting(
    _ side: OwnedDelegations.Side, of post: PostID, after key: Int64 = 0, limit: Int
  ) throws -> [Delegation] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM delegations WHERE \(Self.column(side)) = \(post) AND ended_at IS NULL
        AND last_day >= \(transaction.now.day) AND id > \(key) ORDER BY id LIMIT \(limit)
      """
    ).map(Delegation.init)
  }

  /// One that this post gave or received, held until the transaction ends.
  func lock(_ id: Delegation.ID, _ side: OwnedDelegations.Side, of post: PostID) throws -> Delegation {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM delegations WHERE id = \(id) AND \(Self.column(side)) = \(post)
        \(transaction.rowLock)
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy ủy quyền này.") }
    return try Delegation(row)
  }

  private static func column(_ side: OwnedDelegations.Side) -> SQL {
    switch side {
    case .given: "absent_post"
    case .received: "stand_in_post"
    }
  }

  private static func visible(to actor: Actor) -> SQL {
    let own: SQL = "absent_person = \(actor.person) OR stand_in_person = \(actor.person)"
    return actor.isLeader && actor.onBehalfOf == nil ? "(\(own) OR agency_id = \(actor.agency))" : "(\(own))"
  }

  /// Two who lend the same post at once wait for one another.
  func lockPost(_ post: PostID) throws {
    _ = try transaction.rows("SELECT id FROM posts WHERE id = \(post) \(transaction.rowLock)")
  }

  func overlapping(of post: PostID, _ first: Day, _ last: Day) throws -> Delegation? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM delegations
      WHERE absent_post = \(post) AND ended_at IS NULL AND first_day <= \(last) AND last_day >= \(first)
      ORDER BY first_day LIMIT 1
      """
    ).first.map(Delegation.init)
  }

  func add(_ new: Delegation) throws {
    try transaction.run(
      """
      INSERT INTO delegations (\(Self.columns))
      VALUES (\(new.id), \(new.agency), \(new.absentPost), \(new.absentPerson), \(new.absentName), \(new.standInPost),
        \(new.standInPerson), \(new.standInName), \(new.firstDay), \(new.lastDay), \(new.scope),
        \(KindsText.text(new.kinds)), \(new.reason), \(new.madeBy), \(new.madeAt), \(new.endedAt), \(new.endedBy))
      """)
  }

  func end(_ delegation: Delegation, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE delegations SET ended_at = \(transaction.now), ended_by = \(actor.personName)
      WHERE id = \(delegation.id)
      """)
  }
}

/// Types of documents as a column keeps them: a line each, key and name.
enum KindsText {
  static func text(_ kinds: [Delegation.Kind]) -> String {
    kinds.map { "\($0.key) \($0.name)" }.joined(separator: "\n")
  }

  static func kinds(_ text: String) -> [Delegation.Kind] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return parts.count == 2 ? Delegation.Kind(parts[0], parts[1]) : nil
    }
  }
}

extension Delegation {
  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    absentPost = try row.get("absent_post")
    absentPerson = try row.get("absent_person")
    absentName = try row.get("absent_name")
    standInPost = try row.get("stand_in_post")
    standInPerson = try row.get("stand_in_person")
    standInName = try row.get("stand_in_name")
    firstDay = try row.get("first_day")
    lastDay = try row.get("last_day")
    scope = try row.get("scope")
    kinds = KindsText.kinds(try row.get("kinds"))
    reason = try row.get("reason")
    madeBy = try row.get("made_by")
    madeAt = try row.get("made_at")
    endedAt = try row.find("ended_at")
    endedBy = try row.find("ended_by")
  }
}
