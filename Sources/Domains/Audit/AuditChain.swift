import Crypto
import Kernel

/// The chain of hashes over the audit trail (AN-11): each seal's hash covers the hash before it, its own number and
/// everything the entry says, the erasable values through their salted digest.
enum AuditChain {
  /// Hash before the first seal.
  static let origin = ""

  static func hash(after previous: String, number: Int64, entry: AuditEntry, id: Int64) -> String {
    var fields = SealedFields()
    fields.append(previous)
    fields.append(String(number))
    var digest = SHA256()
    digest.update(data: fields.bytes)
    digest.update(data: entry.sealedBytes(id: id))
    return digest.finalize().hexText
  }

  /// The last link and the day that is still open.
  struct Head: Sendable, Equatable {
    var number: Int64
    var hash: String
    /// Nil before the first seal.
    var openDay: Day?
  }

  /// One link beside the entry it seals, as found.
  struct Link: Sendable {
    var number: Int64
    var entryID: Int64
    var hash: String
    /// Nil when the entry is gone.
    var entry: AuditEntry?
    /// Whether the act that erased the values is itself in the trail, for the same record.
    var hasErasure: Bool
  }

  /// The last link of a day, written when the day is over.
  struct Closing: Sendable, Equatable {
    var day: Day
    var lastNumber: Int64
    /// Entries sealed that day.
    var entryCount: Int64
    var lastHash: String
  }
}
