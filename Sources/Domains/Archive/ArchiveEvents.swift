import Audit

/// Lines of the audit trail about the archive.
extension AuditEvent {
  static func transferMade(_ name: String, _ unit: String, _ count: Int) -> AuditEvent {
    AuditEvent(code: "archive.transferMade", sentence: "giao nộp \(name): \(count) hồ sơ của \(unit)")
  }

  static func transferSettled(_ name: String, accepted: Int, returned: Int) -> AuditEvent {
    AuditEvent(
      code: "archive.transferSettled",
      sentence: "xong \(name): nhận \(accepted) hồ sơ" + (returned > 0 ? ", \(returned) hồ sơ không nhận" : ""))
  }

  static func transferPrinted(_ form: String) -> AuditEvent {
    AuditEvent(code: "archive.printed", sentence: "in \(form.lowercased())", kind: .access)
  }

  static func holdAsked(_ dossier: String, _ until: String, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "archive.holdAsked", sentence: "đề nghị giữ lại hồ sơ \(dossier) đến hết \(until), lý do: \(reason)")
  }

  static func holdRefused(_ dossier: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "archive.holdRefused", sentence: "không đồng ý giữ lại hồ sơ \(dossier), lý do: \(reason)")
  }
}
