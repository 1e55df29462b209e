import Audit
import Database
import Documents
import Exchange
import FileVault
import Kernel
import Registers
import Work

/// The clerk destroys what was confirmed to be secret: the second of the two names (MAT-05). The number stays in the
/// book as a cancelled one, the audit trail keeps who, when and which act, and nothing keeps what the paper said.
struct DestroyDocument: Sendable {
  static let reason = IncomingDocument.destroyedReason

  var document: IncomingDocument.ID
  var followers: [any DestroyedDocumentFollower] = []

  /// Gives the hashes of the files that no other document names, for `FileVault.destroy` once this is durable.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let store = IncomingDocumentStore(transaction)
    var current = try store.lock(document, visibleTo: actor)
    guard QuarantineAccess.mayDestroy(current.agency, actor) else { throw QuarantineAccess.notDestroyer }
    guard let quarantine = try QuarantineStore(transaction).find(current) else { throw QuarantineAccess.gone }
    if let refusal = Refusal(QuarantineConfirmation.obstacles(quarantine.confirmation, for: actor)) { throw refusal }
    let packet = try PacketStore(transaction).ofIncomingLater(document.number).get()
    let files = IncomingFileStore(transaction)
    let papers = try files.papers(of: document)
    let made = try followers.flatMap { try $0.documentIsDestroyed(document, by: actor, in: transaction) }
    let hashes = made + (try files.destroy(document))
    current.facts = Quarantine.remains(current.facts)
    current.fileCount = 0
    current.state = current.openState
    if current.cancelReason != nil { current.cancelReason = Self.reason }
    try store.save(current, from: current.version)
    try store.forgetDuplicateReason(of: document)
    try QuarantineStore(transaction).remove(quarantine)
    try HandlingStore(transaction).forgetDirectives(of: document)
    try ReadyPhraseStore(transaction).forget(document)
    try ReturnedPaperStore(transaction).forget(document)
    try ArrivalConditionStore(transaction).forget(document)
    try ReceptionNoticeStore(transaction).forget(document)
    try PaperCopyStore(transaction).forgetWords(of: document)
    try Work(on: .incomingDocument(document), by: actor, in: transaction).endAll(reason: Self.reason)
    try HandlingStore(transaction).fold(document)
    for record in [RecordReference.incomingDocument(document)] + papers.map(RecordReference.waitingPaper) {
      try Audit.eraseValues(of: record, reason: Self.reason, by: actor, in: transaction)
    }
    if current.state == .registered {
      try CancelNumber(current.book, number: current.arrivalNumber, reason: Self.reason)
        .perform(by: actor, telling: IncomingRegisterContents(isDestroying: true), in: transaction)
    }
    if let packet {
      try PacketStore(transaction).giveBack(packet.id, reason: Self.reason)
      try PacketNotices.tellReturned(packet, Self.reason, by: actor, in: transaction)
    }
    // Its number and why it is cancelled can be found, as the list shows them.
    if let remains = try store.lockForJob(document) { try IncomingIndexing.index(remains, in: transaction) }
    try Audit.record(
      .secrecyDestroyed(confirmedBy: quarantine.confirmation?.name ?? ""), on: .incomingDocument(document), by: actor,
      in: transaction)
    return hashes
  }
}
