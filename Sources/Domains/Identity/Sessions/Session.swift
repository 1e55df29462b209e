import Kernel
import Organization
import WebApp

/// A sign-in on one browser, with the account's and the posts' state of this moment.
package struct Session: Sendable, Equatable, Identifiable {
  package let id: SessionID
  package var account: AccountID
  package var person: PersonID
  package var personName: String
  package var loginName: String
  package var selectedPost: PostID?
  package var lastSeenAt: Instant
  package var passwordSetAt: Instant
  package var mustChangePassword: Bool
  package var theme: String
  package var hasSingleKeys: Bool
  /// Steps of the clock that a time server makes in its everyday work.
  private static let clockStepMax = Duration.seconds(60)

  /// Posts held today; without one a person can do nothing here.
  package var posts: [Post]
  /// Posts of absent people in whose place they act today.
  package var lent: [LentPost] = []

  /// Who this is for the rest of the product. Nil when the person holds no post.
  func visitor(csrf: String, address: String, now: Instant, settings: IdentitySettings) -> Visitor? {
    let actors =
      posts.map { actor(as: $0, address: address) } + lent.map { $0.actor(account: account, address: address) }
    guard let actor = actors.first(where: { $0.post == selectedPost }) ?? actors.first else { return nil }
    let idleMinutes = settings.idleMinutes(isAdministrator: actor.isAdministrator)
    let isPasswordOld =
      actors.contains(where: \.isAdministrator)
      && now > passwordSetAt + .seconds(PasswordPolicy.administratorDaysMax * 86_400)
    return Visitor(
      actor: actor, actors: actors, csrf: csrf, sessionKey: id.description, theme: theme,
      hasSingleKeys: hasSingleKeys, idleMinutes: idleMinutes,
      isLocked: isLocked(now: now, idleMinutes: idleMinutes),
      mustChangePassword: mustChangePassword || isPasswordOld)
  }

  /// After the clock was set back nobody can tell how long the screen was left alone, so the password is asked.
  private func isLocked(now: Instant, idleMinutes: Int) -> Bool {
    now > lastSeenAt + .seconds(idleMinutes * 60) || now < lastSeenAt - Self.clockStepMax
  }

  func actor(as post: Post, address: String) -> Actor {
    Actor(
      account: account, person: person, personName: personName, post: post.id, postTitle: post.title, unit: post.unit,
      unitName: post.unitName, agency: post.agency, agencyName: post.agencyName, roles: post.roles, address: address)
  }
}

/// One line of «phiên đăng nhập của tôi».
struct SessionLine: Sendable, Equatable {
  var id: SessionID
  var address: String
  var browser: String
  var openedAt: Instant
  var lastSeenAt: Instant
}
