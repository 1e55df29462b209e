import Database
import Kernel
import Organization

/// A post of somebody who is away, as the stand-in acts in it.
package struct LentPost: Sendable, Equatable {
  /// The absent person's post.
  package var post: Post
  /// The stand-in's own post, whose title stands on what they do.
  package var own: Post
  package var delegation: Delegation

  /// The posts lent to a person today. Without effect when either of the two posts is held no longer.
  static func read(_ delegations: [Delegation], own posts: [Post], in transaction: any Transaction) throws -> [LentPost]
  {
    let today = transaction.now.day
    return try delegations.compactMap { delegation in
      guard let own = posts.first(where: { $0.id == delegation.standInPost }) else { return nil }
      let post = try OrganizationStore(transaction).post(delegation.absentPost)
      return post.isHeld(on: today) ? LentPost(post: post, own: own, delegation: delegation) : nil
    }
  }

  /// The stand-in in the absent person's place: sees and does what that post does, within the scope, under both names.
  func actor(account: AccountID, address: String) -> Actor {
    Actor(
      account: account, person: own.person, personName: own.personName, post: post.id, postTitle: own.title,
      unit: post.unit, unitName: post.unitName, agency: post.agency, agencyName: post.agencyName,
      roles: delegation.scope.roles(of: post.roles), onBehalfOf: delegation.absentName, address: address)
  }
}
