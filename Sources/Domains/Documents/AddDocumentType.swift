import Audit
import Database
import Kernel
import VietnameseText

/// Adds a kind to the list of incoming kinds. The 29 administrative ones stay closed.
package struct AddDocumentType: Sendable {
  package var name: String
  package var abbreviation: String

  package init(name: String, abbreviation: String = "") {
    self.name = name.normalizedLine
    self.abbreviation = abbreviation.normalizedLine
  }

  package func obstacles(by actor: Actor) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if name.isEmpty { reasons.append(.init("Chưa nhập tên loại văn bản.", field: "ten-loai")) }
    if name.count > 100 { reasons.append(.init("Tên loại dài quá 100 ký tự.", field: "ten-loai")) }
    if abbreviation.count > 10 { reasons.append(.init("Chữ viết tắt dài quá 10 ký tự.", field: "viet-tat")) }
    return reasons
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DocumentType {
    guard DocumentsAccess.mayEditLists(actor) else { throw DocumentsAccess.notAllowed }
    if let refusal = Refusal(obstacles(by: actor)) { throw refusal }
    let key = "loai " + Folding.folded(name)
    let type = DocumentType(
      key, name, abbreviation, code: DocumentType.otherArchiveCode, isAdministrative: false)
    try DocumentTypeStore(transaction).add(type)
    try Audit.record(.documentTypeAdded(name), on: nil, by: actor, in: transaction)
    return type
  }
}

extension AuditEvent {
  static func documentTypeAdded(_ name: String) -> AuditEvent {
    AuditEvent(code: "documentType.added", sentence: "thêm tên loại văn bản «\(name)»")
  }
}
