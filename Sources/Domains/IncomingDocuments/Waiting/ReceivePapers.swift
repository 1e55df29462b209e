import Audit
import Database
import Documents
import FileVault
import Jobs
import Kernel
import Papers

/// Takes uploaded files as papers that wait for registration; each is read ahead in the background.
package struct ReceivePapers: Sendable {
  var uploads: [Upload]

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    for upload in uploads {
      let id = try WaitingPaperStore(transaction).add(
        upload.staged, name: upload.name, kind: upload.kind, pageCount: upload.pageCount, by: actor)
      try Audit.record(.paperReceived(upload.name), on: .waitingPaper(id), by: actor, in: transaction)
      try Self.addReading(of: id, opened: .init(upload), in: transaction)
    }
  }

  /// - Parameter opened: what is known of the file from opening it; nil when it was not opened.
  static func addReading(
    of id: WaitingPaper.ID, opened: ReadWaitingPaperJob.Opened? = nil, in transaction: any Transaction
  ) throws {
    try Jobs.add(
      ReadWaitingPaperJob.self, payload: ReadWaitingPaperJob.Payload(paper: id, opened: opened), in: transaction,
      subject: .waitingPaper(id), shownTitle: "Đọc trước tệp chờ vào sổ số \(id)")
  }
}

extension ReceivePapers {
  /// A PDF file that lies in staging and was made by whoever brings it.
  package init(scan staged: StagedFile, named name: String, pageCount: Int) {
    uploads = [Upload(name: name, kind: .pdf, staged: staged, pageCount: pageCount)]
  }
}

/// Throws a waiting paper away. It has no number, so no line of the book knows of it.
struct DiscardPaper: Sendable {
  var paper: WaitingPaper.ID

  /// Gives the paper, so that the caller can remove its staged file once this is durable.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> WaitingPaper {
    let store = WaitingPaperStore(transaction)
    let current = try store.lock(paper, visibleTo: actor)
    try store.remove(current)
    try Audit.record(.paperDiscarded(current.fileName), on: .waitingPaper(paper), by: actor, in: transaction)
    return current
  }
}
