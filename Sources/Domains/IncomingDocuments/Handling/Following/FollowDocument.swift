import Audit
import Database
import Kernel
import Work

/// Follows a document's fate without having work on it (theo dõi), or stops following.
package struct FollowDocument: Sendable {
  package var document: IncomingDocument.ID
  package var follows: Bool

  package init(_ document: IncomingDocument.ID, follows: Bool) {
    self.document = document
    self.follows = follows
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    _ = try IncomingDocumentStore(transaction).lock(document, visibleTo: actor)
    let store = FollowStore(transaction)
    let subject = RecordReference.incomingDocument(document)
    guard try store.isFollowing(subject, actor) != follows else { return }
    if follows { try store.follow(subject, by: actor) } else { try store.unfollow(subject, by: actor) }
    try Audit.record(.incomingFollowed(follows), on: subject, by: actor, in: transaction)
  }
}
