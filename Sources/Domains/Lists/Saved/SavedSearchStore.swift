import Database
import Kernel

/// SQL of saved searches: each person's own.
package struct SavedSearchStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// By name; those thrown away lately at the end.
  func list(of actor: Actor) throws -> [SavedSearch] {
    let kept = transaction.now - SavedSearch.keptAfterRemoval
    return try transaction.rows(
      """
      SELECT id, name, list, address, is_pinned, removed_at FROM saved_searches
      WHERE person_id = \(actor.person) AND (removed_at IS NULL OR removed_at > \(kept))
      ORDER BY removed_at IS NOT NULL, sort_key, id LIMIT \(2 * SavedSearch.countMax)
      """
    ).map(SavedSearch.init)
  }

  /// Those that stand on «Việc của tôi».
  package func pinned(of actor: Actor) throws -> [SavedSearch] {
    try transaction.rows(
      """
      SELECT id, name, list, address, is_pinned, removed_at FROM saved_searches
      WHERE person_id = \(actor.person) AND is_pinned = 1 AND removed_at IS NULL
      ORDER BY sort_key, id LIMIT \(SavedSearch.countMax)
      """
    ).map(SavedSearch.init)
  }

  func count(of actor: Actor) throws -> Int {
    try transaction.rows(
      "SELECT COUNT(*) AS count FROM saved_searches WHERE person_id = \(actor.person) AND removed_at IS NULL"
    )[0].get("count")
  }

  func find(_ id: SavedSearch.ID, of actor: Actor) throws -> SavedSearch {
    let row = try transaction.rows(
      """
      SELECT id, name, list, address, is_pinned, removed_at FROM saved_searches
      WHERE id = \(id) AND person_id = \(actor.person)
      """
    ).first
    guard let row else { throw Refusal(.notFound, "Không tìm thấy tìm kiếm đã lưu này.") }
    return try SavedSearch(row)
  }

  func add(_ search: SavedSearch, sortKey: String, by actor: Actor) throws {
    try refusing(
      "saved_searches_name",
      as: Refusal(.invalid, "Đã có tìm kiếm tên «\(search.name)». Hãy đặt tên khác.", field: ListsPaths.Name.name)
    ) {
      try transaction.run(
        """
        INSERT INTO saved_searches (id, person_id, name, sort_key, list, address, is_pinned, saved_at)
        VALUES (\(search.id), \(actor.person), \(search.name), \(sortKey), \(search.list), \(search.address),
          \(search.isPinned), \(transaction.now))
        """)
    }
  }

  /// Writes name, pin and removal.
  func save(_ search: SavedSearch, sortKey: String, by actor: Actor) throws {
    try refusing(
      "saved_searches_name",
      as: Refusal(.invalid, "Đã có tìm kiếm tên «\(search.name)». Hãy đặt tên khác.", field: ListsPaths.Name.name)
    ) {
      try transaction.run(
        """
        UPDATE saved_searches SET name = \(search.name), sort_key = \(sortKey), is_pinned = \(search.isPinned),
          removed_at = \(search.removedAt)
        WHERE id = \(search.id) AND person_id = \(actor.person)
        """)
    }
  }

  /// Forgets what was thrown away longer ago.
  func forgetRemoved(by actor: Actor) throws {
    let kept = transaction.now - SavedSearch.keptAfterRemoval
    try transaction.run("DELETE FROM saved_searches WHERE person_id = \(actor.person) AND removed_at <= \(kept)")
  }
}

extension SavedSearch {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), name: try row.get("name"), list: try row.get("list"), address: try row.get("address"),
      isPinned: try row.get("is_pinned"), removedAt: try row.find("removed_at"))
  }
}
