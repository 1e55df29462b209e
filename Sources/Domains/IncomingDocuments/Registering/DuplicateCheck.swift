import Access
import Database
import Documents
import FileVault
import Kernel
import Papers

/// Finds documents already in a book that look like the one being registered (PL6-18): same number, symbol and issuer,
/// same identifier, or the very same file. Asked before a number is used.
struct DuplicateCheck {
  struct Match: Sendable {
    var document: IncomingDocument
    var why: String
    /// The file whose first page is shown beside; nil when it has none.
    var shown: IncomingFile.ID?
  }

  var facts: IncomingFacts
  var hashes: [FileHash] = []
  /// The document being corrected is no duplicate of itself.
  var except: IncomingDocument.ID?
  /// Only documents issued in the same year, or without a date, are the same one: issuers begin their numbers anew every
  /// year, and an old book brings many years at once.
  var isYearAsked = false

  func matches(visibleTo actor: Actor, in transaction: any Transaction) throws -> [Match] {
    let store = DuplicateStore(transaction)
    var found = try store.same(
      key: DuplicateKey.text(facts), issuedIn: isYearAsked ? facts.issuedDate?.year : nil, of: actor.agency
    ).map {
      Match(document: $0, why: "trùng số, ký hiệu và cơ quan ban hành")
    }
    let others =
      try store.same(identifier: facts.documentIdentifier ?? "", of: actor.agency).map {
        ($0, "trùng mã định danh văn bản")
      }
      + store.same(hashes: hashes, of: actor.agency).map { ($0, "trùng đúng tệp này") }
    for (document, why) in others where !found.contains(where: { $0.document.id == document.id }) {
      found.append(Match(document: document, why: why))
    }
    return try found.filter { $0.document.id != except && $0.document.state == .registered }.map { match in
      var match = match
      match.shown = try IncomingFileStore(transaction).list(of: match.document.id).first {
        $0.kind.isShown && $0.state != .unreadable
      }?.id
      return match
    }
  }
}
