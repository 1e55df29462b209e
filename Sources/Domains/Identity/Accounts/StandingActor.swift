import Database
import Kernel
import Organization

/// Who acts when nobody is at the screen: work done later for someone, within the rights they have by then.
package enum StandingActor {
  /// Who a login name belongs to, in the first of their posts that has the role: for commands of the program that act
  /// for a person. Refuses when there is none, with what to do.
  package static func find(loginName: String, with role: Role, in transaction: any Transaction) throws -> Actor {
    guard let account = try AccountStore(transaction).forSignIn(LoginName.normalized(loginName))?.account else {
      throw Refusal(.notFound, "Không có tài khoản «\(loginName)».")
    }
    let posts = try OrganizationStore(transaction).posts(of: account.person)
    guard let post = posts.first(where: { $0.roles.contains(role) }),
      let actor = try find(account.id, as: post.id, in: transaction)
    else {
      throw Refusal(
        .forbidden, "Tài khoản «\(loginName)» không giữ chức danh có quyền «\(role.label)», hoặc đang bị khóa.")
    }
    return actor
  }

  /// The person of an account as one of the posts they hold now or stand in for; nil when the account is locked by the
  /// office or the post is no longer theirs.
  package static func find(
    _ account: AccountID, as post: PostID, address: String = "", in transaction: any Transaction
  ) throws -> Actor? {
    let account = try AccountStore(transaction).account(account)
    guard account.disabledAt == nil else { return nil }
    let organization = OrganizationStore(transaction)
    let posts = try organization.posts(of: account.person)
    guard let post = posts.first(where: { $0.id == post }) else {
      let delegations = try DelegationStore(transaction).activeLater(of: account.person).get()
      let lent = try LentPost.read(delegations, own: posts, in: transaction).first { $0.post.id == post }
      return lent?.actor(account: account.id, address: address)
    }
    return Actor(
      account: account.id, person: account.person, personName: try organization.personName(account.person),
      post: post.id, postTitle: post.title, unit: post.unit, unitName: post.unitName, agency: post.agency,
      agencyName: post.agencyName, roles: post.roles, address: address)
  }
}
