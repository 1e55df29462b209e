import Database
import Kernel

/// SQL of the records that posts follow without having work on them (theo dõi). Following gives no right to see.
package struct FollowStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Without effect when it is followed already.
  package func follow(_ subject: RecordReference, by actor: Actor) throws {
    try transaction.run(
      """
      INSERT INTO work_follows (post_id, subject_code, subject_number, followed_at)
      VALUES (\(actor.post), \(subject.code), \(subject.number), \(transaction.now)) ON CONFLICT DO NOTHING
      """)
  }

  package func unfollow(_ subject: RecordReference, by actor: Actor) throws {
    try transaction.run(
      """
      DELETE FROM work_follows
      WHERE post_id = \(actor.post) AND subject_code = \(subject.code) AND subject_number = \(subject.number)
      """)
  }

  package func isFollowing(_ subject: RecordReference, _ actor: Actor) throws -> Bool {
    try isFollowingLater(subject, actor).get()
  }

  /// The same, not waited for.
  package func isFollowingLater(_ subject: RecordReference, _ actor: Actor) throws -> Later<Bool> {
    try transaction.later(
      """
      SELECT 1 FROM work_follows WHERE post_id = \(actor.post) AND subject_code = \(subject.code)
        AND subject_number = \(subject.number)
      """
    ).map { !$0.isEmpty }
  }

  package func followers(of subject: RecordReference) throws -> [PostID] {
    try transaction.rows(
      """
      SELECT post_id FROM work_follows WHERE subject_code = \(subject.code) AND subject_number = \(subject.number)
      ORDER BY post_id
      """
    ).map { try $0.get("post_id") }
  }

  /// How many records of one kind a post follows, counted up to `limit`.
  func count(of post: PostID, _ kind: String, limit: Int) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM (SELECT subject_number FROM work_follows
        WHERE post_id = \(post) AND subject_code = \(kind) LIMIT \(limit)) AS owned
      """)[0].get("n")
  }

  /// What a post follows of one kind, in the order of their keys.
  func followed(
    by post: PostID, _ kind: String, after key: Int64, limit: Int
  ) throws -> [RecordReference] {
    try transaction.rows(
      """
      SELECT subject_number FROM work_follows
      WHERE post_id = \(post) AND subject_code = \(kind) AND subject_number > \(key)
      ORDER BY subject_number LIMIT \(limit)
      """
    ).map { RecordReference(code: kind, number: try $0.get("subject_number")) }
  }

  /// Those of the keys of one kind of record that the actor follows.
  package func followed(_ numbers: [Int64], kind: String, by actor: Actor) throws -> Set<Int64> {
    guard !numbers.isEmpty else { return [] }
    let rows = try transaction.rows(
      """
      SELECT subject_number FROM work_follows
      WHERE post_id = \(actor.post) AND subject_code = \(kind) AND subject_number IN (\(.list(numbers)))
      """)
    return Set(try rows.map { try $0.get("subject_number") })
  }
}
