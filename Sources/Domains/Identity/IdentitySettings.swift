/// Limits that an installation may tighten, never loosen beyond the law's (QCVN 12:2026/BCA).
package struct IdentitySettings: Sendable, Equatable {
  /// Minutes without an act after which the screen locks (AN-04).
  package var idleMinutesMax: Int
  /// The same for a post with the administrator's role.
  package var administratorIdleMinutesMax: Int
  /// Hours after which a session that nobody used has ended, its screen locked all the while.
  package var sessionIdleHoursMax: Int
  /// Days without a sign-in after which an account is locked (AN-05); nil never does (the example body).
  package var unusedDaysMax: Int?

  package init(
    idleMinutesMax: Int = 15, administratorIdleMinutesMax: Int = 5, sessionIdleHoursMax: Int = 12,
    unusedDaysMax: Int? = 45
  ) {
    self.idleMinutesMax = min(max(idleMinutesMax, 1), 15)
    self.administratorIdleMinutesMax = min(max(administratorIdleMinutesMax, 1), 5)
    self.sessionIdleHoursMax = min(max(sessionIdleHoursMax, 1), 24)
    self.unusedDaysMax = unusedDaysMax
  }

  func idleMinutes(isAdministrator: Bool) -> Int { isAdministrator ? administratorIdleMinutesMax : idleMinutesMax }
}
