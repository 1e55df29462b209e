import Audit
import Database
import Dossiers
import Drafts
import Exchange
import FileVault
import Jobs
import Kernel
import Work

/// Outgoing documents end with their last dossier (LT-03): files, signed ones too, text, the draft they were written as;
/// the line of the book keeps number, day, type and recipients. What other agencies received is their own.
package struct DisposedOutgoing: DisposableMatter {
  package let code = RecordReference.outgoingDocumentCode

  package init() {}

  package func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? {
    let id = OutgoingDocument.ID(number)
    let record = RecordReference.outgoingDocument(id)
    guard let document = try OutgoingDocumentStore(transaction).findForJob(id) else { return nil }
    if document.isWithheld { return "đang niêm giữ vì nghi có dấu mật" }
    if document.state == .numbered { return "chưa phát hành" }
    let open = try Work.openCount(on: record, in: transaction)
    if open > 0 { return "còn \(open) việc chưa xong" }
    if try PacketStore(transaction).isAwaited(record) { return "còn nơi nhận chưa vào sổ" }
    if try ReplyRequestStore(transaction).ofLater(number).get().contains(where: \.isOpen) {
      return "còn nơi chưa trả lời"
    }
    return try DisposedOutgoingStore(transaction).hasLivingRelation(id)
      ? "còn văn bản sửa đổi, thay thế hoặc đính chính liên quan" : nil
  }

  package func destroy(
    _ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction
  ) throws -> [FileHash] {
    let (id, store) = (OutgoingDocument.ID(number), OutgoingDocumentStore(transaction))
    let record = RecordReference.outgoingDocument(id)
    guard let current = try store.findForJob(id, locked: true) else { return [] }
    let sent = try PacketStore(transaction).forgetWords(of: record, instead: basis.words)
    var hashes = try OutgoingFileStore(transaction).destroy(id)
    hashes += try StoredFileStore(transaction).removeUnnamed(among: sent.filter { !hashes.contains($0) })
    var remains = current
    remains.facts = WithheldOutgoing.blank(current.facts, subject: basis.words)
    (remains.fileCount, remains.disposal) = (0, basis.words)
    if remains.endReason != nil { remains.endReason = basis.words }
    try store.save(remains, from: current.version)
    try DisposedOutgoingStore(transaction).forgetAnswers(of: id)
    if let draft = current.draft {
      hashes += try DestroyDraft(draft, reason: basis.words, subject: basis.words)
        .performForJob(agency: basis.agency, in: transaction)
    }
    try Work.forget(record, in: transaction)
    try JobStore(transaction).removeEnded(of: record)
    try Audit.eraseValuesForJob(of: record, reason: basis.decision, agency: basis.agency, in: transaction)
    if let remains = try store.findForJob(id) { try OutgoingIndexing.index(remains, in: transaction) }
    return hashes
  }
}

/// A draft is kept as long as the document that it became.
package struct DraftsOfOutgoing: DisposableMatter {
  package let code = RecordReference.draftCode

  package init() {}

  package func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? {
    try DisposedOutgoingStore(transaction).isLiving(draft: Draft.ID(number))
      ? "văn bản phát hành từ dự thảo còn lưu" : nil
  }

  package func destroy(
    _ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction
  ) throws -> [FileHash] { [] }
}
