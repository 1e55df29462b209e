import CArgon2
import Crypto
import Foundation
import Kernel
import NIOPosix
import Synchronization

/// Hashes passwords with argon2id on one thread of its own, so that sign-ins never make pages wait.
package final class PasswordHasher: Sendable {
  /// 19 MiB and two passes: what OWASP asks for at least.
  private static let passes: UInt32 = 2
  private static let memoryKiB: UInt32 = 19_456
  private static let saltBytes = 16
  private static let hashBytes = 32
  /// Passwords longer than this are refused before they are hashed.
  package static let passwordBytesMax = 256
  /// About ten seconds of work; who comes later is told to try again.
  private static let waitingMax = 80

  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let waiting = Atomic<Int>(0)

  package init() { thread.start() }

  deinit { thread.shutdownGracefully { _ in } }

  package func close() async throws { try await thread.shutdownGracefully() }

  /// A new hash in PHC text form.
  package func hash(_ password: String) async throws -> String {
    try await onItsThread { try Self.hashNow(password) }
  }

  /// Whether the password is the hash's. Against nil it takes as long and is false, so that a wrong name and a wrong
  /// password cannot be told apart by time.
  package func matches(_ password: String, _ hash: String?) async throws -> Bool {
    try await onItsThread {
      guard let hash else {
        _ = Self.matchesNow(password, Self.nobodysHash)
        return false
      }
      return Self.matchesNow(password, hash)
    }
  }

  /// Whether the password is any of these hashes'.
  package func matchesAny(_ password: String, _ hashes: [String]) async throws -> Bool {
    try await onItsThread { hashes.contains { Self.matchesNow(password, $0) } }
  }

  /// On the calling thread: for commands of the program and examples.
  package static func hashNow(_ password: String) throws -> String {
    guard password.utf8.count <= passwordBytesMax else {
      throw Refusal(.invalid, "Mật khẩu dài quá \(passwordBytesMax) byte.")
    }
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { [UInt8]($0) }
    let length = argon2_encodedlen(
      passes, memoryKiB, 1, UInt32(saltBytes), UInt32(hashBytes), Argon2_id)
    var encoded = [CChar](repeating: 0, count: length)
    let bytes = Array(normalized(password).utf8)
    let code = argon2id_hash_encoded(
      passes, memoryKiB, 1, bytes, bytes.count, salt, salt.count, hashBytes, &encoded, length)
    guard code == ARGON2_OK.rawValue else {
      throw Refusal(.unavailable, "Máy chủ không đủ bộ nhớ để kiểm tra mật khẩu. Hãy thử lại sau ít phút.")
    }
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func matchesNow(_ password: String, _ hash: String) -> Bool {
    guard password.utf8.count <= passwordBytesMax else { return false }
    let bytes = Array(normalized(password).utf8)
    return argon2id_verify(hash, bytes, bytes.count) == ARGON2_OK.rawValue
  }

  /// The same letters typed by Telex on one machine and by VNI on another are one password.
  private static func normalized(_ password: String) -> String { password.precomposedStringWithCanonicalMapping }

  /// The part of a hash that says how much work it is.
  static func parameters(of hash: String) -> [Substring] {
    Array(hash.split(separator: "$", omittingEmptySubsequences: false).prefix(4))
  }

  /// Whether verifying against this hash does the work, rather than failing at its form.
  static func isReadable(_ hash: String) -> Bool { argon2id_verify(hash, "x", 1) == ARGON2_VERIFY_MISMATCH.rawValue }

  /// Hash of a password that nobody has.
  static let nobodysHash =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5cy1zYWx0LTAx$3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8"

  private func onItsThread<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
    defer { waiting.subtract(1, ordering: .relaxed) }
    guard waiting.add(1, ordering: .relaxed).newValue <= Self.waitingMax else {
      throw Refusal(.unavailable, "Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.")
    }
    return try await thread.runIfActive(body)
  }
}
