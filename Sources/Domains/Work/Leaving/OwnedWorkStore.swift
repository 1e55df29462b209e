import Database
import Kernel
import Organization

/// SQL of the open work that a post holds itself, of one flow.
extension WorkStore {
  func countOwned(by post: PostID, _ code: String, _ part: OwnedWork.Part, limit: Int) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM (SELECT id FROM work_items WHERE \(Self.owned(by: post, code, part)) LIMIT \(limit))
        AS owned
      """)[0].get("n")
  }

  /// In the order of their keys. A post's open work is walked by the index of its inbox and put in order here: an index
  /// of its own would cost every piece of work given for a page that is asked for when somebody leaves.
  func owned(
    by post: PostID, _ code: String, _ part: OwnedWork.Part, after key: Int64, limit: Int
  ) throws -> [WorkItem] {
    let keys = try transaction.rows(
      "SELECT id FROM work_items WHERE \(Self.owned(by: post, code, part)) AND id > \(key)"
    ).map { try $0.get("id", as: Int64.self) }
    return try items(keys.sorted().prefix(limit).map { WorkItem.ID($0) }).sorted { $0.id.number < $1.id.number }
  }

  private static func owned(by post: PostID, _ code: String, _ part: OwnedWork.Part) -> SQL {
    let kinds: SQL =
      switch part {
      case .toKnow: "role = 'inform'"
      case .of(let kinds): "role <> 'inform' AND kind IN (\(.list(kinds.map(\.code).sorted())))"
      case .but(let kinds):
        kinds.isEmpty
          ? "role <> 'inform'" : "role <> 'inform' AND kind NOT IN (\(.list(kinds.map(\.code).sorted())))"
      }
    return """
      holder = \(Principal.post(post).token) AND ended_at IS NULL AND subject_code = \(code) AND \(kinds)
      """
  }

  func countGiven(by post: PostID, limit: Int) throws -> Int {
    try transaction.rows(
      "SELECT COUNT(*) AS n FROM (SELECT id FROM work_items WHERE \(Self.given(by: post)) LIMIT \(limit)) AS owned"
    )[0].get("n")
  }

  /// Open work that a post gave, in the order of its keys, but for what hangs below a piece that it holds itself.
  func given(by post: PostID, after key: Int64, limit: Int) throws -> [WorkItem] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM work_items WHERE \(Self.given(by: post)) AND id > \(key) ORDER BY id LIMIT \(limit)
      """
    ).map(WorkItem.init)
  }

  private static func given(by post: PostID) -> SQL {
    let token = Principal.post(post).token
    return """
      given_by = \(post) AND ended_at IS NULL AND holder <> \(token) AND NOT EXISTS (SELECT 1 FROM work_items above
        WHERE above.id = work_items.parent_id AND above.holder = \(token) AND above.ended_at IS NULL)
      """
  }

  /// Open work below a piece.
  func openBelow(_ parent: WorkItem.ID) throws -> [WorkItem.ID] {
    try transaction.rows(
      "SELECT id FROM work_items WHERE parent_id = \(parent) AND parent_id <> 0 AND ended_at IS NULL ORDER BY id"
    ).map { try $0.get("id") }
  }

  /// Another post answers for having given these. Gives how many it gave and that are still open.
  @discardableResult
  func passGiven(_ items: [WorkItem.ID], from post: PostID, to successor: PostID) throws -> Int {
    guard !items.isEmpty else { return 0 }
    return try transaction.run(
      """
      UPDATE work_items SET given_by = \(successor), version = version + 1
      WHERE id IN (\(.list(items))) AND given_by = \(post) AND ended_at IS NULL
      """)
  }
}
