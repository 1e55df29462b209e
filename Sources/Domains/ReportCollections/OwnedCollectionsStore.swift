import Database
import Kernel

/// SQL of the collections that a post answers for.
extension ReportCollectionStore {
  /// How many open ones a post made or took over, counted up to `limit`.
  func openCount(madeBy post: PostID, limit: Int) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM (SELECT id FROM report_collections
        WHERE maker_post = \(post) AND state = 'open' LIMIT \(limit)) AS owned
      """)[0].get("n")
  }

  /// Open ones that the actor's post made or took over, in the order of their keys.
  func open(madeBy actor: Actor, after key: Int64, limit: Int) throws -> [ReportCollection] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.table) WHERE report_collections.maker_post = \(actor.post)
      AND report_collections.state = 'open' AND report_collections.id > \(key)
      ORDER BY report_collections.id LIMIT \(limit)
      """
    ).map(ReportCollection.init)
  }

  /// Another post answers for it.
  func pass(_ id: ReportCollection.ID, to post: PostID) throws {
    try transaction.run(
      "UPDATE report_collections SET maker_post = \(post), version = version + 1 WHERE id = \(id)")
  }
}
