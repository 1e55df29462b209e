import Foundation
import Hummingbird
import Kernel
import Markup

/// What the last act sent and may still take back. It is kept by the browser for those seconds, so that every page
/// repeats the offer while it stands; whether it still can is decided by the act that takes it back.
package struct UndoOffer: Sendable, Equatable {
  /// What changed, with its taking back in sight.
  package var message: String
  /// Where taking it back is posted.
  package var path: String
  /// The post that sent it.
  package var post: PostID
  package var until: Instant

  package init(_ message: String, path: String, post: PostID, until: Instant) {
    self.message = message
    self.path = path
    self.post = post
    self.until = until
  }

  /// The notice with its button; nil once its seconds are over.
  package func notice(seal: FormSeal, now: Instant, back: String) -> UndoNotice? {
    let left = until.milliseconds - now.milliseconds
    guard left > 0 else { return nil }
    var seal = seal
    seal.post = post.description
    return UndoNotice(message, action: path, seal: seal, secondsLeft: Int((left + 999) / 1000), back: back)
  }
}

/// The offer as the browser carries it.
enum UndoCookie {
  private static let cookie = "hoan-tac"
  private static let messageBytesMax = 1500

  static func cookie(_ offer: UndoOffer, now: Instant, isSecure: Bool) -> Cookie {
    let message = String(decoding: Data(offer.message.utf8.prefix(messageBytesMax)), as: UTF8.self)
    let text = [String(offer.until.milliseconds), offer.post.description, offer.path, message].joined(separator: "\n")
    return Cookie(
      name: cookie, value: CookieText.encoded(text),
      maxAge: max(1, Int((offer.until.milliseconds - now.milliseconds + 999) / 1000)), path: "/", secure: isSecure,
      httpOnly: true, sameSite: .lax)
  }

  static let gone = Cookie(name: cookie, value: "", maxAge: 0, path: "/")

  static func read(_ request: Request) -> UndoOffer? {
    guard let text = request.cookies[cookie].flatMap({ CookieText.decoded($0.value) }) else { return nil }
    let parts = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let until = Int64(parts[0]), let post = PostID(parts[1]),
      LocalPath.checked(parts[2], else: "") == parts[2]
    else { return nil }
    return UndoOffer(parts[3], path: parts[2], post: post, until: Instant(milliseconds: until))
  }
}

/// Any text as the value of a cookie.
enum CookieText {
  static func encoded(_ text: String) -> String {
    Data(text.utf8).base64EncodedString()
      .replacingOccurrences(of: "=", with: "").replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_")
  }

  static func decoded(_ value: String) -> String? {
    guard !value.isEmpty else { return nil }
    var text = value.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) }
  }
}
