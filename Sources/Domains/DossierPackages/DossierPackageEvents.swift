import Audit

extension AuditEvent {
  /// On the dossier: that it leaves the system as a file is part of its story.
  static func dossierPackageAsked(_ kind: DossierPackage.Kind) -> AuditEvent {
    AuditEvent(code: "dossierPackage.asked", sentence: "kết xuất hồ sơ: \(kind.label)", kind: .access)
  }

  static func dossierPackageTaken(_ kind: DossierPackage.Kind) -> AuditEvent {
    AuditEvent(code: "dossierPackage.taken", sentence: "tải gói hồ sơ: \(kind.label)", kind: .access)
  }
}
