import Kernel

/// Who is signed in on this session, with every post they hold.
package struct Visitor: Sendable {
  /// The selected post first acts; see `actors` for the others.
  package var actor: Actor
  /// One actor per post of the person, the selected one among them.
  package var actors: [Actor]
  /// Secret of the session that every form repeats.
  package var csrf: String
  /// Key of the session row, for «phiên của tôi». Never the cookie's token.
  package var sessionKey: String
  /// Colour scheme chosen: `auto`, `light` or `dark`.
  package var theme: String
  /// Single-letter keys can be switched off (WCAG 2.1.4).
  package var hasSingleKeys: Bool
  /// Minutes without an act after which the screen locks (AN-04).
  package var idleMinutes: Int
  /// The screen is locked until the password is given; pages are not shown.
  package var isLocked: Bool
  /// The first password must be changed before anything else.
  package var mustChangePassword: Bool

  package init(
    actor: Actor, actors: [Actor], csrf: String, sessionKey: String, theme: String = "auto",
    hasSingleKeys: Bool = true, idleMinutes: Int = 15, isLocked: Bool = false, mustChangePassword: Bool = false
  ) {
    self.actor = actor
    self.actors = actors
    self.csrf = csrf
    self.sessionKey = sessionKey
    self.theme = theme
    self.hasSingleKeys = hasSingleKeys
    self.idleMinutes = idleMinutes
    self.isLocked = isLocked
    self.mustChangePassword = mustChangePassword
  }
}
