import Kernel
import VietnameseText

/// What a login name is made of.
private let loginNameForm = Pattern(/[a-z][a-z0-9.\-]{2,39}/)

/// An account (tài khoản): how one person signs in. One account is one person's, one person has one (AN-06).
package struct Account: Sendable, Equatable, Identifiable {
  package let id: AccountID
  package var person: PersonID
  package var loginName: String
  package var passwordSetAt: Instant
  package var mustChangePassword: Bool
  package var failedAttempts: Int
  /// Locked by wrong passwords until then (AN-03).
  package var lockedUntil: Instant?
  /// Locked by an administrator or for not being used; ends every session at once.
  package var disabledAt: Instant?
  package var disabledReason: String
  /// Closed for good, when its person left with everything handed over (HS-11); locked as well.
  package var closedAt: Instant?
  package var createdAt: Instant
  package var signedInAt: Instant?
  package var version: Int

  package enum State: Sendable, Equatable {
    case active
    /// Waits for its first sign-in and a password of its own.
    case fresh
    case lockedByFailures(until: Instant)
    /// By an administrator, or for not being used.
    case lockedByOffice(reason: String)
    /// For good: its person left.
    case closed(reason: String)

    package var label: String {
      switch self {
      case .active: "Đang dùng"
      case .fresh: "Chưa đổi mật khẩu lần đầu"
      case .lockedByFailures(let until): "Khóa đến \(until.text) (sai mật khẩu)"
      case .lockedByOffice: "Đã khóa"
      case .closed: "Đã đóng"
      }
    }
  }

  package func state(at now: Instant) -> State {
    if closedAt != nil { return .closed(reason: disabledReason) }
    if disabledAt != nil { return .lockedByOffice(reason: disabledReason) }
    if let lockedUntil, now < lockedUntil { return .lockedByFailures(until: lockedUntil) }
    return mustChangePassword ? .fresh : .active
  }
}

/// Names people sign in with.
package enum LoginName {
  /// Small letters, digits, dot and hyphen; begins with a letter; 3 to 40 signs.
  package static func isValid(_ text: String) -> Bool { text.wholeMatch(of: loginNameForm.regex) != nil }

  /// As typed on a sign-in page: capitals and blanks around make no difference.
  package static func normalized(_ typed: String) -> String { typed.normalizedLine.lowercased() }

  /// «Nguyễn Thị Hoa» gives `hoant`.
  package static func proposed(for fullName: String) -> String {
    let words = Folding.folded(fullName).split { !$0.isLetter }
    guard let given = words.last else { return "" }
    return given + words.dropLast().compactMap(\.first).map(String.init).joined()
  }
}

/// Numbers of the law about signing in.
package enum SignInRules {
  /// Consecutive wrong passwords that lock an account (AN-03).
  package static let failuresMax = 5
  /// Hours until such a lock opens by itself (AN-03: not sooner than 12 hours).
  package static let lockHours = 12
}
