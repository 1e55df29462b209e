import Database
import Kernel

/// Where a page of an inbox goes on: the deadline (or the end) and key of its last row.
package struct InboxPlace: Sendable, Equatable {
  package var at: Int64
  package var id: Int64

  package init(at: Int64, id: Int64) {
    self.at = at
    self.id = id
  }
}

/// How many open items an inbox holds: every chip, badge and group of it, from one walk.
package struct InboxCounts: Sendable, Equatable {
  private var cells: [InboxPart: [DueGroup: Int]] = [:]

  package init() {}

  package subscript(_ part: InboxPart) -> Int { cells[part]?.values.reduce(0, +) ?? 0 }

  package subscript(_ part: InboxPart, _ group: DueGroup) -> Int { cells[part]?[group] ?? 0 }

  mutating func add(_ count: Int, _ part: InboxPart, _ group: DueGroup) {
    cells[part, default: [:]][group, default: 0] += count
  }
}

extension WorkStore {
  /// What an actor's posts and desks hold, by deadline; what has ended, last first. One limited walk of a covering
  /// index for each holder, merged: the cost follows `limit`.
  ///
  /// - Parameter group: only what is due then.
  package func inbox(
    of actor: Actor, _ part: InboxPart, _ group: DueGroup? = nil, after place: InboxPlace? = nil, limit: Int
  ) throws -> (items: [WorkItem], next: InboxPlace?) {
    let isEnded = part == .ended
    let (column, direction): (SQL, SQL) = isEnded ? ("ended_at", "DESC") : ("due_at", "ASC")
    let bound: SQL =
      switch (place, isEnded) {
      case (nil, _): "1 = 1"
      case (let place?, false): "(due_at, id) > (\(place.at), \(place.id))"
      case (let place?, true): "(ended_at, id) < (\(place.at), \(place.id))"
      }
    let due: SQL =
      group.map { group in
        let bounds = group.bounds(now: transaction.now)
        return " AND due_at > \(bounds.after) AND due_at <= \(bounds.through)"
      } ?? ""
    let walks = actor.principals.map { principal -> SQL in
      """
      SELECT * FROM (SELECT \(Self.columns) FROM work_items
      WHERE holder = \(principal.token) AND \(part.condition) AND \(bound)\(due)
      ORDER BY \(column) \(direction), id \(direction) LIMIT \(limit + 1)) AS walk
      """
    }
    let rows = try transaction.rows(
      """
      \(walks.joined(separator: " UNION ALL ")) ORDER BY \(column) \(direction), id \(direction) LIMIT \(limit + 1)
      """)
    let items = try rows.prefix(limit).map(WorkItem.init)
    guard rows.count > limit, let last = rows.prefix(limit).last else { return (items, nil) }
    return (items, InboxPlace(at: try last.get(isEnded ? "ended_at" : "due_at"), id: try last.get("id")))
  }

  /// How many open items each part and group holds: the badge, the chips and the groups of the same lists.
  package func counts(of actor: Actor) throws -> InboxCounts { try countsLater(of: actor).get() }

  /// The same, asked together with what follows. Each holder's open work lies together in its index by role, state and
  /// deadline, so counting is one step a piece of work and sorts nothing.
  package func countsLater(of actor: Actor) throws -> Later<InboxCounts> {
    let now = transaction.now
    let groups = DueGroup.allCases
    let sums = groups.enumerated().map { place, group -> SQL in
      let name = SQL(stringLiteral: "through_\(place)")
      return "COUNT(CASE WHEN due_at <= \(group.bounds(now: now).through) THEN 1 END) AS \(name)"
    }
    return try transaction.later(
      """
      SELECT holder, role, state, \(sums.joined(separator: ", ")) FROM work_items
      WHERE holder IN (\(.list(actor.principals.map(\.token)))) AND ended_at IS NULL GROUP BY holder, role, state
      """
    ).map { rows in
      var counts = InboxCounts()
      for row in rows {
        let (role, state): (WorkRole, WorkItem.State) = (try row.get("role"), try row.get("state"))
        var before = 0
        for (place, group) in groups.enumerated() {
          let through: Int = try row.get("through_\(place)")
          for part in InboxPart.allCases where part.holds(role, state) { counts.add(through - before, part, group) }
          before = through
        }
      }
      return counts
    }
  }

  /// What was passed on from each of these items: who holds it, whether they have opened it.
  package func passedOn(from items: [WorkItem.ID]) throws -> [WorkItem.ID: [WorkItem]] {
    guard !items.isEmpty else { return [:] }
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items
      WHERE parent_id IN (\(.list(items))) AND parent_id <> 0 AND ended_at IS NULL
      """)
    return Dictionary(grouping: try rows.map(WorkItem.init).sorted { $0.id < $1.id }) { $0.parent ?? $0.id }
  }
}

extension WorkStore {
  /// Every item of these records of one kind, by the record's key: for proving what was folded from them.
  package func itemsForProof(of code: String, _ numbers: [Int64]) throws -> [Int64: [WorkItem]] {
    guard !numbers.isEmpty else { return [:] }
    let items = try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items
      WHERE subject_code = \(code) AND subject_number IN (\(.list(numbers))) ORDER BY id
      """
    ).map(WorkItem.init)
    return Dictionary(grouping: items, by: \.subject.number)
  }

  /// Open items of one holder, for handing all of them over: who may do that is the caller's to know.
  package func open(heldBy holder: Principal, limit: Int) throws -> [WorkItem] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items WHERE holder = \(holder.token) AND ended_at IS NULL ORDER BY id
      LIMIT \(limit)
      """
    ).map(WorkItem.init)
  }
}
