import Access
import Audit
import Database
import FileVault
import Kernel

/// Takes something out of a dossier that does not belong there (đưa ra khỏi hồ sơ). A document stays what it is; who saw it
/// only through the dossier sees it no longer. A file of the dossier's own is gone.
package struct TakeOutOfDossier: Sendable {
  package static let reasonLengthMax = 500

  package var dossier: Dossier.ID
  package var item: DossierItem.ID
  package var reason: String

  package init(_ item: DossierItem.ID, of dossier: Dossier.ID, reason: String) {
    self.dossier = dossier
    self.item = item
    self.reason = reason.normalizedLine
  }

  /// Refuses a reason that is too long to be kept.
  static func requireLength(of reason: String) throws {
    if reason.count > reasonLengthMax {
      throw Refusal(.invalid, "Dài quá \(reasonLengthMax) ký tự.", field: DossierField.reason)
    }
  }

  /// Gives its name, and the hashes of files that nothing names any more.
  package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> (name: String, unnamed: [FileHash]) {
    let found = try FoundDossier.lock(dossier, .fill, by: actor, in: transaction)
    let store = DossierItemStore(transaction)
    let taken = try store.find(item, in: dossier)
    if taken.isWithheld { throw DossierItem.withheldRefusal }
    if reason.isEmpty { throw Refusal(.invalid, "Ghi lý do đưa ra khỏi hồ sơ.", field: DossierField.reason) }
    try Self.requireLength(of: reason)
    // Read first: who sees the document only through this dossier does not see it afterwards.
    let (name, bookName) = try names(of: taken, flows.directory, actor, in: transaction)
    let unnamed = try store.remove(taken)
    try store.settle(dossier, from: taken.datedOn)
    if taken.file != nil { try DossierIndexing.index(found.dossier, in: transaction) }
    if let record = taken.record {
      try Access.revoke(of: record, source: .dossier(dossier), in: transaction)
      try Audit.record(.takenFrom(found.dossier.code.notation), on: record, by: actor, in: transaction)
    }
    try Audit.record(.dossierTakenOut(bookName, reason), on: .dossier(dossier), by: actor, in: transaction)
    return (name, unnamed)
  }

  /// For whoever acts, and for the story.
  private func names(
    of item: DossierItem, _ directory: RecordDirectory, _ actor: Actor, in transaction: any Transaction
  ) throws -> (shown: String, told: String) {
    switch item.matter {
    case .file(let file):
      return (file.title, item.isKeptBack ? "tài liệu số thứ tự \(item.ordinal)" : file.title)
    case .record(let record):
      guard let summary = try directory.summaries(of: [record], visibleTo: actor, in: transaction)[record] else {
        let nameless = "văn bản số thứ tự \(item.ordinal)"
        return (nameless, nameless)
      }
      return (summary.name, summary.bookName)
    }
  }
}
