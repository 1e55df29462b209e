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

  /// How many items a part holds, counted up to `cap`: the badge and the chip of the same list.
  package func count(of actor: Actor, _ part: InboxPart, cap: Int) throws -> Int {
    let walks = actor.principals.map { principal -> SQL in
      """
      SELECT * FROM (SELECT id FROM work_items WHERE holder = \(principal.token) AND \(part.condition)
      LIMIT \(cap)) AS walk
      """
    }
    let rows = try transaction.rows(
      "SELECT COUNT(*) AS n FROM (SELECT id FROM (\(walks.joined(separator: " UNION ALL "))) AS held LIMIT \(cap)) AS counted"
    )
    return try rows[0].get("n")
  }
}
