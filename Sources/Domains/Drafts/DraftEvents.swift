import Audit
import Kernel

/// Lines of the audit trail about drafts: the story of the draft (PL6-51).
extension AuditEvent {
  static func draftMade(_ type: String, _ subject: String, drafter: String?) -> AuditEvent {
    let whom = drafter.map { "giao \($0) soạn thảo" } ?? "tạo dự thảo"
    return AuditEvent(code: "draft.made", sentence: "\(whom) \(type) «\(subject)»")
  }

  static func draftAccepted() -> AuditEvent { AuditEvent(code: "draft.accepted", sentence: "nhận soạn thảo") }

  static func draftChanged() -> AuditEvent { AuditEvent(code: "draft.changed", sentence: "sửa thông tin dự thảo") }

  static func draftVersionAdded(_ number: Int, purpose: String, isEdit: Bool) -> AuditEvent {
    let more = purpose.isEmpty ? "" : ": \(purpose)"
    return AuditEvent(
      code: "draft.versionAdded", sentence: "\(isEdit ? "trực tiếp sửa, đưa" : "đưa") bản \(number)\(more)")
  }

  static func draftVersionMade(_ number: Int, from template: String) -> AuditEvent {
    AuditEvent(code: "draft.versionMade", sentence: "soạn bản \(number) từ \(template)")
  }

  static func draftSubmitted(to holder: String, versionNumber: Int, note: String) -> AuditEvent {
    let more = note.isEmpty ? "" : ": \(note)"
    return AuditEvent(code: "draft.submitted", sentence: "trình bản \(versionNumber) đến \(holder)\(more)")
  }

  static func draftPassed(
    _ step: DraftStep.Kind, versionNumber: Int, to next: String, note: String
  ) -> AuditEvent {
    let more = note.isEmpty ? "" : ": \(note)"
    let found = step.passedLabel.lowercased()
    return AuditEvent(
      code: "draft.passed",
      sentence: "\(step.label.lowercased()) bản \(versionNumber): \(found), chuyển \(next)\(more)")
  }

  static func draftReturned(to holder: String, reason: String) -> AuditEvent {
    AuditEvent(code: "draft.returned", sentence: "trả lại \(holder), lý do: \(reason)")
  }

  static func draftPassedBack(to drafter: String, note: String) -> AuditEvent {
    let more = note.isEmpty ? "" : ": \(note)"
    return AuditEvent(code: "draft.passedBack", sentence: "chuyển \(drafter) sửa\(more)")
  }

  static func draftWithdrawn(from holder: String, reason: String) -> AuditEvent {
    AuditEvent(code: "draft.withdrawn", sentence: "rút lại dự thảo đang ở \(holder), lý do: \(reason)")
  }

  static func draftSigned(_ capacity: SigningCapacity, versionNumber: Int, hash: String) -> AuditEvent {
    AuditEvent(
      code: "draft.signed", sentence: "duyệt, ký bản \(versionNumber) (\(capacity.inSentence), SHA-256 \(hash))")
  }

  static func draftReopened(reason: String) -> AuditEvent {
    AuditEvent(code: "draft.reopened", sentence: "mở lại dự thảo đã ký, phê duyệt không còn hiệu lực, lý do: \(reason)")
  }

  static func draftCancelled(reason: String) -> AuditEvent {
    AuditEvent(code: "draft.cancelled", sentence: "hủy dự thảo, lý do: \(reason)")
  }

  static func draftReassigned(from old: String, to new: String, reason: String) -> AuditEvent {
    AuditEvent(code: "draft.reassigned", sentence: "đổi người soạn thảo từ \(old) sang \(new), lý do: \(reason)")
  }

  static func draftSendingUndone(_ act: DraftSending.Act) -> AuditEvent {
    AuditEvent(code: "draft.sendingUndone", sentence: "hoàn tác việc \(act.label) vừa gửi")
  }

  static let draftViewed = AuditEvent(code: "draft.viewed", sentence: "xem dự thảo", kind: .access)

  static let draftPreviewed = AuditEvent(
    code: "draft.previewed", sentence: "xem nhanh dự thảo", kind: .access)

  static func draftFormPrinted(_ title: String) -> AuditEvent {
    AuditEvent(code: "draft.formPrinted", sentence: "in \(title.lowercased())", kind: .access)
  }

  static func draftDownloaded(_ name: String) -> AuditEvent {
    AuditEvent(code: "draft.downloaded", sentence: "tải về «\(name)»", kind: .access)
  }

  /// Keeps who and when only: nothing of what was marked (MAT-02, MAT-05).
  static let draftSecrecyRefused = AuditEvent(
    code: "draft.secrecyRefused", sentence: "đưa vào dự thảo nội dung có dấu mật; hệ thống không nhận", kind: .refusal)
}
