import Crypto
import Foundation

/// SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits: the file's name in the vault (AN-12).
package struct FileHash: Hashable, Sendable, Comparable, LosslessStringConvertible {
  package let text: String

  /// Nil unless the text is 64 lower-case hexadecimal digits.
  package init?(_ description: String) {
    let isHash =
      description.utf8.count == 64
      && description.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
    guard isHash else { return nil }
    text = description
  }

  /// Of bytes in memory.
  package init(of data: Data) { self.init(SHA256.hash(data: data)) }

  /// Of a file anywhere, in bounded memory. Blocks its thread.
  package static func of(_ file: URL) throws -> FileHash { try FileReading.digest(of: file) }

  init(_ digest: SHA256.Digest) {
    text = String(decoding: digest.flatMap { Self.digits(of: $0) }, as: UTF8.self)
  }

  private static func digits(of byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  package var description: String { text }

  /// First two digits: the folder.
  var head: String { String(text.prefix(2)) }

  /// The other digits: the name in that folder.
  var tail: String { String(text.dropFirst(2)) }

  package static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}

/// A file in the vault.
package struct StoredFile: Sendable, Hashable {
  package let hash: FileHash
  package let bytes: Int64

  package init(hash: FileHash, bytes: Int64) {
    self.hash = hash
    self.bytes = bytes
  }
}

/// A received file that is not saved yet: outside vault, backup and index.
package struct StagedFile: Sendable, Hashable {
  /// Random; safe as part of an address and of a file name.
  package let id: String
  package let hash: FileHash
  package let bytes: Int64

  package init(id: String, hash: FileHash, bytes: Int64) {
    self.id = id
    self.hash = hash
    self.bytes = bytes
  }

  package var stored: StoredFile { StoredFile(hash: hash, bytes: bytes) }
}

/// What is wrong with a stored file.
package enum FileDamage: String, Sendable, CaseIterable {
  case altered, missing

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .altered: "nội dung khác với lúc tiếp nhận"
    case .missing: "không còn trong kho"
    }
  }
}
