import Database
import Kernel

/// Filling an engine's own word structure from stored entries, for a database that has just been filled from elsewhere.
extension SearchIndex {
  package static func entryCount(in transaction: any Transaction) throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS n FROM search_entries")[0].get("n")
  }

  /// Adds the words of the next `limit` entries after a key. Gives the last one's key, nil when there are no more.
  package static func fillWords(
    after key: Int64?, limit: Int, in transaction: any Transaction
  ) throws -> (last: Int64?, count: Int) {
    let store = SearchStore(transaction)
    let rows = try transaction.rows(
      """
      SELECT search_entries.id AS id, access, folded, exact, facets
      FROM search_entries JOIN search_texts ON search_texts.id = search_entries.id
      WHERE search_entries.id > \(key ?? Int64.min) ORDER BY search_entries.id LIMIT \(limit)
      """)
    try store.words.gathering(in: transaction) {
      for row in rows {
        let text = try EntryText(folded: row.get("folded"), exact: row.get("exact"), facets: row.get("facets"))
        try store.words.add(row.get("id"), text, access: row.get("access"), in: transaction)
      }
    }
    return (try rows.last?.get("id"), rows.count)
  }
}
