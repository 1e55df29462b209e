import Database
import Kernel

extension DraftOpinion.Stance: SQLConvertible {}

/// All SQL on opinions.
package struct DraftOpinionStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Every opinion on a draft that the caller has found for the actor, oldest first.
  package func list(of draft: Draft.ID) throws -> [DraftOpinion] {
    try transaction.rows(
      """
      SELECT id, item_id, version_number, stance, text, place, excerpt, author_post, author_name, at
      FROM draft_opinions WHERE draft_id = \(draft) ORDER BY id
      """
    ).map { row in
      DraftOpinion(
        id: try row.get("id"), item: try row.get("item_id"), versionNumber: try row.get("version_number"),
        stance: try row.get("stance"), text: try row.get("text"), place: try row.get("place"),
        excerpt: try row.get("excerpt"), author: try row.get("author_post"), authorName: try row.get("author_name"),
        at: try row.get("at"))
    }
  }

  func add(_ opinion: DraftOpinion, to draft: Draft.ID) throws {
    try transaction.run(
      """
      INSERT INTO draft_opinions (id, draft_id, item_id, version_number, stance, text, place, excerpt, author_post,
        author_name, at)
      VALUES (\(opinion.id), \(draft), \(opinion.item), \(opinion.versionNumber), \(opinion.stance), \(opinion.text),
        \(opinion.place), \(opinion.excerpt), \(opinion.author), \(opinion.authorName), \(opinion.at))
      """)
  }
}
