import Audit
import Database
import Documents
import Drafts
import FileVault
import Kernel
import Registers
import Work

/// The clerk destroys what was confirmed to be secret: the second of the two names (MAT-05). The number stays in the
/// book as a cancelled one, the audit trail keeps who, when and which act, and nothing keeps what the document said; its
/// draft goes with it.
struct DestroyOutgoingDocument: Sendable {
  static let reason = "Có dấu chỉ độ mật"

  var document: OutgoingDocument.ID

  /// Gives the hashes of files that nothing names any more, for `FileVault.destroy` once this is durable.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard QuarantineAccess.mayDestroy(current.agency, actor) else { throw QuarantineAccess.notDestroyer }
    guard let quarantine = try OutgoingQuarantineStore(transaction).find(current) else { throw QuarantineAccess.gone }
    if let refusal = Refusal(QuarantineConfirmation.obstacles(quarantine.confirmation, for: actor)) { throw refusal }
    var hashes = try OutgoingFileStore(transaction).destroy(document)
    var remains = current
    remains.facts = OutgoingQuarantine.remains(current.facts)
    (remains.isWithheld, remains.fileCount) = (false, 0)
    if current.state == .cancelled { remains.endReason = Self.reason }
    try store.save(remains, from: current.version)
    try OutgoingRecipientStore(transaction).replace([], of: document)
    try OutgoingQuarantineStore(transaction).remove(quarantine)
    if current.state == .numbered {
      try CancelNumber(current.book, number: current.number, reason: Self.reason)
        .perform(by: actor, telling: OutgoingRegisterContents(), in: transaction)
    }
    if let draft = current.draft {
      hashes += try DestroyDraft(draft, reason: Self.reason).perform(by: actor, in: transaction)
    }
    let reference = RecordReference.outgoingDocument(document)
    try Work(on: reference, by: actor, in: transaction).endAll(reason: Self.reason)
    try Audit.eraseValues(of: reference, reason: Self.reason, by: actor, in: transaction)
    // Its number and why it is cancelled can be found, as the list shows them.
    if let remains = try store.findForJob(document) { try OutgoingIndexing.index(remains, in: transaction) }
    try Audit.record(
      .outgoingSecrecyDestroyed(confirmedBy: quarantine.confirmation?.name ?? ""), on: reference, by: actor,
      in: transaction)
    return hashes
  }
}
