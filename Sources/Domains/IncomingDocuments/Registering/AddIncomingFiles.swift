import Audit
import Database
import Documents
import Jobs
import Kernel
import SearchIndex

/// Adds files to a registered document: an envelope opened later (DEN-03), a forgotten annex.
package struct AddIncomingFiles: Sendable {
  package var document: IncomingDocument.ID
  /// Already kept in the vault.
  package var files: [KeptFile]
  /// The clerk has looked: no secrecy mark on files that are not read yet (MAT-05).
  package var isVouchedOpen: Bool

  package init(to document: IncomingDocument.ID, files: [KeptFile], isVouchedOpen: Bool) {
    self.document = document
    self.files = files
    self.isVouchedOpen = isVouchedOpen
  }

  /// What can be seen without the document.
  var obstacles: [Refusal.Reason] {
    guard !isVouchedOpen else { return [] }
    return [
      .init(
        "Tệp chưa được đọc. Hãy xem từng trang rồi tích «\(Secrecy.vouchLabel)» và thêm lại.",
        field: RegistrationField.vouchedOpen)
    ]
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = IncomingDocumentStore(transaction)
    var current = try store.lock(document, visibleTo: actor)
    guard IncomingDocumentAccess.mayCorrect(current, actor) else {
      throw current.state == .cancelled
        ? Refusal(.conflict, "Số đến \(current.arrivalNumber) đã hủy nên không thêm tệp được.")
        : Refusal(.forbidden, "Chỉ văn thư của cơ quan đã vào sổ được thêm tệp.")
    }
    if let refusal = Refusal(obstacles) { throw refusal }
    let added = try IncomingFileStore(transaction).add(files, to: current)
    guard added > 0 else { throw Refusal(.conflict, "Văn bản đã có đúng tệp này.", field: "file") }
    if current.fileCount == 0 { try ArrivalConditionStore(transaction).markOpened(document) }
    current.fileCount += added
    try store.save(current, from: current.version)
    try SearchIndex.refacet(
      .incomingDocument(document), facets: IncomingFacet.all(of: current), in: transaction)
    for file in files {
      try Audit.record(.incomingFileAdded(file.name), on: .incomingDocument(document), by: actor, in: transaction)
    }
    try Jobs.add(
      ReadIncomingFilesJob.self, payload: ReadIncomingFilesJob.Payload(document: document), in: transaction,
      subject: .incomingDocument(document), shownTitle: "Đọc tệp của số đến \(current.arrivalNumber)")
  }
}
