import Audit
import Kernel

/// Lines of the audit trail about incoming documents.
extension AuditEvent {
  static func incomingRegistered(_ number: Int, book: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.registered", sentence: "vào sổ số đến \(number), \(book)")
  }

  static func incomingDuplicateAccepted(_ reason: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.duplicateAccepted", sentence: "vẫn vào sổ dù có văn bản giống, lý do: \(reason)")
  }

  static func incomingCorrected(_ reason: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.corrected", sentence: "sửa thông tin đã vào sổ, lý do: \(reason)")
  }

  static func incomingFileAdded(_ name: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.fileAdded", sentence: "thêm tệp «\(name)»")
  }

  static func incomingAcknowledged(on day: Day, way: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.acknowledged", sentence: "báo nhận cho nơi gửi ngày \(day.text), qua \(way)")
  }

  static let incomingViewed = AuditEvent(code: "incomingDocument.viewed", sentence: "xem văn bản", kind: .access)
  static let incomingPreviewed = AuditEvent(
    code: "incomingDocument.previewed", sentence: "xem nhanh văn bản", kind: .access)

  static func incomingDownloaded(_ name: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.downloaded", sentence: "tải về tệp «\(name)»", kind: .access)
  }

  static let incomingPrinted = AuditEvent(
    code: "incomingDocument.printed", sentence: "in văn bản có dấu đến", kind: .access)
  static let incomingSlipPrinted = AuditEvent(
    code: "incomingDocument.slipPrinted", sentence: "in phiếu giải quyết", kind: .access)

  /// Keeps who and when only: nothing of what was marked (MAT-02, MAT-05).
  static let secrecyRefused = AuditEvent(
    code: "incomingDocument.secrecyRefused", sentence: "đưa vào nội dung có dấu mật; hệ thống không nhận",
    kind: .refusal)

  /// Keeps no name and no hash.
  static let paperDestroyed = AuditEvent(
    code: "waitingPaper.secrecyPurged", sentence: "xóa tệp chờ vào sổ vì có dấu mật")

  static func paperReceived(_ name: String) -> AuditEvent {
    AuditEvent(code: "waitingPaper.received", sentence: "nhận tệp «\(name)» chờ vào sổ")
  }

  static func paperDiscarded(_ name: String) -> AuditEvent {
    AuditEvent(code: "waitingPaper.discarded", sentence: "bỏ tệp «\(name)» khỏi danh sách chờ")
  }

  /// By number, not by name: a name would outlive a paper that is destroyed for its secrecy mark (MAT-05).
  static func paperJoined(to whole: WaitingPaper.ID) -> AuditEvent {
    AuditEvent(
      code: "waitingPaper.joined", sentence: "ghép vào cuối tệp chờ vào sổ số \(whole); từ đây là một phần của tệp đó")
  }

  static let paperArranged = AuditEvent(code: "waitingPaper.arranged", sentence: "sắp lại trang của tệp chờ vào sổ")
}
