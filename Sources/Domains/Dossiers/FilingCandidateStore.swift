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

  /// The newest documents in each of these dossiers, and who put them in.
  func newest(
    in dossiers: [Dossier.ID], each limit: Int
  ) throws -> [(dossier: Dossier.ID, record: RecordReference, addedBy: String)] {
    guard !dossiers.isEmpty else { return [] }
    let each: [SQL] = dossiers.map { dossier in
      """
      SELECT * FROM (SELECT dossier_id, record_code, record_number, added_by FROM dossier_items
        WHERE dossier_id = \(dossier) AND record_code IS NOT NULL ORDER BY ordinal DESC LIMIT \(limit)) AS newest
      """
    }
    return try transaction.rows(each.joined(separator: " UNION ALL ")).map {
      (
        try $0.get("dossier_id"),
        RecordReference(code: try $0.get("record_code"), number: try $0.get("record_number")), try $0.get("added_by")
      )
    }
  }
}
