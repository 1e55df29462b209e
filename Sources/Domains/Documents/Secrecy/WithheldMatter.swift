import Audit
import Database
import FileVault
import Kernel

/// What can be withheld because a secrecy mark was found in it (niêm giữ, MAT-05). Each flow says how its own is found,
/// veiled, given back and destroyed, in one value; who decides in which order, and that it is put on record, is the same
/// for all: `WithholdMatter`, `ConfirmSecrecy`, `ReleaseMatter`, `DestroyMatter`.
package protocol WithheldMatter: Sendable {
  /// Its key, or keys, as its address names it.
  associatedtype Place: Sendable
  /// What was entered of it. While it is withheld this lies in the quarantine, out of every list.
  associatedtype Facts: Codable, Sendable

  /// The table of what is withheld; its columns are those of `QuarantineStore`.
  static var quarantines: SQL { get }

  /// Refuses what does not exist for this actor. Locked: until the transaction ends.
  static func find(
    _ place: Place, visibleTo actor: Actor, isLocked: Bool, in transaction: any Transaction
  ) throws -> Self

  /// The same for the reading of its files; nil when it is gone.
  static func lockForJob(_ place: Place, in transaction: any Transaction) throws -> Self?

  /// Its row in the table.
  var key: Int64 { get }
  var agency: AgencyID { get }
  var isWithheld: Bool { get }
  var facts: Facts { get }

  /// Whose story tells of it.
  var record: RecordReference { get }
  /// The line of that story.
  func line(_ event: SecrecyEvent) -> AuditEvent

  /// Throws why a mark in it cannot be reported by this actor, who may report marks.
  func refuseReport(by actor: Actor, in transaction: any Transaction) throws
  /// Takes it out of every list and the index. Gives the hashes of its files: what was drawn from them is to be removed.
  func veil(by actor: Actor?, in transaction: any Transaction) throws -> [FileHash]
  /// It is as it was, and its files are read again; marks in them count no more.
  func giveBack(_ facts: Facts, in transaction: any Transaction) throws
  /// Forgets every word and file. Gives the hashes that nothing names any more.
  func destroy(_ facts: Facts, by actor: Actor, in transaction: any Transaction) throws -> [FileHash]

  /// What the page says of it while it is withheld.
  func heading(in transaction: any Transaction) throws -> QuarantinePage.Heading
}

/// What happens with a secrecy mark, for the story of what is withheld: nothing of what it says.
package enum SecrecyEvent: Sendable {
  case reported
  case found(page: Int?)
  case confirmed
  case denied(String)
  case destroyed(confirmedBy: String)

  /// The line of a document; `kind` begins its code: «incomingDocument».
  package func line(ofDocument kind: String) -> AuditEvent {
    switch self {
    case .reported:
      AuditEvent(code: "\(kind).secrecyReported", sentence: "báo có dấu mật; văn bản bị niêm giữ")
    case .found(let page):
      AuditEvent(
        code: "\(kind).secrecyFound", sentence: "niêm giữ văn bản vì \(page.map { "trang \($0) " } ?? "")có dấu mật")
    case .confirmed:
      AuditEvent(code: "\(kind).secrecyConfirmed", sentence: "xác nhận là dấu mật, giao văn thư xóa")
    case .denied(let reason):
      AuditEvent(code: "\(kind).secrecyDenied", sentence: "bỏ niêm giữ, không phải dấu mật: \(reason)")
    case .destroyed(let name):
      AuditEvent(
        code: "\(kind).secrecyDestroyed", sentence: "xóa nội dung và tệp vì có dấu mật, \(name) đã xác nhận")
    }
  }
}

/// A flow above that made something of what is destroyed for its secrecy mark: nothing that was made of it may stay
/// (MAT-05). `App` brings them together.
package protocol DestroyedMatterFollower: Sendable {
  /// Forgets it, in the destroying transaction. Gives the hashes of files that nothing names any more.
  func isDestroyed(
    _ record: RecordReference, by actor: Actor, in transaction: any Transaction
  ) throws -> [FileHash]
}
