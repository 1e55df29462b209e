import Audit

/// Lines of the audit trail about places, paper parts and loans. They name dossiers by their number alone.
extension AuditEvent {
  static func placeMade(_ path: String) -> AuditEvent {
    AuditEvent(code: "paper.placeMade", sentence: "lập chỗ để tài liệu: \(path)")
  }

  static func placeChanged(_ path: String) -> AuditEvent {
    AuditEvent(code: "paper.placeChanged", sentence: "sửa chỗ để tài liệu: \(path)")
  }

  static func placeRemoved(_ path: String) -> AuditEvent {
    AuditEvent(code: "paper.placeRemoved", sentence: "bỏ chỗ để tài liệu còn trống: \(path)")
  }

  static func paperPlaced(_ path: String) -> AuditEvent {
    AuditEvent(code: "paper.placed", sentence: "xếp bản giấy vào \(path)")
  }

  static func paperMoved(_ from: String, _ to: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "paper.moved", sentence: "chuyển bản giấy từ \(from) sang \(to), lý do: \(reason)")
  }

  static func paperTakenOut(_ from: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "paper.takenOut", sentence: "đưa bản giấy ra khỏi \(from), lý do: \(reason)")
  }

  static func loanAsked(_ borrower: String, _ until: String, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "loan.asked", sentence: "đề nghị cho \(borrower) mượn bản giấy đến hết \(until), lý do: \(reason)")
  }

  static func loanConsented(_ borrower: String) -> AuditEvent {
    AuditEvent(code: "loan.consented", sentence: "đồng ý cho \(borrower) mượn bản giấy")
  }

  static func loanAllowed(_ borrower: String) -> AuditEvent {
    AuditEvent(code: "loan.allowed", sentence: "cho \(borrower) mượn bản giấy, chờ giao")
  }

  static func loanRefused(_ borrower: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "loan.refused", sentence: "không cho \(borrower) mượn bản giấy, lý do: \(reason)")
  }

  static func loanWithdrawn(_ reason: String) -> AuditEvent {
    AuditEvent(code: "loan.withdrawn", sentence: "thôi mượn bản giấy\(reason.isEmpty ? "" : ", lý do: \(reason)")")
  }

  static func loanHandedOut(_ name: String, _ borrower: String, _ until: String) -> AuditEvent {
    AuditEvent(
      code: "loan.handedOut", sentence: "giao bản giấy cho \(borrower), \(name.lowercased()), trả trước hết \(until)")
  }

  static func loanGivenBack(_ borrower: String, _ condition: String) -> AuditEvent {
    AuditEvent(code: "loan.givenBack", sentence: "nhận lại bản giấy từ \(borrower), tình trạng: \(condition)")
  }

  static func paperPrinted(_ form: String) -> AuditEvent {
    AuditEvent(code: "paper.printed", sentence: "in \(form)", kind: .access)
  }
}
