import Audit

/// Lines of the audit trail about templates of dossiers.
extension AuditEvent {
  static func dossierTemplateMade(_ name: String, _ contents: Int) -> AuditEvent {
    AuditEvent(code: "dossierTemplate.made", sentence: "lập mẫu hồ sơ «\(name)», \(contents) thành phần")
  }

  static func dossierTemplateChanged(_ name: String) -> AuditEvent {
    AuditEvent(code: "dossierTemplate.changed", sentence: "sửa mẫu hồ sơ «\(name)»")
  }

  static func dossierTemplateSwitched(_ name: String, isInUse: Bool) -> AuditEvent {
    AuditEvent(
      code: "dossierTemplate.switched", sentence: "\(isInUse ? "dùng lại" : "ngừng dùng") mẫu hồ sơ «\(name)»")
  }
}
