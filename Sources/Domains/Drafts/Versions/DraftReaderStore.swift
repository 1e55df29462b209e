import Database
import Kernel

/// Which version a reader has seen.
struct DraftSeen: Sendable, Equatable {
  /// The newest when they last looked.
  var seen: Int
  /// The newest they had seen before that one; 0 for none.
  var before: Int
}

/// All SQL on who has seen which version.
struct DraftReaderStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func find(_ draft: Draft.ID, by post: PostID) throws -> DraftSeen? {
    try transaction.rows(
      "SELECT seen_version, before_version FROM draft_readers WHERE draft_id = \(draft) AND post_id = \(post)"
    ).first.map { DraftSeen(seen: try $0.get("seen_version"), before: try $0.get("before_version")) }
  }

  /// The newest version is this reader's own: nothing in it is new to them.
  func noteOwn(_ version: Int, of draft: Draft.ID, by post: PostID) throws {
    try transaction.run(
      """
      INSERT INTO draft_readers (draft_id, post_id, seen_version, before_version)
      VALUES (\(draft), \(post), \(version), 0)
      ON CONFLICT (draft_id, post_id) DO UPDATE SET before_version = 0, seen_version = excluded.seen_version
      """)
  }

  /// The newest version lies before this reader now.
  func note(_ version: Int, of draft: Draft.ID, by post: PostID) throws {
    try transaction.run(
      """
      INSERT INTO draft_readers (draft_id, post_id, seen_version, before_version)
      VALUES (\(draft), \(post), \(version), 0)
      ON CONFLICT (draft_id, post_id) DO UPDATE
      SET before_version = draft_readers.seen_version, seen_version = excluded.seen_version
      WHERE draft_readers.seen_version < excluded.seen_version
      """)
  }
}
