import Access
import Audit
import Database
import Documents
import FileVault
import Jobs
import Kernel
import Registers

/// Enters a line of an old book (nhập sổ cũ): a document that was registered before this system, with its old số đến.
///
/// It gets the key and times of its day of arrival, so it stands among the documents of that day. Files are read by the
/// same job as those of registered papers; a secrecy mark found then withholds the document (MAT-05).
package struct EnterOldDocument: Sendable {
  package var facts: IncomingFacts
  /// Name of a further book; the main one when empty.
  package var bookName = ""
  /// Số đến of the old book; nil takes the next one.
  package var number: Int?
  /// Why the old book cancelled the number; nil for a document that counts.
  package var cancelReason: String?
  /// Files already kept in the vault, the document itself first.
  package var files: [KeptFile] = []
  /// Why a likely duplicate is entered all the same (PL6-18).
  package var duplicateReason: String?
  package var source: OldBookSource
  /// Where it stands in the source, for the audit trail.
  package var row: Int

  package init(facts: IncomingFacts, from source: OldBookSource, row: Int) {
    self.facts = facts
    self.source = source
    self.row = row
  }

  /// What stands against the line besides its number, each at its field. Nothing secret is looked at further.
  package func obstacles(today: Day) -> [Refusal.Reason] {
    guard !isSecret else { return Secrecy.refusal.reasons }
    return facts.obstacles(today: today)
  }

  /// One of its texts bears a secrecy mark.
  package var isSecret: Bool { facts.texts.contains(where: SecrecyMark.isMarked) }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> (IncomingDocument.ID, TakenNumber) {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    if let refusal = Refusal(obstacles(today: transaction.now.day)) { throw refusal }
    let store = IncomingDocumentStore(transaction)
    let id = try store.keyOfOldDocument(on: facts.arrivalDate)
    let record = RecordReference.incomingDocument(id)
    var facts = facts
    facts.issuer = try DirectoryEntry.of(facts, by: actor, in: transaction)
    let registeredAt = Instant(facts.arrivalDate)
    let taken = try EnterOldNumber(
      for: record, .incoming, bookName: bookName, day: facts.arrivalDate, number: number, takenAt: registeredAt,
      from: source
    ).perform(by: actor, in: transaction)
    let document = IncomingDocument(
      id: id, agency: actor.agency, book: taken.book, arrivalNumber: taken.number, registeredAt: registeredAt,
      facts: facts, state: cancelReason == nil ? .registered : .cancelled, cancelReason: cancelReason,
      fileCount: files.count, version: 1)
    do { try store.add(document, duplicateReason: duplicateReason) } catch DatabaseFault.constraint(
      name: "incoming_documents_pkey")
    {
      // Another import took the same key of that day: run again, and the next free one is taken.
      throw DatabaseFault.serialization(message: "key of an old day taken meanwhile")
    }
    if let cancelReason, let entry = try NumberStore(transaction).entry(of: record) {
      try NumberStore(transaction).cancel(entry, reason: cancelReason, by: actor)
    }
    try IncomingFileStore(transaction).add(files, to: document)
    // Its files are read by the job, so there is no text of them yet.
    let content = IncomingIndexing.content(of: document, texts: [])
    try Access.begin([NewRecord(record, grants: Grant.registry(of: actor.agency), content: content)], in: transaction)
    try Audit.record(
      .oldDocumentEntered(taken, source: source.name, row: row), on: record, by: actor,
      changes: FactChanges.between(nil, facts), in: transaction)
    if let duplicateReason {
      try Audit.record(.incomingDuplicateAccepted(duplicateReason), on: record, by: actor, in: transaction)
    }
    if !files.isEmpty {
      try Jobs.add(
        ReadIncomingFilesJob.self, payload: ReadIncomingFilesJob.Payload(document: id), in: transaction,
        subject: record, shownTitle: "Đọc tệp của số đến \(taken.number)")
    }
    return (id, taken)
  }

  /// Documents of the agency that look like this one, as the registration form would say: «số đến 12».
  package func duplicates(visibleTo actor: Actor, in transaction: any Transaction) throws -> [String] {
    var check = DuplicateCheck(facts: facts, hashes: files.map(\.stored.hash))
    check.isYearAsked = true
    return try check.matches(visibleTo: actor, in: transaction)
      .map { "số đến \($0.document.arrivalNumber) ngày \($0.document.facts.arrivalDate.text), \($0.why)" }
  }

  /// The text by which one document of a year is known again; empty when it has no number.
  package var duplicateKey: String {
    let key = DuplicateKey.text(facts)
    return key.isEmpty ? "" : "\(key)|\(facts.issuedDate.map { String($0.year) } ?? "")"
  }
}

extension AuditEvent {
  static func oldDocumentEntered(_ taken: TakenNumber, source: String, row: Int) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.imported",
      sentence: "nhập từ sổ cũ số đến \(taken.number), \(taken.bookTitle), dòng \(row) của «\(source)»")
  }
}
