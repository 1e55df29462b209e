import Foundation
import Kernel

/// How one person wants to be told by e-mail (cách nhận thông báo). In the product everything is told always.
package struct MailPreferences: Sendable, Equatable {
  package var person: PersonID
  /// Empty: no e-mail at all.
  package var address: String
  /// Where the person chose otherwise than the kind does by itself.
  package var chosen: [NotificationEvent: NotificationEvent.Mail]
  /// 0 while nothing was ever saved.
  package var version: Int
  /// When the person confirmed that the address is theirs; until then no other letter goes there.
  package var confirmedAt: Instant?
  /// What the letter of confirmation asks back.
  var code: ConfirmationCode?

  package init(
    person: PersonID, address: String = "", chosen: [NotificationEvent: NotificationEvent.Mail] = [:], version: Int = 0
  ) {
    self.person = person
    self.address = address
    self.chosen = chosen
    self.version = version
  }

  package func mail(for event: NotificationEvent) -> NotificationEvent.Mail {
    address.isEmpty ? .none : chosen[event] ?? event.mail
  }
}

/// What the letter of confirmation asks back (mã xác nhận): for a day, and from the person who gave the address only.
struct ConfirmationCode: Sendable, Equatable {
  static let life = Duration.seconds(86_400)
  /// Another letter is written only so long after the last one.
  static let pause = Duration.seconds(60)

  var text: String
  var until: Instant

  /// A new one; 64 random bits.
  init(now: Instant) {
    text = String(UInt64.random(in: 1...(.max)), radix: 36)
    until = now + Self.life
  }

  init(_ text: String, until: Instant) {
    self.text = text
    self.until = until
  }
}

/// An e-mail address as it may stand in a letter's head and in a mail server's command.
package enum MailAddress {
  static let lengthMax = 254

  /// ASCII, one `@`, no blanks, quotes or brackets: nothing that could be read as more than one address.
  package static func isUsable(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= lengthMax, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      parts[1].contains(".") || parts[1] == "localhost"
    else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || ".!#$%&'*+-/=?^_`{|}~@".utf8.contains(byte)
    } && !text.hasPrefix("-") && !text.contains("..") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
  }
}
