import Access
import Database
import Kernel

/// SQL behind proposing documents for a dossier.
struct FilingCandidateStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Among the newest documents of a kind that the actor sees, those that lie in no dossier. Only so many are looked at:
  /// what was left unfiled long ago is found by its words.
  func unfiled(kind: String, among newest: Int, by actor: Actor) throws -> [RecordReference] {
    try transaction.rows(
      """
      SELECT id FROM (\(Access.newest(kind: kind, to: actor, limit: newest))) AS newest
      WHERE NOT EXISTS (SELECT 1 FROM dossier_items WHERE record_code = \(kind) AND record_number = newest.id)
      ORDER BY id DESC
      """
    ).map { RecordReference(code: kind, number: try $0.get("id")) }
  }

  /// Which of these lie in a dossier.
  func lying(in dossier: Dossier.ID, among records: [RecordReference]) throws -> Set<RecordReference> {
    var found: Set<RecordReference> = []
    for (code, batch) in Dictionary(grouping: records, by: \.code) {
      let rows = try transaction.rows(
        """
        SELECT record_number FROM dossier_items WHERE record_code = \(code)
        AND record_number IN (\(.list(batch.map(\.number)))) AND dossier_id = \(dossier)
        """)
      for row in rows { found.insert(RecordReference(code: code, number: try row.get("record_number"))) }
    }
    return found
  }
}
