import Crypto
import Foundation
import Kernel

/// The secret in the cookie: 256 random bits. The database knows only its SHA-256.
struct SessionToken: Sendable, Equatable {
  /// As in the cookie: base64url, 43 signs.
  let text: String

  private static let length = 43

  /// A new one.
  init() {
    text = SymmetricKey(size: .bits256).withUnsafeBytes { Self.base64(Data($0)) }
  }

  /// Nil when the text cannot be a token.
  init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard text.utf8.count == Self.length, isPlain else { return nil }
    self.text = text
  }

  /// How it is stored.
  var hash: String { SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  /// The secret every form of this session repeats: derived, so it needs no storage and shows nothing of the token.
  var csrf: String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("forms".utf8), using: SymmetricKey(data: Data(text.utf8)))
    return Self.base64(Data(code))
  }

  private static func base64(_ data: Data) -> String {
    data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }
}

/// A session's key.
package typealias SessionID = Identifier<Session>
