import Audit
import Database
import Documents
import IncomingDocuments
import Jobs
import Kernel

/// Adds files to a numbered document: the scan that comes after the number, annexes.
package struct AddOutgoingFiles: Sendable {
  package var document: OutgoingDocument.ID
  package var files: [KeptFile]
  package var isVouchedOpen: Bool

  package init(_ document: OutgoingDocument.ID, files: [KeptFile], isVouchedOpen: Bool) {
    self.document = document
    self.files = files
    self.isVouchedOpen = isVouchedOpen
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.addFiles, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    var next = try current.taking(.addFiles)
    if files.isEmpty { throw Refusal(.invalid, "Chưa chọn tệp nào.", field: "file") }
    if !isVouchedOpen {
      throw Refusal(
        .invalid, "Hãy xem từng trang rồi tích «không có dấu mật».", field: NumberingField.vouchedOpen)
    }
    if current.fileCount == 0, let first = files.first, !first.kind.isShown {
      throw Refusal(
        .invalid, "«\(first.name)» không có trang để xem. Tệp đầu tiên phải là văn bản.", field: "file")
    }
    let added = try OutgoingFileStore(transaction).add(files, to: document, by: actor)
    guard added > 0 else {
      throw Refusal(.conflict, "Tệp này đã có trong văn bản.", field: "file")
    }
    next.fileCount += added
    if next.facts.pageCount == nil { next.facts.pageCount = files.first?.pageCount }
    try store.save(next, from: current.version)
    for file in files {
      try Audit.record(
        .outgoingFileAdded(file.name), on: .outgoingDocument(document), by: actor, in: transaction)
    }
    try ReadOutgoingFilesJob.ask(for: next, in: transaction)
  }
}

extension ReadOutgoingFilesJob {
  /// Lets the files that were not opened yet be read.
  static func ask(for document: OutgoingDocument, in transaction: any Transaction) throws {
    guard document.fileCount > 0 else { return }
    try Jobs.add(
      ReadOutgoingFilesJob.self, payload: Payload(document: document.id), in: transaction,
      subject: .outgoingDocument(document.id), shownTitle: "Đọc tệp của văn bản \(document.codeText)")
  }
}
