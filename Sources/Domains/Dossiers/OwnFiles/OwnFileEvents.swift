import Audit
import Kernel

/// Lines of the audit trail about secrecy marks in dossiers' own files: nothing of what such a file is called.
extension AuditEvent {
  static func ownFileSecrecyReported(_ ordinal: Int) -> AuditEvent {
    AuditEvent(
      code: "dossier.secrecyReported", sentence: "báo tài liệu số thứ tự \(ordinal) có dấu mật; tài liệu bị niêm giữ")
  }

  static func ownFileSecrecyFound(_ ordinal: Int, page: Int?) -> AuditEvent {
    AuditEvent(
      code: "dossier.secrecyFound",
      sentence: "niêm giữ tài liệu số thứ tự \(ordinal) vì \(page.map { "trang \($0) " } ?? "")có dấu mật")
  }

  static func ownFileSecrecyConfirmed(_ ordinal: Int) -> AuditEvent {
    AuditEvent(
      code: "dossier.secrecyConfirmed",
      sentence: "xác nhận dấu mật ở tài liệu số thứ tự \(ordinal), giao văn thư xóa")
  }

  static func ownFileSecrecyDenied(_ ordinal: Int, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "dossier.secrecyDenied",
      sentence: "bỏ niêm giữ tài liệu số thứ tự \(ordinal), không phải dấu mật: \(reason)")
  }

  static func ownFileSecrecyDestroyed(_ ordinal: Int, confirmedBy name: String) -> AuditEvent {
    AuditEvent(
      code: "dossier.secrecyDestroyed",
      sentence: "xóa tài liệu số thứ tự \(ordinal) vì có dấu mật, \(name) đã xác nhận")
  }
}
