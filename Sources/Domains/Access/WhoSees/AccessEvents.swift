import Audit

/// Lines of the audit trail about rights to see.
extension AuditEvent {
  static let accessExplained = AuditEvent(
    code: "access.explained", sentence: "xem ai xem được và vì sao", kind: .access)

  static let accessesListed = AuditEvent(
    code: "access.accessesListed", sentence: "xem lượt truy cập", kind: .access)
}
