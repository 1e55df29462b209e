import Audit
import Database
import Documents
import Jobs
import Kernel
import Work

/// Files that whoever does the work adds to the document, kept in the vault already.
package struct HandlingFiles: Sendable {
  package var kept: [KeptFile]
  /// Somebody has looked: no secrecy mark on what is not read yet (MAT-05).
  package var isVouchedOpen: Bool

  package static let none = HandlingFiles(kept: [], isVouchedOpen: false)

  package init(kept: [KeptFile], isVouchedOpen: Bool) {
    self.kept = kept
    self.isVouchedOpen = isVouchedOpen
  }

  /// What is wrong before anything is written.
  var obstacles: [Refusal.Reason] {
    guard !kept.isEmpty, !isVouchedOpen else { return [] }
    return [
      .init(
        "Tệp chưa được đọc. Hãy xem từng trang, tích «\(Secrecy.vouchLabel)» rồi chọn lại tệp.",
        field: RegistrationField.vouchedOpen)
    ]
  }
}

extension HandlingAct {
  /// Adds files to the document as part of a piece of work; they are read and searched like its own, but the document's
  /// own files stay what they were.
  func add(_ files: HandlingFiles, of item: WorkItem) throws {
    guard !files.kept.isEmpty else { return }
    let added = try IncomingFileStore(transaction).add(files.kept, to: document, for: item.id)
    guard added > 0 else { throw Refusal(.conflict, "Văn bản đã có đúng tệp này.", field: HandlingField.files) }
    for file in files.kept {
      try Audit.record(.incomingFileAdded(file.name), on: .incomingDocument(document.id), by: actor, in: transaction)
    }
    try Jobs.add(
      ReadIncomingFilesJob.self, payload: ReadIncomingFilesJob.Payload(document: document.id), in: transaction,
      subject: .incomingDocument(document.id), shownTitle: "Đọc tệp của số đến \(document.arrivalNumber)")
  }
}
