import Audit

/// Lines of the audit trail about what dossiers are expected to hold.
extension AuditEvent {
  static func dossierExpected(_ template: String, _ lines: Int) -> AuditEvent {
    AuditEvent(
      code: "dossier.expected", sentence: "đặt thành phần hồ sơ theo mẫu «\(template)»: thêm \(lines) thành phần")
  }

  static func dossierContentAdded(_ name: String) -> AuditEvent {
    AuditEvent(code: "dossier.contentAdded", sentence: "thêm thành phần hồ sơ «\(name)»")
  }

  static func dossierContentStruck(_ name: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "dossier.contentStruck", sentence: "bỏ thành phần hồ sơ «\(name)», lý do: \(reason)")
  }

  static func dossierContentExcused(_ name: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "dossier.contentExcused", sentence: "ghi hồ sơ không có «\(name)», vì \(reason)")
  }

  static func dossierContentExpectedAgain(_ name: String) -> AuditEvent {
    AuditEvent(code: "dossier.contentExpectedAgain", sentence: "ghi lại hồ sơ cần có «\(name)»")
  }

  static func dossierContentPaired(_ name: String, _ ordinal: Int) -> AuditEvent {
    AuditEvent(code: "dossier.contentPaired", sentence: "ghép mục \(ordinal) với thành phần «\(name)»")
  }

  static func dossierContentUnpaired(_ name: String, _ ordinal: Int) -> AuditEvent {
    AuditEvent(code: "dossier.contentUnpaired", sentence: "gỡ mục \(ordinal) khỏi thành phần «\(name)»")
  }
}
