/// Events of the audit trail itself and of what stands below it.
extension AuditEvent {
  static let valuesErasedCode = "audit.valuesErased"

  static func valuesErased(reason: String) -> AuditEvent {
    AuditEvent(code: valuesErasedCode, sentence: "hủy nội dung lịch sử theo quy định: \(reason)")
  }

  static func accessLinesLost(count: Int) -> AuditEvent {
    AuditEvent(code: "audit.accessLinesLost", sentence: "không ghi kịp \(count) lượt xem do quá tải")
  }

  /// A stored file no longer has the bytes it was received with, or is gone (AN-12). `damage` as people read it.
  package static func storedFileDamaged(hash: String, damage: String) -> AuditEvent {
    AuditEvent(code: "fileVault.damaged", sentence: "phát hiện tệp \(hash): \(damage)")
  }
}
