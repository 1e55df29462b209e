import Database
import Kernel

extension DraftOpinion.Stance: SQLConvertible {}

/// All SQL on opinions.
package struct DraftOpinionStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Every opinion on a draft that the caller has found for the actor, oldest first.
  package func list(of draft: Draft.ID) throws -> [DraftOpinion] {
    let comments = try transaction.later(
      """
      SELECT c.opinion_id, c.place, c.text FROM draft_opinion_comments c
      WHERE c.draft_id = \(draft) ORDER BY c.opinion_id, c.position
      """)
    let opinions = try transaction.rows(
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
    let said = try Dictionary(grouping: comments.get()) { try $0.get("opinion_id", as: DraftOpinion.ID.self) }
    return try opinions.map { opinion in
      var opinion = opinion
      opinion.comments = try (said[opinion.id] ?? []).map { .init(try $0.get("place"), try $0.get("text")) }
      return opinion
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
    for (index, comment) in opinion.comments.enumerated() {
      try transaction.run(
        """
        INSERT INTO draft_opinion_comments (opinion_id, draft_id, position, place, text)
        VALUES (\(opinion.id), \(draft), \(index + 1), \(comment.place), \(comment.text))
        """)
    }
  }
}
