import Access
import Audit
import Database
import Documents
import FileVault
import Jobs
import Kernel
import Papers
import Registers

/// Registers an incoming document under the next số đến (DEN-07, DEN-08): the number is taken in this transaction.
package struct RegisterIncomingDocument: Sendable {
  package var facts: IncomingFacts
  /// Name of a further book; the agency's main one when empty.
  package var bookName = ""
  /// Files already kept in the vault, the document itself first.
  package var files: [KeptFile] = []
  /// Why a likely duplicate is registered all the same (PL6-18).
  package var overrideReason = ""
  /// The clerk has looked: no secrecy mark on a file that is not read yet (MAT-05).
  package var isVouchedOpen = false
  /// What was out of the ordinary (DEN-03).
  package var condition = ArrivalCondition()
  /// The waiting paper that becomes this document.
  package var paper: WaitingPaper.ID?

  package init(facts: IncomingFacts) { self.facts = facts }

  /// What was made, for the answer to the clerk.
  package struct Outcome: Sendable, Equatable {
    package var id: IncomingDocument.ID
    package var number: TakenNumber
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    try Secrecy.refuseMarked(facts)
    try Secrecy.refuseMarked(condition)
    let paper = try lockPaper(by: actor, in: transaction)
    if let refusal = Refusal(try obstacles(paper, by: actor, in: transaction)) { throw refusal }
    let id = try transaction.nextID(IncomingDocument.ID.self, of: "incoming_documents")
    var facts = facts
    facts.issuer = try DirectoryEntry.of(facts, by: actor, in: transaction)
    let number = try TakeNumber(
      for: .incomingDocument(id), .incoming, bookName: bookName, arrivedAt: facts.arrivedAt(now: transaction.now)
    ).perform(by: actor, in: transaction)
    let document = IncomingDocument(
      id: id, agency: actor.agency, book: number.book, arrivalNumber: number.number, registeredAt: transaction.now,
      facts: facts, state: .registered, cancelReason: nil, fileCount: files.count, version: 1)
    try IncomingDocumentStore(transaction).addLater(
      document, duplicateReason: overrideReason.isEmpty ? nil : overrideReason)
    try ReceptionNoticeStore(transaction).settle(document)
    let waiting = WaitingPaperStore(transaction)
    let reading = paper?.state == .read ? try paper.map(waiting.reading) : nil
    try IncomingFileStore(transaction).add(files, to: document, from: paper?.id, reading: reading)
    if let paper { try waiting.remove(paper) }
    let content =
      try files.isEmpty
      ? IncomingIndexing.content(of: document, texts: []) : IncomingIndexing.content(of: document, in: transaction)
    try Access.begin(
      [NewRecord(.incomingDocument(id), grants: Grant.registry(of: actor.agency), content: content)], in: transaction)
    try ReplyArrival.pair(document, pages: reading?.text.pages.prefix(2).map(\.text) ?? [], by: actor, in: transaction)
    try record(document, number, isRead: reading != nil, by: actor, in: transaction)
    return Outcome(id: id, number: number)
  }

  private func lockPaper(by actor: Actor, in transaction: any Transaction) throws -> WaitingPaper? {
    guard let paper else { return nil }
    return try WaitingPaperStore(transaction).lock(paper, visibleTo: actor)
  }

  private func obstacles(
    _ paper: WaitingPaper?, by actor: Actor, in transaction: any Transaction
  ) throws -> [Refusal.Reason] {
    var reasons = facts.obstacles(today: transaction.now.day) + condition.obstacles(fileCount: files.count)
    if try DocumentTypeStore(transaction).find(facts.typeKey) == nil, !facts.typeKey.isEmpty {
      reasons.append(.init("Loại văn bản này không có trong danh mục.", field: RegistrationField.type))
    }
    if let file = files.first, let reason = file.kind.reasonAgainstDocument(named: file.name) {
      reasons.append(.init(reason, field: "file"))
    }
    if overrideReason.count > 500 {
      reasons.append(.init("Lý do dài quá 500 ký tự.", field: RegistrationField.overrideReason))
    }
    if !isVouchedOpen, let unread = unread(paper) {
      reasons.append(
        .init("\(unread) Hãy xem từng trang rồi tích «Không có dấu mật».", field: RegistrationField.vouchedOpen))
    }
    let duplicates = try DuplicateCheck(facts: facts, hashes: files.map(\.stored.hash)).matches(
      visibleTo: actor, in: transaction)
    if !duplicates.isEmpty, overrideReason.isEmpty {
      let numbers = duplicates.map { "số đến \($0.document.arrivalNumber)" }.joined(separator: ", ")
      reasons.append(
        .init(
          "Văn bản giống đã vào sổ: \(numbers). Nếu vẫn vào sổ, hãy ghi lý do; chưa số nào được dùng.",
          field: RegistrationField.overrideReason))
    }
    return reasons
  }

  /// What no reading has gone through for a mark yet; nil when everything has.
  private func unread(_ paper: WaitingPaper?) -> String? {
    guard let paper else { return files.isEmpty ? nil : "Tệp chưa được đọc." }
    if paper.state == .reading { return "Tệp chưa đọc xong." }
    return files.count > 1 ? "Tệp kèm theo chưa được đọc." : nil
  }

  private func record(
    _ document: IncomingDocument, _ number: TakenNumber, isRead: Bool, by actor: Actor, in transaction: any Transaction
  ) throws {
    let reference = RecordReference.incomingDocument(document.id)
    let changes = FactChanges.between(nil, document.facts)
    try Audit.record(
      .incomingRegistered(number.number, book: number.bookTitle), on: reference, by: actor, changes: changes,
      in: transaction)
    if !condition.isEmpty {
      try ArrivalConditionStore(transaction).add(condition, to: document.id)
      try Audit.record(.incomingConditionNoted(condition), on: reference, by: actor, in: transaction)
    }
    if !overrideReason.isEmpty {
      try Audit.record(.incomingDuplicateAccepted(overrideReason), on: reference, by: actor, in: transaction)
    }
    if files.count > (isRead ? 1 : 0) {
      try Jobs.add(
        ReadIncomingFilesJob.self, payload: ReadIncomingFilesJob.Payload(document: document.id), in: transaction,
        subject: reference, shownTitle: "Đọc tệp của số đến \(number.number)")
    }
  }
}
