import Audit
import Database
import Documents
import FileVault
import Kernel

/// Takes a wrong file off a document that was signed elsewhere, before it is issued (bỏ tệp): its number need not be
/// cancelled for a wrong scan. What was signed as a draft keeps the files of its signature (ST-06).
package struct RemoveOutgoingFile: Sendable {
  package var document: OutgoingDocument.ID
  package var file: OutgoingFile.ID?
  package var reason: String

  package init(_ document: OutgoingDocument.ID, _ file: OutgoingFile.ID?, reason: String) {
    self.document = document
    self.file = file
    self.reason = reason.normalizedLine
  }

  /// Why none of its files may be taken off; nil when one may.
  static func obstacle(_ document: OutgoingDocument) -> Refusal? {
    if let refusal = document.obstacle(to: .addFiles) { return refusal }
    return document.draft == nil
      ? nil
      : Refusal(
        .conflict, "Tệp của văn bản này đã ký duyệt trên hệ thống nên không bỏ được. Sai thì hủy số, mở lại dự thảo.")
  }

  /// Gives the name of what was taken off, and the hash of bytes that nothing names any more, for `FileVault.destroy`
  /// once this is durable.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> (name: String, freed: [FileHash]) {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.addFiles, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    if let refusal = Self.obstacle(current) { throw refusal }
    let files = OutgoingFileStore(transaction)
    guard let wrong = try files.list(of: document).first(where: { $0.id == file }) else {
      throw Refusal(.invalid, "Chưa chọn tệp cần bỏ.", field: RemovalField.file)
    }
    if reason.isEmpty { throw Refusal(.invalid, "Ghi vì sao bỏ tệp.", field: RemovalField.reason) }
    if reason.count > 300 { throw Refusal(.invalid, "Lý do dài quá 300 ký tự.", field: RemovalField.reason) }
    let freed = try files.remove(wrong)
    var next = current
    next.fileCount -= 1
    try store.save(next, from: current.version)
    try OutgoingIndexing.index(next, in: transaction)
    try Audit.record(
      .outgoingFileRemoved(wrong.name, reason: reason), on: .outgoingDocument(document), by: actor, in: transaction)
    return (wrong.name, freed)
  }
}

/// Names of the fields of taking a file off.
enum RemovalField {
  static let file = "tep-bo"
  static let reason = "ly-do-bo"
}
