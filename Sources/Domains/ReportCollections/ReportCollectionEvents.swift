import Audit

/// Lines of the audit trail about collections of reports.
extension AuditEvent {
  static func collectionMade(_ title: String, columns: Int) -> AuditEvent {
    AuditEvent(code: "reportCollection.made", sentence: "lập biểu thu báo cáo «\(title)», \(columns) cột")
  }

  static func collectionChanged(_ title: String) -> AuditEvent {
    AuditEvent(code: "reportCollection.changed", sentence: "sửa biểu thu báo cáo «\(title)»")
  }

  static func collectionClosed(_ sent: Int, of all: Int) -> AuditEvent {
    AuditEvent(code: "reportCollection.closed", sentence: "khóa sổ thu báo cáo, \(sent)/\(all) nơi đã gửi")
  }

  static let collectionReopened = AuditEvent(
    code: "reportCollection.reopened", sentence: "mở lại biểu thu báo cáo")

  static func sheetSent(_ place: String, rows: Int, number: Int) -> AuditEvent {
    AuditEvent(
      code: "reportCollection.sent",
      sentence: (number == 1 ? "gửi số liệu" : "gửi lại số liệu lần \(number)") + " của \(place), \(rows) dòng")
  }

  static func sheetReturned(_ place: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "reportCollection.returned", sentence: "trả lại số liệu của \(place) để sửa, lý do: \(reason)")
  }

  static let sheetSecrecyRefused = AuditEvent(
    code: "reportCollection.secrecyRefused", sentence: "đưa vào nội dung có dấu mật; hệ thống không nhận",
    kind: .refusal)

  static let sheetTaken = AuditEvent(
    code: "reportCollection.taken", sentence: "tải về bảng tổng hợp số liệu", kind: .access)
}
