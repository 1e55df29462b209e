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
