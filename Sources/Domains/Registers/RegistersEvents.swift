import Audit
import Kernel

extension AuditEvent {
  static func registerOpened(_ book: RegisterBook) -> AuditEvent {
    let start =
      book.paperThrough == 0
      ? "" : ", bắt đầu từ số \(book.firstNumber) vì sổ giấy đến số \(book.paperThrough)"
    return AuditEvent(code: "register.opened", sentence: "mở \(book.title)\(start)")
  }

  static func registerClosed(_ book: RegisterBook) -> AuditEvent {
    AuditEvent(code: "register.closed", sentence: "khóa \(book.title) ở số \(book.lastNumber)")
  }

  static func numberCancelled(_ number: Int, _ book: RegisterBook, reason: String) -> AuditEvent {
    AuditEvent(
      code: "register.numberCancelled",
      sentence: "hủy \(book.kind.numberName) \(number) của \(book.title), lý do: \(reason)")
  }

  static func registerChecked(_ book: RegisterBook, isWhole: Bool) -> AuditEvent {
    AuditEvent(
      code: "register.checked",
      sentence: "kiểm \(book.title): \(isWhole ? "đủ số, không trùng, không khuyết" : "có số khuyết")", kind: .access)
  }

  static func registerPrinted(_ book: RegisterBook, _ range: ClosedRange<Int>, volume: Int) -> AuditEvent {
    AuditEvent(
      code: "register.printed",
      sentence: "in \(book.title), quyển số \(volume), từ số \(range.lowerBound) đến số \(range.upperBound)",
      kind: .access)
  }

  static func registerPrintDownloaded(_ book: RegisterBook, volume: Int, format: String) -> AuditEvent {
    AuditEvent(
      code: "register.printDownloaded", sentence: "tải bản in \(book.title), quyển số \(volume), tệp .\(format)",
      kind: .access)
  }

  static func registerExported(_ book: RegisterBook, month: String?) -> AuditEvent {
    let part = month.map { ", tháng \($0)" } ?? ""
    return AuditEvent(code: "register.exported", sentence: "xuất \(book.title)\(part) ra Excel", kind: .access)
  }

  static func numberReserved(_ reserved: NumberReservation, _ book: String) -> AuditEvent {
    AuditEvent(
      code: "register.numberReserved",
      sentence:
        "giữ số \(reserved.codeText), \(book), cho \(reserved.owner) đến hết \(reserved.expiresOn.text), "
        + "lý do: \(reserved.reason)")
  }

  static func reservationUsed(_ reserved: NumberReservation) -> AuditEvent {
    AuditEvent(code: "register.reservationUsed", sentence: "cấp số đã giữ \(reserved.codeText) cho văn bản")
  }

  static func reservationExpired(_ reserved: NumberReservation, reason: String) -> AuditEvent {
    AuditEvent(
      code: "register.reservationExpired", sentence: "hủy số đã giữ \(reserved.codeText), lý do: \(reason)")
  }
}
