import Audit
import Exchange
import Kernel

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

  static let outgoingNumberPlaced = AuditEvent(
    code: "outgoingDocument.numberPlaced", sentence: "chỉ chỗ ghi số, ngày trên văn bản")

  static func outgoingSignedKept(_ reason: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.signedKept", sentence: "xác nhận tệp đã ký có sẵn số, ngày, lý do: \(reason)")
  }

  static func outgoingReadInside(_ unit: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.readInside", sentence: "xem văn bản gửi «\(unit)»")
  }

  static func outgoingFileRemoved(_ name: String, reason: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.fileRemoved", sentence: "bỏ tệp «\(name)», lý do: \(reason)")
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

  static func outgoingSentFurther(_ names: [String]) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.sentFurther", sentence: "gửi thêm \(names.joined(separator: "; "))")
  }

  static func outgoingAnswered(_ name: String, state: String, answer: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.answered",
      sentence: "ghi \(name): \(state.lowercased())" + (answer.isEmpty ? "" : ", \(answer)"))
  }

  static func outgoingRelated(_ relation: DocumentRelation) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.related",
      sentence: "ghi \(relation.newer.text) \(relation.kind.label.lowercased()) \(relation.older.text)")
  }

  static func outgoingUnrelated(_ relation: DocumentRelation, reason: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.unrelated",
      sentence:
        "bỏ quan hệ \(relation.newer.text) \(relation.kind.label.lowercased()) \(relation.older.text), lý do: \(reason)"
    )
  }

  static func replyPaired(_ name: String, _ text: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.replyPaired", sentence: "ghi \(name) đã trả lời: \(text)")
  }

  static func replyUnpaired(_ name: String, _ text: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.replyUnpaired", sentence: "bỏ ghép trả lời của \(name): \(text)")
  }

  static func replyDueSet(_ day: Day) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.replyDueSet", sentence: "ghi hạn trả lời \(day.text)")
  }

  static func repliesUrged(_ names: [String]) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.repliesUrged",
      sentence: "đôn đốc trả lời \(names.count) nơi: \(names.joined(separator: "; "))")
  }

  static func outgoingRecalled(_ reason: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.recalled", sentence: "thu hồi văn bản, lý do: \(reason)")
  }

  static let outgoingSecrecyRefused = AuditEvent(
    code: "outgoingDocument.secrecyRefused", sentence: "đưa vào nội dung có dấu mật; hệ thống không nhận",
    kind: .refusal)

  static let outgoingViewed = AuditEvent(
    code: "outgoingDocument.viewed", sentence: "xem văn bản đi", kind: .access)
  static let outgoingPreviewed = AuditEvent(
    code: "outgoingDocument.previewed", sentence: "xem nhanh văn bản đi", kind: .access)

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
