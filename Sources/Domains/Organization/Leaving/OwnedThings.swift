import Database
import Kernel

/// Something that a post answers for and that goes to another before its holder leaves (bàn giao, HS-11).
package struct OwnedThing: Sendable, Equatable {
  /// Unique in its kind; things are walked in the order of their keys.
  package var key: Int64
  /// Whose right decides who may read the words; nil where nothing is said that is not known to everybody.
  package var record: RecordReference?
  /// Its number, or what it is called: «Số đến 1247, 152/SNNMT-KS».
  package var code: String
  package var subject: String
  /// The moment at which it is late; nil without a deadline.
  package var dueAt: Instant?
  package var state: String
  /// Address of its page.
  package var path: String

  package init(
    key: Int64, record: RecordReference?, code: String, subject: String, dueAt: Instant? = nil, state: String,
    path: String
  ) {
    self.key = key
    self.record = record
    self.code = code
    self.subject = subject
    self.dueAt = dueAt
    self.state = state
    self.path = path
  }
}

/// One kind of such things. Each domain that keeps some implements it; `App` brings them together, for the page that
/// hands them over and for the acts that close a post or an account.
///
/// Desks of a unit or an agency are nobody's own: what lies there stays there.
package protocol OwnedThings: Sendable {
  /// Unique over the product, and stored: `work.incoming`.
  var code: String { get }
  /// The Vietnamese term, as the heading of its group: «Việc theo văn bản đến».
  var title: String { get }
  /// Whether a post or an account cannot be closed while there are any.
  var isDuty: Bool { get }
  /// False for what only ends, without anybody taking it over: a post that is lent.
  var needsReceiver: Bool { get }
  /// Why nobody takes such things over, in words that say what to do instead: each is settled on its own page. Nil where
  /// somebody does.
  var staysBecause: String? { get }

  /// How many a post owns, counted no further than `OwnedByPosts.countMax`.
  func count(of post: PostID, in transaction: any Transaction) throws -> Int

  /// In the order of their keys, after `key`. The owner reads what is theirs.
  func things(of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction) throws -> [OwnedThing]

  /// Who of these may take such things over from the owner.
  func receivers(of owner: Actor, among posts: [Post]) -> [Post]

  /// Hands one over, with its line in the audit trail, or refuses before anything is changed. Tells nobody: whoever
  /// hands over many tells each receiver once.
  func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws
}

extension OwnedThings {
  package var isDuty: Bool { true }
  package var needsReceiver: Bool { true }
  package var staysBecause: String? { nil }

  package func receivers(of owner: Actor, among posts: [Post]) -> [Post] { posts }
}

/// Everything that posts may own, of every domain.
package struct OwnedByPosts: Sendable {
  /// A longer list is counted no further.
  package static let countMax = 1000

  package var kinds: [any OwnedThings]

  package init(_ kinds: [any OwnedThings]) { self.kinds = kinds }

  /// What one post still owns of one kind.
  package struct Left: Sendable, Equatable {
    package var post: Post
    /// Of the kind.
    package var code: String
    package var title: String
    package var isDuty: Bool
    package var count: Int
  }

  package subscript(code: String) -> (any OwnedThings)? { kinds.first { $0.code == code } }

  /// In the order of the posts, then of the kinds; what there is none of is left out.
  package func left(of posts: [Post], in transaction: any Transaction) throws -> [Left] {
    try posts.flatMap { post in
      try kinds.compactMap { kind in
        let count = try kind.count(of: post.id, in: transaction)
        guard count > 0 else { return nil }
        return Left(post: post, code: kind.code, title: kind.title, isDuty: kind.isDuty, count: count)
      }
    }
  }

  /// Why these posts, and the account of who holds them, cannot be closed yet (HS-11).
  package func obstacles(of posts: [Post], in transaction: any Transaction) throws -> [Refusal.Reason] {
    try left(of: posts, in: transaction).filter(\.isDuty).map { left in
      let count = left.count > Self.countMax ? "hơn \(Self.countMax)" : "\(left.count)"
      let advice = self[left.code]?.staysBecause ?? "Hãy bàn giao trước."
      return Refusal.Reason(
        "\(left.post.personName), \(left.post.label) còn giữ \(count) \(left.title.lowercasedFirst). \(advice)")
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension Actor {
  /// Somebody in the place of who holds or held a post, with all that the post sees and does but rights over the system
  /// itself: to hand over what it owns. Both names stand on what is done.
  package static func inPlace(ofHolderOf post: Post, _ actor: Actor) -> Actor {
    guard actor.post != post.id else { return actor }
    return Actor(
      account: actor.account, person: actor.person, personName: actor.personName, post: post.id,
      postTitle: actor.person == post.person ? post.title : actor.postTitle, unit: post.unit, unitName: post.unitName,
      agency: post.agency,
      agencyName: post.agencyName, roles: post.roles.subtracting([.administrator]),
      onBehalfOf: actor.person == post.person ? actor.onBehalfOf : "\(post.personName), \(post.title)",
      address: actor.address)
  }
}
