import Audit
import Database
import Kernel

/// Adds an agency to the shared directory where it is first met.
package struct AddOutsideAgency: Sendable {
  package var name: String
  package var code: String?
  package var legacyCode: String?
  package var parentHint: String

  package init(name: String, code: String = "", legacyCode: String = "", parentHint: String = "") {
    self.name = name.normalizedLine
    let code = code.normalizedLine
    let legacyCode = legacyCode.normalizedLine
    self.code = code.isEmpty ? nil : code
    self.legacyCode = legacyCode.isEmpty ? nil : legacyCode
    self.parentHint = parentHint.normalizedLine
  }

  package func obstacles() -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if OutsideAgency.exactKey(name).isEmpty {
      reasons.append(.init("Chưa nhập tên cơ quan, tổ chức.", field: "ten"))
    }
    if name.count > OutsideAgency.nameLengthMax {
      reasons.append(.init("Tên cơ quan dài quá \(OutsideAgency.nameLengthMax) ký tự.", field: "ten"))
    }
    if (code?.count ?? 0) > 35 { reasons.append(.init("Mã định danh dài quá 35 ký tự.", field: "ma")) }
    if (legacyCode?.count ?? 0) > 13 { reasons.append(.init("Mã định danh cũ dài quá 13 ký tự.", field: "ma-cu")) }
    return reasons
  }

  /// The new agency, or the one that bears the name already.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutsideAgency.ID {
    guard DocumentsAccess.mayEditLists(actor) else { throw DocumentsAccess.notAllowed }
    if let refusal = Refusal(obstacles()) { throw refusal }
    let store = OutsideAgencyStore(transaction)
    if let known = try store.recognise(name) { return known.id }
    let id = try store.add(name: name, code: code, legacyCode: legacyCode, parentHint: parentHint)
    try Audit.record(.outsideAgencyAdded(name), on: .outsideAgency(id), by: actor, in: transaction)
    return id
  }
}

extension AuditEvent {
  static func outsideAgencyAdded(_ name: String) -> AuditEvent {
    AuditEvent(code: "outsideAgency.added", sentence: "thêm cơ quan ngoài «\(name)»")
  }
}
