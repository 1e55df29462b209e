import Audit
import Kernel

/// Lines of the audit trail about dossiers.
extension AuditEvent {
  static func dossierOpened(_ code: String, _ title: String) -> AuditEvent {
    AuditEvent(code: "dossier.opened", sentence: "mở hồ sơ \(code) «\(title)»")
  }

  static func dossierRestored(_ code: String, _ documents: Int) -> AuditEvent {
    AuditEvent(code: "dossier.restored", sentence: "nhập hồ sơ \(code) từ gói của hệ thống khác, \(documents) văn bản")
  }

  static func dossierChanged() -> AuditEvent {
    AuditEvent(code: "dossier.changed", sentence: "sửa thông tin hồ sơ")
  }

  /// On the dossier and, as `filedUnder`, on the document.
  static func dossierFilled(_ name: String) -> AuditEvent {
    AuditEvent(code: "dossier.filled", sentence: "đưa vào hồ sơ: \(name)")
  }

  /// On the document, whose readers may not see the dossier: its number alone.
  static func filedUnder(_ notation: String) -> AuditEvent {
    AuditEvent(code: filedUnderCode, sentence: "đưa vào hồ sơ \(notation)")
  }

  static let filedUnderCode = "dossier.filedUnder"
  static let takenFromCode = "dossier.takenFrom"

  static func dossierTakenOut(_ name: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "dossier.takenOut", sentence: "đưa ra khỏi hồ sơ: \(name), lý do: \(reason)")
  }

  static func takenFrom(_ notation: String) -> AuditEvent {
    AuditEvent(code: takenFromCode, sentence: "đưa ra khỏi hồ sơ \(notation)")
  }

  static func rightsProposed(_ change: String) -> AuditEvent {
    AuditEvent(code: "dossier.rightsProposed", sentence: "đề nghị thay đổi quyền: \(change)")
  }

  static func rightsConfirmed(_ change: String, _ proposer: String) -> AuditEvent {
    AuditEvent(
      code: "dossier.rightsConfirmed", sentence: "xác nhận thay đổi quyền: \(change), do \(proposer) đề nghị")
  }

  static func rightsRefused(_ change: String, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "dossier.rightsRefused", sentence: "không đồng ý thay đổi quyền: \(change), lý do: \(reason)")
  }

  static func rightsTakenBack(_ change: String) -> AuditEvent {
    AuditEvent(code: "dossier.rightsTakenBack", sentence: "rút lại đề nghị thay đổi quyền: \(change)")
  }

  static func dossierNoted(isFinal: Bool) -> AuditEvent {
    AuditEvent(code: "dossier.noted", sentence: isFinal ? "ghi chú vào hồ sơ" : "lưu nháp ghi chú")
  }

  static func dossierClosed(_ documents: Int, _ pages: Int, _ retention: String) -> AuditEvent {
    AuditEvent(
      code: "dossier.closed",
      sentence: "kết thúc hồ sơ: \(documents) văn bản, tài liệu, \(pages) trang, bảo quản \(retention.lowercased())")
  }

  static func dossierHandedOver(_ from: String, _ to: String, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "dossier.handedOver",
      sentence: "bàn giao hồ sơ từ \(from) cho \(to)\(reason.isEmpty ? "" : ", lý do: \(reason)")")
  }

  static func dossierReopened(_ reason: String) -> AuditEvent {
    AuditEvent(code: "dossier.reopened", sentence: "mở lại hồ sơ, lý do: \(reason)")
  }

  static func dossierSubmitted(_ documents: Int, _ pages: Int) -> AuditEvent {
    AuditEvent(
      code: "dossier.submitted", sentence: "nộp hồ sơ vào lưu trữ: \(documents) văn bản, tài liệu, \(pages) trang")
  }

  static func dossierWithdrawn(_ reason: String) -> AuditEvent {
    AuditEvent(
      code: "dossier.withdrawn", sentence: "rút lại hồ sơ đã nộp lưu trữ\(reason.isEmpty ? "" : ", lý do: \(reason)")")
  }

  static func dossierGivenBack(_ reason: String) -> AuditEvent {
    AuditEvent(code: "dossier.givenBack", sentence: "trả lại hồ sơ nộp lưu trữ, lý do: \(reason)")
  }

  static func dossierAccepted(_ differences: Int, _ note: String) -> AuditEvent {
    let found = differences == 0 ? "đúng danh mục, đủ thành phần" : "có \(differences) điểm khác, ý kiến: \(note)"
    return AuditEvent(code: "dossier.accepted", sentence: "nhận hồ sơ vào lưu trữ: \(found)")
  }

  static func transferTermsSet(_ terms: String) -> AuditEvent {
    AuditEvent(code: "dossier.transferTermsSet", sentence: "đặt thời hạn nộp lưu: \(terms)")
  }

  static func dossierKept(until day: String) -> AuditEvent {
    AuditEvent(code: "dossier.kept", sentence: "đồng ý cho giữ lại hồ sơ đến hạn nộp lưu đến hết \(day)")
  }

  static func dossierDestroyed(_ decision: String, destroyed: Int, kept: Int) -> AuditEvent {
    AuditEvent(
      code: "dossier.destroyed",
      sentence: "hủy hồ sơ theo \(decision): \(destroyed) văn bản, tài liệu đã hủy"
        + (kept > 0 ? ", \(kept) văn bản còn nơi khác giữ" : ""))
  }

  static let dossierSecrecyRefused = AuditEvent(
    code: "dossier.secrecyRefused", sentence: "đưa vào hồ sơ nội dung có dấu mật; hệ thống không nhận", kind: .refusal)

  static func dossierFileTaken(_ title: String) -> AuditEvent {
    AuditEvent(code: "dossier.fileTaken", sentence: "tải về «\(title)» trong hồ sơ", kind: .access)
  }

  static func dossierFileViewed(_ title: String) -> AuditEvent {
    AuditEvent(code: "dossier.fileViewed", sentence: "xem «\(title)» trong hồ sơ", kind: .access)
  }

  static func dossierPrinted(_ form: String) -> AuditEvent {
    AuditEvent(code: "dossier.printed", sentence: "in \(form.lowercased())", kind: .access)
  }

  static let dossierViewed = AuditEvent(code: "dossier.viewed", sentence: "xem hồ sơ", kind: .access)
}
