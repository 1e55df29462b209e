import Audit

/// Lines of the audit trail about packets.
extension AuditEvent {
  static func packetRegistered(_ number: Int, from sender: String) -> AuditEvent {
    AuditEvent(
      code: "packet.registered", sentence: "nhận văn bản \(sender) gửi trong hệ thống, vào sổ số đến \(number)")
  }

  static func packetJoined(to number: Int) -> AuditEvent {
    AuditEvent(code: "packet.joined", sentence: "nhận bản gửi trong hệ thống vào số đến \(number) đã có")
  }

  static func packetReturned(_ reason: String) -> AuditEvent {
    AuditEvent(code: "packet.returned", sentence: "trả nơi gửi trong hệ thống, lý do: \(reason)")
  }

  static func recalledByIssuer(_ reason: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.recalledByIssuer",
      sentence: "thu hồi văn bản đã gửi đến, lý do: \(reason); số đến giữ nguyên")
  }

  static func urgedByIssuer(_ words: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.urgedByIssuer", sentence: "đôn đốc với tư cách nơi gửi: \(words)")
  }

  static let recallConfirmed = AuditEvent(
    code: "packet.recallConfirmed", sentence: "xác nhận đã hủy văn bản bị nơi gửi thu hồi")

  static let packetViewed = AuditEvent(
    code: "packet.viewed", sentence: "xem văn bản chờ vào sổ gửi trong hệ thống", kind: .access)
}
