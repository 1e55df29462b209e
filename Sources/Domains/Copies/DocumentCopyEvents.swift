import Audit
import Kernel
import Work

/// Lines of the audit trail about copies. They say nothing of what the document says: it may have to be forgotten.
extension AuditEvent {
  static func copyAsked(_ copy: DocumentCopy) -> AuditEvent {
    let parts = copy.terms.parts.isEmpty ? "" : ", \(CopyPart.told(copy.terms.parts))"
    return AuditEvent(
      code: "documentCopy.asked",
      sentence:
        "đề nghị \(copy.terms.form.label.lowercased())\(parts), \(copy.terms.way.label.lowercased()), trình \(copy.deciderName)"
    )
  }

  static let copySecrecyRefused = AuditEvent(
    code: "documentCopy.secrecyRefused", sentence: "đưa vào nội dung có dấu mật; hệ thống không nhận", kind: .refusal)

  static func copyApproved(_ note: String) -> AuditEvent {
    AuditEvent(
      code: "documentCopy.approved", sentence: "đồng ý sao và ký bản sao" + (note.isEmpty ? "" : ": \(note)"))
  }

  static func copyRefused(_ reason: String) -> AuditEvent {
    AuditEvent(code: "documentCopy.refused", sentence: "không đồng ý sao, lý do: \(reason)")
  }

  static func copyWithdrawn(_ reason: String) -> AuditEvent {
    AuditEvent(
      code: "documentCopy.withdrawn", sentence: "rút đề nghị sao" + (reason.isEmpty ? "" : ", lý do: \(reason)"))
  }

  static func copyHandedOver(from old: String, to new: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "documentCopy.handedOver",
      sentence: "bàn giao việc quyết định sao từ \(old) sang \(new), lý do: \(reason)")
  }

  static func copyNumbered(_ code: String, book: String) -> AuditEvent {
    AuditEvent(code: "documentCopy.numbered", sentence: "cấp số bản sao \(code), \(book)")
  }

  static func copyMade(pages: Int) -> AuditEvent {
    AuditEvent(code: "documentCopy.made", sentence: "làm xong tệp bản sao, \(pages) trang")
  }

  static func copyNotMade(_ trouble: String) -> AuditEvent {
    AuditEvent(code: "documentCopy.notMade", sentence: "không làm được tệp bản sao: \(trouble)")
  }

  static func copyGiven(_ receipt: String) -> AuditEvent {
    AuditEvent(
      code: "documentCopy.given", sentence: "giao bản sao" + (receipt.isEmpty ? "" : ", ký nhận: \(receipt)"))
  }

  static let copyViewed = AuditEvent(code: "documentCopy.viewed", sentence: "xem bản sao", kind: .access)
  static let copyPreviewed = AuditEvent(
    code: "documentCopy.previewed", sentence: "xem nhanh bản sao", kind: .access)

  static let copyDownloaded = AuditEvent(
    code: "documentCopy.downloaded", sentence: "tải về tệp bản sao", kind: .access)
}

extension WorkKind {
  /// Deciding whether a document is copied, and signing the copy.
  static let decideCopy = WorkKind(code: "documentCopy.decide")
}
