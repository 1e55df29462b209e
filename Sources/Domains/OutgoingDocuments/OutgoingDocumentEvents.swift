import Audit

/// Lines of the audit trail about outgoing documents.
extension AuditEvent {
  static func outgoingNumbered(_ code: String, book: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.numbered", sentence: "cấp số \(code), \(book)")
  }

  static func outgoingCorrected(_ reason: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.corrected", sentence: "sửa thông tin trước khi phát hành, lý do: \(reason)")
  }

  static func outgoingFileAdded(_ name: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.fileAdded", sentence: "thêm tệp «\(name)»")
  }

  static func outgoingIssued(_ count: Int) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.issued", sentence: "phát hành đến \(count) nơi nhận")
  }

  static let outgoingIssueUndone = AuditEvent(
    code: "outgoingDocument.issueUndone", sentence: "hoàn tác phát hành, chưa gửi đi đâu")

  static func outgoingSent(_ names: [String], way: String, proof: String) -> AuditEvent {
    let told =
      names.count > 5
      ? names.prefix(5).joined(separator: "; ") + " và \(names.count - 5) nơi khác"
      : names.joined(separator: "; ")
    return AuditEvent(
      code: "outgoingDocument.sent",
      sentence: "gửi \(told) bằng \(way.lowercased())" + (proof.isEmpty ? "" : ", chứng từ: \(proof)"))
  }

  static func outgoingAnswered(_ name: String, state: String, answer: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.answered",
      sentence: "ghi \(name): \(state.lowercased())" + (answer.isEmpty ? "" : ", \(answer)"))
  }

  static func outgoingRecalled(_ reason: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.recalled", sentence: "thu hồi văn bản, lý do: \(reason)")
  }

  static func outgoingSecrecyFound(page: Int) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.secrecyFound", sentence: "xóa tệp vì trang \(page) có dấu mật; hệ thống không giữ")
  }

  static let outgoingSecrecyRefused = AuditEvent(
    code: "outgoingDocument.secrecyRefused", sentence: "đưa vào nội dung có dấu mật; hệ thống không nhận",
    kind: .refusal)

  static let outgoingViewed = AuditEvent(
    code: "outgoingDocument.viewed", sentence: "xem văn bản đi", kind: .access)

  static func outgoingDownloaded(_ name: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.downloaded", sentence: "tải về tệp «\(name)»", kind: .access)
  }

  static func seriesLaid(_ name: String, year: Int) -> AuditEvent {
    AuditEvent(code: "outgoingSeries.laid", sentence: "lập «\(name)» với dãy số riêng từ năm \(year)")
  }

  static func seriesEnded(_ name: String, year: Int) -> AuditEvent {
    AuditEvent(code: "outgoingSeries.ended", sentence: "thôi dùng dãy số riêng của «\(name)» sau năm \(year)")
  }
}
