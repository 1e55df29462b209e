import Database
import Kernel

/// The list of drafts: one limited walk of what each of the actor's posts and desks may see, merged.
struct DraftListStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Newest first; without recipients.
  func list(
    _ progress: [DraftProgress], before key: Int64?, limit: Int, visibleTo actor: Actor
  ) throws -> [Draft] {
    let bound: SQL = key.map { "AND access_grants.record_number < \($0)" } ?? ""
    let walks = actor.principals.map { principal -> SQL in
      """
      SELECT * FROM (SELECT DISTINCT access_grants.record_number AS number FROM access_grants
      JOIN drafts ON drafts.id = access_grants.record_number
      WHERE access_grants.principal = \(principal.token) AND access_grants.record_code = \(RecordReference.draftCode)
        AND drafts.progress IN (\(.list(progress.map(\.rawValue)))) \(bound)
      ORDER BY access_grants.record_number DESC LIMIT \(limit)) AS walk
      """
    }
    let numbers = try transaction.rows(
      "SELECT DISTINCT number FROM (\(walks.joined(separator: " UNION ALL "))) AS seen ORDER BY number DESC LIMIT \(limit)"
    ).map { try $0.get("number", as: Int64.self) }
    return try DraftStore(transaction).list(numbers, visibleTo: actor)
  }
}
