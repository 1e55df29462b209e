import Crypto
import Foundation
import Kernel
import WebAPI

/// An access token (mã truy cập): with it a program acts as one post of one account, within its scopes, until it expires
/// or is taken back. Its secret is known to whoever made it and to nobody else.
package struct APIToken: Sendable, Equatable, Identifiable {
  package let id: APITokenID
  package var account: AccountID
  package var post: PostID
  /// What it is for, in the words of who made it.
  package var name: String
  package var scopes: Set<APIScope>
  package var createdAt: Instant
  package var expiresAt: Instant
  package var lastUsedAt: Instant?
  /// Network address of the last use.
  package var lastAddress: String
  package var revokedAt: Instant?

  package static let nameLengthMax = 80
  /// A token lives at most this long.
  package static let daysMax = 366
  /// What the form offers.
  static let daysOffered = [30, 90, 180, 366]

  func isAlive(at now: Instant) -> Bool { revokedAt == nil && now < expiresAt }
}

/// Key of an access token.
package typealias APITokenID = Identifier<APIToken>

/// The secret of an access token: 256 random bits behind a mark by which a leaked one is recognised.
struct APITokenSecret: Sendable, Equatable {
  let text: String

  private static let mark = "chauban_"
  private static let length = 43

  /// A new one.
  init() { text = Self.mark + SessionToken().text }

  /// Nil when the text cannot be one.
  init?(_ text: String) {
    guard text.hasPrefix(Self.mark), text.utf8.count == Self.mark.utf8.count + Self.length,
      SessionToken(String(text.dropFirst(Self.mark.count))) != nil
    else { return nil }
    self.text = text
  }

  /// How it is stored.
  var hash: String { SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
