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
    let out = try found.takeOut([taken], reason: reason, flows, by: actor, in: transaction)
    return (out.names[0], out.unnamed)
  }
}

extension FoundDossier {
  /// Takes out what may be taken out, and gives what stays its order once. The dossier is locked. Gives how each is called,
  /// and the hashes of files that nothing names any more.
  func takeOut(
    _ items: [DossierItem], reason: String, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> (names: [String], unnamed: [FileHash]) {
    let (store, code) = (DossierItemStore(transaction), dossier.code.notation)
    // Read first: who sees a document only through this dossier does not see it afterwards.
    let summaries = try flows.directory.summaries(
      of: items.compactMap(\.record), visibleTo: actor, in: transaction)
    var out: (names: [String], unnamed: [FileHash]) = ([], [])
    for item in items {
      let (shown, told) = item.names(summaries)
      out.names.append(shown)
      out.unnamed += try store.remove(item)
      if let record = item.record {
        try Access.revoke(of: record, source: .dossier(dossier.id), in: transaction)
        try Audit.record(.takenFrom(code), on: record, by: actor, in: transaction)
      }
      try Audit.record(.dossierTakenOut(told, reason), on: .dossier(dossier.id), by: actor, in: transaction)
    }
    if let day = items.map(\.datedOn).min() { try store.settle(dossier.id, from: day) }
    if items.contains(where: { $0.file != nil }) { try DossierIndexing.index(dossier, in: transaction) }
    return out
  }
}

extension DossierItem {
  /// For whoever acts, and for the story.
  fileprivate func names(_ summaries: [RecordReference: RecordSummary]) -> (shown: String, told: String) {
    switch matter {
    case .file(let file): return (file.title, isKeptBack ? "tài liệu số thứ tự \(ordinal)" : file.title)
    case .record(let record):
      let nameless = "văn bản số thứ tự \(ordinal)"
      return summaries[record].map { ($0.name, $0.bookName) } ?? (nameless, nameless)
    }
  }
}
