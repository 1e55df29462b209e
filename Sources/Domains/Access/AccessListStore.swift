import Database
import Kernel

extension Access {
  /// A query that gives the keys (column `id`) of the records of one kind that the actor may see, in the page's
  /// direction, each once, at most `limit`.
  ///
  /// One limited walk of the covering index per principal, then one merge: the cost follows `limit`, not what is
  /// visible. With `joining` and `filter` the walk skips what the filter refuses (`filter` speaks of the joined
  /// table, whose key must equal `access_grants.record_number`); a filter that few records pass belongs on an index
  /// of its own with `visible`.
  package static func newest(
    kind: String, to actor: Actor, page: KeysetPage = .newest, limit: Int, joining: SQL = "", filter: SQL = "1 = 1"
  ) -> SQL {
    let walks = actor.principals.map { principal -> SQL in
      """
      SELECT id FROM (SELECT DISTINCT access_grants.record_number AS id FROM access_grants \(joining)
      WHERE access_grants.principal = \(principal.token) AND access_grants.record_code = \(kind)
      AND \(page.bound("access_grants.record_number")) AND \(filter)
      ORDER BY access_grants.record_number \(page.direction) LIMIT \(limit)) AS walk
      """
    }
    return "\(walks.joined(separator: " UNION ")) ORDER BY id \(page.direction) LIMIT \(limit)"
  }
}
