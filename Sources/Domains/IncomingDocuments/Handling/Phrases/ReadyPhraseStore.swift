import Database
import Kernel

/// All SQL of ready phrases: one post's own habit.
struct ReadyPhraseStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What is offered to a post: most used and most recent first, then the usual ones; nothing that only a withheld
  /// document says.
  func offered(to post: PostID) throws -> [ReadyPhrase] {
    let rows = try transaction.rows(
      """
      SELECT phrase_key, text, is_removed FROM directive_phrases
      WHERE post_id = \(post) AND NOT EXISTS (
        SELECT 1 FROM incoming_documents WHERE incoming_documents.id = document_id AND state = 'quarantined')
      ORDER BY used_count DESC, used_at DESC, phrase_key LIMIT 200
      """)
    var removed: Set<String> = []
    var phrases: [ReadyPhrase] = []
    for row in rows {
      if try row.get("is_removed") {
        removed.insert(try row.get("phrase_key"))
      } else {
        phrases.append(ReadyPhrase(try row.get("text")))
      }
    }
    let known = removed.union(phrases.map(\.key))
    return Array((phrases + ReadyPhrase.usual.filter { !known.contains($0.key) }).prefix(ReadyPhrase.shownMax))
  }

  /// Counts the phrases of a directive. One that another document says too is no longer that document's alone.
  func learn(_ phrases: [ReadyPhrase], of post: PostID, from document: IncomingDocument.ID) throws {
    for phrase in phrases {
      try transaction.run(
        """
        INSERT INTO directive_phrases (post_id, phrase_key, text, used_count, used_at, is_removed, document_id)
        VALUES (\(post), \(phrase.key), \(phrase.text), 1, \(transaction.now), \(false), \(document))
        ON CONFLICT (post_id, phrase_key) DO UPDATE SET text = excluded.text,
          used_count = directive_phrases.used_count + 1, used_at = excluded.used_at, is_removed = 0,
          document_id = CASE WHEN directive_phrases.document_id = excluded.document_id
            THEN excluded.document_id ELSE NULL END
        """)
    }
  }

  /// Offers it no longer, until it is written again.
  func remove(_ phrase: ReadyPhrase, of post: PostID) throws {
    try transaction.run(
      """
      INSERT INTO directive_phrases (post_id, phrase_key, text, used_count, used_at, is_removed)
      VALUES (\(post), \(phrase.key), \(phrase.text), 0, \(transaction.now), \(true))
      ON CONFLICT (post_id, phrase_key) DO UPDATE SET is_removed = 1, used_count = 0
      """)
  }

  /// Forgets what only this document says: words about a document that is destroyed.
  func forget(_ document: IncomingDocument.ID) throws {
    try transaction.run("DELETE FROM directive_phrases WHERE document_id = \(document)")
  }
}
