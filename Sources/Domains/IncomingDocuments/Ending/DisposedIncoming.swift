import Audit
import Database
import Dossiers
import FileVault
import Jobs
import Kernel
import Work

/// Incoming documents end with their last dossier (LT-03): files, text, directives and every word go, the line of the book
/// keeps number, days, issuer and code.
package struct DisposedIncoming: DisposableMatter {
  package let code = RecordReference.incomingDocumentCode

  package init() {}

  package func keeping(_ number: Int64, in transaction: any Transaction) throws -> String? {
    guard let document = try IncomingDocumentStore(transaction).findForJob(IncomingDocument.ID(number)) else {
      return nil
    }
    if document.state == .quarantined { return "đang niêm giữ vì nghi có dấu mật" }
    let open = try Work.openCount(on: .incomingDocument(document.id), in: transaction)
    return open > 0 ? "còn \(open) việc chưa xong" : nil
  }

  package func destroy(
    _ number: Int64, _ basis: DisposalBasis, in transaction: any Transaction
  ) throws -> [FileHash] {
    let (id, store) = (IncomingDocument.ID(number), IncomingDocumentStore(transaction))
    guard var current = try store.lockForJob(id) else { return [] }
    let files = IncomingFileStore(transaction)
    let papers = try files.papers(of: id)
    let hashes = try files.dispose(id)
    current.facts = Self.remains(current.facts, words: basis.words)
    (current.fileCount, current.state, current.cancelReason) = (0, .cancelled, basis.words)
    try store.save(current, from: current.version)
    try store.forgetRecallReason(of: id)
    try id.forgetWords(in: transaction)
    for record in [RecordReference.incomingDocument(id)] + papers.map(RecordReference.waitingPaper) {
      try Work.forget(record, in: transaction)
      try JobStore(transaction).removeEnded(of: record)
      try Audit.eraseValuesForJob(of: record, reason: basis.decision, agency: basis.agency, in: transaction)
    }
    if let remains = try store.lockForJob(id) { try IncomingIndexing.index(remains, in: transaction) }
    return hashes
  }

  /// The line of the book.
  static func remains(_ facts: IncomingFacts, words: String) -> IncomingFacts {
    var remains = IncomingFacts(arrivalDate: facts.arrivalDate)
    (remains.channel, remains.issuerName, remains.issuer) = (facts.channel, facts.issuerName, facts.issuer)
    (remains.numberText, remains.notation, remains.issuedDate) = (facts.numberText, facts.notation, facts.issuedDate)
    (remains.typeKey, remains.pageCount, remains.toPlaces) = (facts.typeKey, facts.pageCount, facts.toPlaces)
    (remains.documentIdentifier, remains.subject) = (facts.documentIdentifier, words)
    return remains
  }
}
