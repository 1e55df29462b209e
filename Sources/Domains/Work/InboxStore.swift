import Database
import Kernel

/// Which part of «Việc của tôi».
package enum InboxPart: String, Sendable, CaseIterable {
  /// Everything that waits for me: to decide and to do.
  case mine
  /// Cần tôi quyết: decisions asked of me.
  case decide
  /// Chờ người khác: what I passed on.
  case passedOn
  /// Để biết.
  case inform
  /// Đã xong, and what came back or was recalled.
  case ended

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .mine: "Cần tôi làm"
    case .decide: "Cần tôi quyết"
    case .passedOn: "Chờ người khác"
    case .inform: "Để biết"
    case .ended: "Đã xong"
    }
  }

  fileprivate var condition: SQL {
    switch self {
    case .decide: "ended_at IS NULL AND state <> 'passedOn' AND role = 'decide'"
    case .mine: "ended_at IS NULL AND state <> 'passedOn' AND role <> 'inform'"
    case .inform: "ended_at IS NULL AND state <> 'passedOn' AND role = 'inform'"
    case .passedOn: "state = 'passedOn'"
    case .ended: "ended_at IS NOT NULL"
    }
  }
}

/// Where a page of an inbox goes on: the deadline (or the end) and key of its last row.
package struct InboxPlace: Sendable, Equatable {
  package var at: Int64
  package var id: Int64

  package init(at: Int64, id: Int64) {
    self.at = at
    self.id = id
  }
}

extension WorkStore {
  /// What an actor's posts and desks hold, by deadline; what has ended, last first. One limited walk of a covering
  /// index for each holder, merged: the cost follows `limit`.
  package func inbox(
    of actor: Actor, _ part: InboxPart, after place: InboxPlace? = nil, limit: Int
  ) throws -> (items: [WorkItem], next: InboxPlace?) {
    let isEnded = part == .ended
    let (column, direction): (SQL, SQL) = isEnded ? ("ended_at", "DESC") : ("due_at", "ASC")
    let bound: SQL =
      switch (place, isEnded) {
      case (nil, _): "1 = 1"
      case (let place?, false): "(due_at, id) > (\(place.at), \(place.id))"
      case (let place?, true): "(ended_at, id) < (\(place.at), \(place.id))"
      }
    let walks = actor.principals.map { principal -> SQL in
      """
      SELECT * FROM (SELECT \(Self.columns) FROM work_items
      WHERE holder = \(principal.token) AND \(part.condition) AND \(bound)
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

  /// How many open items each part holds, counted up to `cap` over all: the badge and the chips of the same lists.
  package func counts(of actor: Actor, cap: Int) throws -> [InboxPart: Int] {
    try countsLater(of: actor, cap: cap).get()
  }

  /// The same, asked together with what follows.
  package func countsLater(of actor: Actor, cap: Int) throws -> Later<[InboxPart: Int]> {
    try transaction.later(
      """
      SELECT role, state, COUNT(*) AS n FROM (SELECT role, state FROM work_items
        WHERE holder IN (\(.list(actor.principals.map(\.token)))) AND ended_at IS NULL LIMIT \(cap)) AS held
      GROUP BY role, state
      """
    ).map { rows in
      try rows.reduce(into: [:]) { counts, row in
        let (role, state): (WorkRole, WorkItem.State) = (try row.get("role"), try row.get("state"))
        let count: Int = try row.get("n")
        for part in InboxPart.allCases where part.holds(role, state) { counts[part, default: 0] += count }
      }
    }
  }
}

extension InboxPart {
  /// The same question as `condition`, for an open item.
  fileprivate func holds(_ role: WorkRole, _ state: WorkItem.State) -> Bool {
    switch self {
    case .mine: state != .passedOn && role != .inform
    case .decide: state != .passedOn && role == .decide
    case .inform: state != .passedOn && role == .inform
    case .passedOn: state == .passedOn
    case .ended: false
    }
  }
}
